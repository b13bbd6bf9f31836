import { jalaliOf, type Day } from '#core/kernel/day.ts'
import {
  createNameDictionary,
  type NameDictionary,
  type NameToken,
} from '#core/citizens/name-dictionary.rules.ts'
import { nameMatches } from '#core/citizens/name-match.rules.ts'
import type { TypedName } from '#core/citizens/citizens.ports.ts'
import { nameReadings, type NameReading, type TypedWord } from '#core/citizens/name-search.rules.ts'
import { compareText, nameTokens } from '#core/kernel/text.ts'
import { REGISTERED_PERSONS } from '../database/persons.ts'
import { selectRow, selectRows } from '../database/rows.ts'
import type { Reading } from '../database/schema.ts'

interface NamedPerson {
  readonly citizenId: number
  readonly firstName: string
  readonly lastName: string
  readonly fatherName: string | null
  readonly birthDate: Day
}

export interface FoundName {
  readonly citizenId: number
  readonly distance: 0 | 1
}

/** Citizen ids kept in memory for the words that were asked for, 4 bytes each. */
const KEPT_IDS = 6_000_000
/** A word that stands for more words of the dictionary than this narrows nothing: its bearers are read one by one. */
const MOST_TOKENS = 48
/** Persons read for one reading of a name before it is given up: the bound on a search that matches nobody. */
const MOST_READ = 4000
/** So many are read for bearers of the name itself when enough others are found through their father's. */
const MOST_READ_FOR_OWN = 512
const FIRST_CHUNK = 32
const LAST_CHUNK = 512

/** Where persons and the words of their names stand: in an extract file, or in the office's own register. */
interface NameSource {
  /** SQL of one text: the numbers, in order and parted by commas, of those who bear a word. */
  readonly bearers: string
  /** By what that statement knows the word. */
  readonly wordBy: 'id' | 'token'
  /** SQL that stands where `citizens` does. */
  readonly persons: string
}

const OF_EXTRACT: NameSource = {
  bearers: `select group_concat(citizen_id) as ids from
    (select citizen_id from person_token where token_id = ? order by citizen_id)`,
  wordBy: 'id',
  persons: 'citizens',
}

const OF_REGISTER: NameSource = {
  bearers: `select group_concat(citizen_id) as ids from
    (select citizen_id from registered_name_words where word = ? order by citizen_id)`,
  wordBy: 'token',
  persons: REGISTERED_PERSONS,
}

/**
 * Search of names in one source. The dictionary of distinct words is in memory; who bears a word is read on
 * first use and kept, so that a name is found by intersecting lists of ids and reading a handful of persons.
 */
class PersonNames {
  private readonly source: NameSource
  private readonly dictionary: NameDictionary
  private readonly bearers = new Map<number, Int32Array>()
  private kept = 0

  constructor(source: NameSource, tokens: readonly NameToken[]) {
    this.source = source
    this.dictionary = createNameDictionary(tokens)
  }

  async find(db: Reading, name: TypedName, limit: number): Promise<readonly FoundName[]> {
    const found = new Map<number, 0 | 1>()
    for (const reading of nameReadings(name.words, this.dictionary)) {
      const room = limit - found.size
      if (room <= 0) break
      const persons = await this.read(db, reading, { name, room, found })
      for (const { citizenId } of persons) found.set(citizenId, reading.distance)
    }
    return [...found].map(([citizenId, distance]) => ({ citizenId, distance }))
  }

  /** Those whose own name it is come first, then those found through their father's name; each by the alphabet. */
  private async read(
    db: Reading,
    { words }: NameReading,
    wanted: {
      readonly name: TypedName
      readonly room: number
      readonly found: ReadonlyMap<number, unknown>
    },
  ): Promise<readonly NamedPerson[]> {
    const own = new Map<number, NamedPerson>()
    const throughFather = new Map<number, NamedPerson>()
    const ordered = () =>
      [own, throughFather]
        .flatMap((persons) => [...persons.values()].toSorted(inOrder))
        .slice(0, wanted.room)
    let read = 0
    for await (const ids of this.candidates(db, words)) {
      let size = FIRST_CHUNK
      for (let at = 0; at < ids.length; at += size, size = Math.min(size * 2, LAST_CHUNK)) {
        const chunk = ids.slice(at, at + size).filter((id) => !wanted.found.has(id))
        read += chunk.length
        for (const person of await this.personsOf(db, chunk)) {
          if (!isWanted(person, words, wanted.name.birthYear)) continue
          const persons = isOwnName(person, words) ? own : throughFather
          persons.set(person.citizenId, person)
          if (own.size >= wanted.room) return ordered()
        }
        const isFull = own.size + throughFather.size >= wanted.room
        if (read >= (isFull ? MOST_READ_FOR_OWN : MOST_READ)) return ordered()
      }
    }
    return ordered()
  }

  /**
   * Lists of citizens that may match, word by word of the one that the fewest bear, each cut to those who also bear
   * the other words, as far as these stand for few words of the dictionary.
   */
  private async *candidates(
    db: Reading,
    words: readonly TypedWord[],
  ): AsyncGenerator<readonly number[]> {
    const [driver, ...others] = words.toSorted((a, b) => a.bearers - b.bearers)
    if (!driver) return
    const narrowing = others.filter(({ tokens }) => tokens.length <= MOST_TOKENS)
    for (const token of driver.tokens) {
      let ids: readonly number[] = [...(await this.bearersOf(db, token))]
      for (const { tokens } of narrowing) {
        if (ids.length <= FIRST_CHUNK) break
        const lists: Int32Array[] = []
        for (const token of tokens) lists.push(await this.bearersOf(db, token))
        ids = ids.filter((citizenId) => lists.some((list) => isIn(list, citizenId)))
      }
      if (ids.length > 0) yield ids
    }
  }

  private async bearersOf(db: Reading, word: NameToken): Promise<Int32Array> {
    const tokenId = word.id
    const ready = this.bearers.get(tokenId)
    if (ready) {
      this.bearers.delete(tokenId)
      this.bearers.set(tokenId, ready)
      return ready
    }
    const { bearers, wordBy } = this.source
    const row = await selectRow<{ ids: string | null }>(db, bearers, [word[wordBy]])
    const ids = Int32Array.from((row?.ids ?? '').split(',').filter(Boolean), Number)
    this.bearers.set(tokenId, ids)
    this.kept += ids.length
    for (const [oldest, list] of this.bearers) {
      if (this.kept <= KEPT_IDS || oldest === tokenId) break
      this.bearers.delete(oldest)
      this.kept -= list.length
    }
    return ids
  }

  private personsOf(db: Reading, ids: readonly number[]): Promise<readonly NamedPerson[]> {
    return selectRows<NamedPerson>(
      db,
      `select c.citizen_id as citizenId, c.first_name as firstName, c.last_name as lastName,
        c.father_name as fatherName, c.birth_date as birthDate
      from json_each(?) j cross join ${this.source.persons} c on c.citizen_id = j.value`,
      [JSON.stringify(ids)],
    )
  }
}

/** Whether a sorted list has the id. */
function isIn(sorted: Int32Array, id: number): boolean {
  let low = 0
  let high = sorted.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const at = sorted[middle] ?? 0
    if (at === id) return true
    if (at < id) low = middle + 1
    else high = middle - 1
  }
  return false
}

function isWanted(
  person: NamedPerson,
  words: readonly TypedWord[],
  birthYear: number | null,
): boolean {
  if (birthYear !== null && jalaliOf(person.birthDate).year !== birthYear) return false
  return bears(person, person.fatherName ?? '', words)
}

/** Whether the father's name is not needed to find the person. */
function isOwnName(person: NamedPerson, words: readonly TypedWord[]): boolean {
  return bears(person, '', words)
}

function bears(person: NamedPerson, fatherName: string, words: readonly TypedWord[]): boolean {
  return nameMatches(
    {
      first: wordsOf(person.firstName),
      last: wordsOf(person.lastName),
      father: wordsOf(fatherName),
    },
    words.map(({ accepts }) => accepts),
  )
}

/** The words of a name, and all of them written as one: «علی رضا» is also found as «علیرضا». */
function wordsOf(name: string): readonly string[] {
  const words = nameTokens(name)
  return words.length > 1 ? [...words, words.join('')] : words
}

function inOrder(a: NamedPerson, b: NamedPerson): number {
  return (
    compareText(a.lastName, b.lastName) ||
    compareText(a.firstName, b.firstName) ||
    (a.birthDate < b.birthDate ? -1 : 1)
  )
}

/** The names of a source as they were read last, under what tells that they are still the same. */
type Kept = { readonly version: string; readonly names: PersonNames } | undefined
let ofExtract: Kept
let ofRegister: Kept

/**
 * Finds persons by name, at most `limit`, the likeliest first; who was registered at the counter comes after those of
 * the extract who match as well. The dictionary of each is loaded when it is new.
 */
export async function findPersonsByName(
  db: Reading,
  name: TypedName,
  limit: number,
): Promise<readonly FoundName[]> {
  const known = await findInExtract(db, name, limit)
  const registered = await findInRegister(db, name, limit)
  if (registered.length === 0) return known
  return [...known, ...registered].toSorted((a, b) => a.distance - b.distance).slice(0, limit)
}

async function findInExtract(
  db: Reading,
  name: TypedName,
  limit: number,
): Promise<readonly FoundName[]> {
  const info = await selectRow<{ value: string }>(
    db,
    `select value from extract_info where key = 'import_id'`,
  )
  if (!info) return []
  if (ofExtract?.version !== info.value) {
    const tokens = await selectRows<NameToken>(
      db,
      'select token_id as id, token, count from name_token',
    )
    ofExtract = { version: info.value, names: new PersonNames(OF_EXTRACT, tokens) }
  }
  return ofExtract.names.find(db, name, limit)
}

/** Rows are only ever added, so that their number and the highest key tell whether the words are the same. */
async function findInRegister(
  db: Reading,
  name: TypedName,
  limit: number,
): Promise<readonly FoundName[]> {
  const state = await selectRow<{ count: number; version: string }>(
    db,
    `select count(*) as count, count(*) || max(idempotency_key) as version
    from registered_citizens`,
  )
  if (!state || state.count === 0) return []
  if (ofRegister?.version !== state.version) {
    const tokens = await selectRows<NameToken>(
      db,
      `select row_number() over (order by word) as id, word as token, count(*) as count
      from registered_name_words group by word`,
    )
    ofRegister = { version: state.version, names: new PersonNames(OF_REGISTER, tokens) }
  }
  return ofRegister.names.find(db, name, limit)
}
