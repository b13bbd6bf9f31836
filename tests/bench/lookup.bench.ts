/**
 * Search and opening of files through the router, over a nation's worth of citizens:
 *
 *   npm run bench:lookup [citizens] [--fresh]
 *
 * One JSON line for each kind of question: milliseconds, and the ratio to a bare prepared query of the same run. The
 * office is imported once and kept under node_modules/.cache/bench; --fresh makes it anew.
 */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { openBranchOffice, type BranchOffice } from '../support/branch-office.ts'
import { generateExtract } from '../support/extracts.ts'
import { noPapers } from '../support/papers.ts'
import {
  attach,
  connect,
  openExisting,
  type Connection,
} from '../../electron/backend/database/engines/connection.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { fresh: { type: 'boolean', default: false } },
})
const citizens = Number(positionals[0] ?? 1_000_000)
const cache = path.resolve(import.meta.dirname, '../../node_modules/.cache/bench')
const key = new Uint8Array(32).fill(7)
const CALLS = 2000
const WARM_UP = 200
/** A long career with several workshops a year, the largest file the targets speak of. */
const LONG_RECORD = 360

/** The same numbers in every run. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}
const chance = random(1405)

function pick<T>(list: readonly T[]): T {
  const item = list[Math.floor(chance() * list.length)]
  if (item === undefined) throw new Error('nothing to pick from')
  return item
}

function extractFolder(): string {
  const folder = path.join(cache, `extract-${citizens}`)
  if (existsSync(path.join(folder, 'manifest.json'))) return folder
  mkdirSync(cache, { recursive: true })
  const part = `${folder}.part-${process.pid}`
  generateExtract(part, ['--citizens', String(citizens), '--seed', '1405'])
  rmSync(folder, { recursive: true, force: true })
  renameSync(part, folder)
  return folder
}

async function benchOffice(): Promise<BranchOffice> {
  const folder = path.join(cache, `office-${citizens}`)
  if (values.fresh) rmSync(folder, { recursive: true, force: true })
  const office = await openBranchOffice({ folder, papers: noPapers, key })
  const { loaded } = await office.database.reader
    .selectFrom('citizens')
    .select(({ fn }) => fn.countAll<number>().as('loaded'))
    .executeTakeFirstOrThrow()
  if (loaded === 0) {
    const started = performance.now()
    await office.import(extractFolder())
    report('import', { seconds: Math.round((performance.now() - started) / 1000) })
  }
  return office
}

function report(question: string, figures: Readonly<Record<string, unknown>>): void {
  console.log(JSON.stringify({ bench: 'lookup', citizens, question, ...figures }))
}

/** Milliseconds by the clock, and of processor time: on a shared machine only the latter is the product's own. */
interface Times {
  readonly p50: number
  readonly p99: number
  readonly cpuP99: number
}

async function times(calls: number, ask: (n: number) => unknown): Promise<Times> {
  for (let n = 0; n < Math.min(WARM_UP, calls); n++) await ask(n)
  const taken: number[] = []
  const worked: number[] = []
  for (let n = 0; n < calls; n++) {
    const processor = process.cpuUsage()
    const started = performance.now()
    await ask(n)
    taken.push(performance.now() - started)
    const { user, system } = process.cpuUsage(processor)
    worked.push((user + system) / 1000)
  }
  const at = (list: number[], share: number): number => {
    const value = list.sort((a, b) => a - b)[Math.floor(list.length * share)] ?? 0
    return Math.round(value * 1000) / 1000
  }
  return { p50: at(taken, 0.5), p99: at(taken, 0.99), cpuP99: at(worked, 0.99) }
}

/** A connection without the product around it: the baseline, and the source of samples. */
function bareConnection(office: BranchOffice): Connection {
  const { database } = office
  const bare = openExisting(database.pathOf('office.db'), key, 'reading')
  attach(bare, database.pathOf(database.extractFile()), 'extract', key)
  return bare
}

function sample(bare: Connection, select: string): readonly string[] {
  return bare.prepare<[], string>(`${select} order by random() limit ${CALLS}`).pluck().all()
}

const NUMBERS: Readonly<Record<string, string>> = {
  'national-id': 'select person_id from citizens where length(person_id) = 10',
  'insurance-number': 'select insurance_number from insured',
  'pension-number': 'select pension_number from pensions',
  'workshop-code': `select workshop_code from workshop_members`,
  mobile: 'select mobile from citizens where mobile is not null',
  'tracking-code': 'select tracking_code from central_requests',
  iban: 'select iban from bank_accounts where iban is not null',
}

interface Named {
  readonly citizen_id: number
  readonly first_name: string
  readonly last_name: string
  readonly father_name: string
  readonly year: number
}

function samplePersons(bare: Connection): readonly Named[] {
  return bare
    .prepare<[], Named>(
      `select c.citizen_id, c.first_name, c.last_name, c.father_name, n.birth_year as year
      from (select * from citizens order by random() limit ${CALLS}) c
      join person_name n on n.citizen_id = c.citizen_id
      where c.father_name is not null`,
    )
    .all()
}

const LETTERS = 'ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی'.split('')

/** One insertion, deletion, substitution or swap inside a word. */
function withTypo(word: string): string {
  const at = Math.floor(chance() * word.length)
  const [before, letter, after] = [word.slice(0, at), word.slice(at, at + 1), word.slice(at + 1)]
  switch (Math.floor(chance() * 4)) {
    case 0:
      return before + pick(LETTERS) + letter + after
    case 1:
      return before + after
    case 2:
      return before + pick(LETTERS) + after
    default:
      return at === 0 ? after.slice(0, 1) + letter + after.slice(1) : swapped(word, at)
  }
}

function swapped(word: string, at: number): string {
  return (
    word.slice(0, at - 1) + word.slice(at, at + 1) + word.slice(at - 1, at) + word.slice(at + 1)
  )
}

/** A typed name with one letter wrong in one of its longer words; the year or the father tells namesakes apart. */
function mistyped(person: Named): string {
  const more = chance() < 0.5 ? person.father_name : String(person.year)
  const words = `${person.first_name} ${person.last_name}`.split(' ')
  const long = words.filter((word) => word.replaceAll('\u200c', '').length >= 4)
  if (long.length === 0) return [...words, more].join(' ')
  const wrong = words.indexOf(pick(long))
  return [...words.with(wrong, withTypo(words[wrong] ?? '')), more].join(' ')
}

/** Gives one insured person 360 rows, which no generated one has, and returns his number. */
function longRecord(office: BranchOffice): string {
  const { database } = office
  const extract = connect(database.pathOf(database.extractFile()), key)
  const person = extract
    .prepare<[], { insurance_number: string; person_id: string }>(
      `select i.insurance_number, c.person_id from insured i join citizens c using (citizen_id)
      where i.status = 'ACTIVE' and length(c.person_id) = 10 order by i.insurance_number limit 1`,
    )
    .get()
  if (!person) throw new Error('nobody is insured')
  const months = Array.from({ length: 12 }, (_, i) => String(i + 1).padStart(2, '0'))
  const columns = [...months.map((month) => `d${month}`), ...months.map((month) => `w${month}`)]
  const insert = extract.prepare(
    `insert or ignore into contributions (insurance_number, year, workshop_code, branch_code,
      contract_row, record_type, ${columns.join(', ')})
    select ?, ?, workshop_code, branch_code, ?, 'COMPULSORY',
      ${months.map(() => '10').join(', ')}, ${months.map(() => '55418500').join(', ')}
    from workshops where contract_row = '000' order by workshop_code limit 1`,
  )
  const count = extract
    .prepare<[string], number>('select count(*) from contributions where insurance_number = ?')
    .pluck()
  for (let n = 0; (count.get(person.insurance_number) ?? 0) < LONG_RECORD; n++)
    insert.run(person.insurance_number, 1375 + (n % 30), String(800 + Math.floor(n / 30)))
  extract.close()
  return person.person_id
}

async function measure(office: BranchOffice): Promise<void> {
  const longPerson = longRecord(office)
  const bare = bareConnection(office)
  await office.signIn(1)
  const search = (text: string) => office.get(1, 'citizens.search', { text, limit: 8 })

  const ids = sample(bare, NUMBERS['national-id'] ?? '')
  const lookup = bare.prepare<[string]>(
    `select c.* from identifier i join citizens c on c.citizen_id = i.citizen_id
    where i.kind = 'NATIONAL_ID' and i.value = ?`,
  )
  const baseline = await times(CALLS, (n) => lookup.get(ids[n % ids.length] ?? ''))
  report('bare prepared query', { ...baseline, baseline: true })
  const told = (question: string, found: Times, target: object, more: object = {}): void =>
    report(question, {
      ...found,
      ratio: Math.round((found.p50 / baseline.p50) * 10) / 10,
      target,
      ...more,
    })

  for (const [question, select] of Object.entries(NUMBERS)) {
    const numbers = sample(bare, select)
    let missed = 0
    const found = await times(CALLS, async (n) => {
      const { hits } = await search(numbers[n % numbers.length] ?? '')
      if (hits.length === 0) missed++
    })
    told(question, found, { p50: 0.6, p99: 5 }, { missed })
  }

  const persons = samplePersons(bare)
  const person = (n: number): Named => persons[n % persons.length] ?? pick(persons)
  const prefix = await times(CALLS, (n) => {
    const { first_name: first, last_name: last } = person(n)
    const begun = last.slice(0, 2 + (n % 3))
    return search(n % 2 === 0 ? begun : `${first} ${begun}`)
  })
  told('name prefix', prefix, { p99: 25 })

  const typed = persons.map(mistyped)
  let recalled = 0
  let asked = 0
  const typo = await times(CALLS, async (n) => {
    const { hits } = await search(typed[n % typed.length] ?? '')
    asked++
    if (hits.some(({ citizenId }) => citizenId === person(n).citizen_id)) recalled++
  })
  const recall = Math.round((recalled / asked) * 1000) / 1000
  told('one typo', typo, { p99: 40, recall: 0.98 }, { recall })

  await measureFile(office, longPerson, told)
  bare.close()
}

async function measureFile(
  office: BranchOffice,
  personId: string,
  told: (question: string, found: Times, target: object, more?: object) => void,
): Promise<void> {
  const { hits } = await office.get(1, 'citizens.search', { text: personId, limit: 1 })
  const begin = () =>
    office.get(1, 'visits.begin', {
      citizenId: hits[0]?.citizenId ?? 0,
      presence: { kind: 'SELF', cardSeen: true },
      purpose: 'INQUIRY',
      reason: null,
    })
  told('visit begun, header', await times(CALLS / 4, begin), {})
  const { visit } = await begin()
  const { history } = await office.get(1, 'insured.contributions', visit.visitId)
  const rows = history.years.reduce((sum, year) => sum + year.rows.length, 0)
  const file = await times(CALLS / 4, () => office.get(1, 'insured.contributions', visit.visitId))
  told('file of contributions', file, { p99: 10 }, { rows })
}

const office = await benchOffice()
await measure(office)
await office.close()
