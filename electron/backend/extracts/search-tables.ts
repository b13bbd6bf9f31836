import { type Day, jalaliOf } from '#core/kernel/day.ts'
import { nameKey, nameTokens } from '#core/kernel/text.ts'
import type { Connection } from '../database/engines/connection.ts'
import type { Cell } from './column-reader.ts'
import type { ExtractBuild } from './extract-build.ts'
import { RowBatch } from './row-batch.ts'

/** Citizens taken together: enough that their rows go in sorted, few enough to hold. */
const SLICE = 50_000

/**
 * Numbers that lead to a citizen, each from a table that lies in the order of the number already, so that
 * nothing needs to be sorted in memory however many there are.
 */
const ORDERED_IDENTIFIERS: readonly string[] = [
  `select case length(person_id) when 10 then 'NATIONAL_ID' else 'FOREIGNER_ID' end, person_id,
     citizen_id, '' from person_key where citizen_id in (select citizen_id from citizens)`,
  `select 'INSURANCE_NUMBER', insurance_number, citizen_id, '' from insured`,
  `select 'PENSION_NUMBER', pension_number, citizen_id, '' from pension_shares`,
  `select 'PENSION_NUMBER', pension_number, owner_citizen_id, '' from pensions`,
  `select 'WORKSHOP_CODE', workshop_code, employer_citizen_id, branch_code from workshops
     where employer_citizen_id is not null`,
  `select 'WORKSHOP_CODE', workshop_code, citizen_id, branch_code from workshop_members`,
  `select 'LEGAL_ID', w.legal_entity_id, m.citizen_id, w.workshop_code || '/' || w.branch_code
     from workshops w join workshop_members m using (workshop_code, branch_code)
     where w.legal_entity_id is not null and w.contract_row = '000'`,
  `select 'TRACKING_CODE', tracking_code, citizen_id, 'REQUEST' from central_requests`,
  `select 'TRACKING_CODE', tracking_code, citizen_id, 'PRESCRIPTION' from prescriptions`,
]

/** Numbers in tables that lie in the order of citizens; a slice of citizens at a time is sorted. */
const SLICED_IDENTIFIERS: readonly string[] = [
  `select 'MOBILE', mobile, citizen_id, '' from citizens where mobile is not null`,
  `select 'ACCOUNT_NUMBER', account_number, citizen_id, bank_code from bank_accounts where true`,
  `select 'IBAN', iban, citizen_id, bank_code from bank_accounts where iban is not null`,
]

const INSERT_IDENTIFIER = 'insert or ignore into identifier (kind, value, citizen_id, target)'

/** Fills the tables by which citizens are found, from those already loaded. `onStep` may throw to stop. */
export function fillSearchTables(build: ExtractBuild, onStep: () => void): void {
  for (const select of ORDERED_IDENTIFIERS) {
    build.connection.exec(`${INSERT_IDENTIFIER} ${select}`)
    build.commit()
    onStep()
  }
  const names = new NameTables(build)
  for (const [from, to] of slicesOf(build)) {
    for (const select of SLICED_IDENTIFIERS) {
      build.connection
        .prepare<[number, number]>(
          `${INSERT_IDENTIFIER} ${select} and citizen_id between ? and ? order by 1, 2`,
        )
        .run(from, to)
    }
    names.fill(from, to)
    build.commit()
    onStep()
  }
  names.finish()
  build.commit()
}

/** Slices in which there is somebody: who was registered at the counter stands far beyond the others. */
function* slicesOf(build: ExtractBuild): Generator<readonly [from: number, to: number]> {
  const next = build.connection
    .prepare<[number], number | null>('select min(citizen_id) from citizens where citizen_id >= ?')
    .pluck()
  for (let from = next.get(1) ?? null; from !== null; from = next.get(from + SLICE) ?? null)
    yield [from, from + SLICE - 1]
}

interface Name {
  readonly citizen_id: number
  readonly first_name: string
  readonly last_name: string
  readonly father_name: string | null
  readonly birth_date: Day
}

type NameRow = [last: string, first: string, father: string, year: number, citizen: number]

const NAME_COLUMNS = ['last_key', 'first_key', 'father_key', 'birth_year', 'citizen_id']
const POSTING_COLUMNS = ['token_id', 'citizen_id', 'field']

/** A name as it is searched: its key, and the numbers of its words. */
interface NameForm {
  readonly key: string
  readonly words: readonly number[]
}

const KEPT_FORMS = 50_000

const IN_FIRST_NAME = 1
const IN_LAST_NAME = 2
const IN_FATHER_NAME = 4

/** Names by which people are searched: whole keys in order, and the dictionary of their words. */
class NameTables {
  private readonly build: ExtractBuild
  /** Words are few (tens of thousands in a nation), so the dictionary is held. */
  private readonly tokens = new Map<string, number>()
  /** Names repeat: what was made of the last ones. */
  private readonly forms = new Map<string, NameForm>()
  /** How many citizens bear the word, by its number. */
  private readonly counts: number[] = []

  constructor(build: ExtractBuild) {
    this.build = build
  }

  fill(from: number, to: number): void {
    const { connection } = this.build
    const select = connection.prepare<[number, number], Name>(
      `select citizen_id, first_name, last_name, father_name, birth_date from citizens
       where citizen_id between ? and ?`,
    )
    const rows: NameRow[] = []
    const postings: [token: number, citizen: number, field: number][] = []
    for (const name of select.iterate(from, to)) {
      rows.push([
        this.read(name.last_name).key,
        this.read(name.first_name).key,
        this.read(name.father_name ?? '').key,
        jalaliOf(name.birth_date).year,
        name.citizen_id,
      ])
      for (const [token, field] of this.wordsOf(name))
        postings.push([token, name.citizen_id, field])
    }
    rows.sort((a, b) => compare(a[0], b[0]) || compare(a[1], b[1]))
    postings.sort((a, b) => a[0] - b[0] || a[1] - b[1])
    insertAll(connection, 'person_name', NAME_COLUMNS, rows)
    insertAll(connection, 'person_token', POSTING_COLUMNS, postings)
  }

  /** The distinct words of first, last and father's name, and each of them written as one word. */
  private wordsOf(name: Name): ReadonlyMap<number, number> {
    const words = new Map<number, number>()
    for (const [text, field] of [
      [name.first_name, IN_FIRST_NAME],
      [name.last_name, IN_LAST_NAME],
      [name.father_name ?? '', IN_FATHER_NAME],
    ] as const) {
      for (const id of this.read(text).words) words.set(id, (words.get(id) ?? 0) | field)
    }
    for (const id of words.keys()) this.counts[id] = (this.counts[id] ?? 0) + 1
    return words
  }

  private read(text: string): NameForm {
    const known = this.forms.get(text)
    if (known) return known
    const tokens = nameTokens(text)
    const all = tokens.length > 1 ? [...tokens, tokens.join('')] : tokens
    const form = { key: nameKey(text), words: all.map((token) => this.tokenOf(token)) }
    if (this.forms.size >= KEPT_FORMS) this.forms.clear()
    this.forms.set(text, form)
    return form
  }

  private tokenOf(token: string): number {
    const known = this.tokens.get(token)
    if (known !== undefined) return known
    const id = this.tokens.size + 1
    this.tokens.set(token, id)
    return id
  }

  finish(): void {
    const insert = this.build.connection.prepare<[number, string, number]>(
      'insert into name_token (token_id, token, count) values (?, ?, ?)',
    )
    for (const [token, id] of this.tokens) insert.run(id, token, this.counts[id] ?? 0)
  }
}

/** Writes rows whose keys are known to be new. */
function insertAll(
  connection: Connection,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly Cell[])[],
): void {
  const batch = new RowBatch(connection, table, columns, () => {
    throw new Error(`a key of ${table} is taken`)
  })
  for (const row of rows) {
    const cells = batch.cells()
    let place = batch.place()
    for (const value of row) cells[place++] = value
    batch.add(0)
  }
  batch.flush()
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
