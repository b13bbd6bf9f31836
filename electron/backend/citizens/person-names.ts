import { jalaliOf, type Day } from '#core/kernel/day.ts'
import { createNameDictionary, type NameDictionary } from '#core/citizens/name-dictionary.rules.ts'
import { nameMatches } from '#core/citizens/name-match.rules.ts'
import type { TypedName } from '#core/citizens/citizens.ports.ts'
import { nameReadings, type NameReading, type TypedWord } from '#core/citizens/name-search.rules.ts'
import { compareText, nameTokens } from '#core/kernel/text.ts'
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

/**
 * Search of names in one extract file. The dictionary of distinct words is in memory; who bears a word is read on
 * first use and kept, so that a name is found by intersecting lists of ids and reading a handful of persons.
 */
class PersonNames {
  private readonly dictionary: NameDictionary
  private readonly bearers = new Map<number, Int32Array>()
  private kept = 0

  constructor(dictionary: NameDictionary) {
    this.dictionary = dictionary
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
        for (const person of await personsOf(db, chunk)) {
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
    for (const { id } of driver.tokens) {
      let ids: readonly number[] = [...(await this.bearersOf(db, id))]
      for (const { tokens } of narrowing) {
        if (ids.length <= FIRST_CHUNK) break
        const lists: Int32Array[] = []
        for (const token of tokens) lists.push(await this.bearersOf(db, token.id))
        ids = ids.filter((citizenId) => lists.some((list) => isIn(list, citizenId)))
      }
      if (ids.length > 0) yield ids
    }
  }

  private async bearersOf(db: Reading, tokenId: number): Promise<Int32Array> {
    const ready = this.bearers.get(tokenId)
    if (ready) {
      this.bearers.delete(tokenId)
      this.bearers.set(tokenId, ready)
      return ready
    }
    const row = await selectRow<{ ids: string | null }>(
      db,
      `select group_concat(citizen_id) as ids from
        (select citizen_id from person_token where token_id = ? order by citizen_id)`,
      [tokenId],
    )
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

function personsOf(db: Reading, ids: readonly number[]): Promise<readonly NamedPerson[]> {
  return selectRows<NamedPerson>(
    db,
    `select c.citizen_id as citizenId, c.first_name as firstName, c.last_name as lastName,
      c.father_name as fatherName, c.birth_date as birthDate
    from json_each(?) j cross join citizens c on c.citizen_id = j.value`,
    [JSON.stringify(ids)],
  )
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

/** The names of the extract used last; another extract has another import. */
let current: { readonly importId: string; readonly names: PersonNames } | undefined

/** Finds citizens by name, at most `limit`, the likeliest first. The dictionary is loaded once for each extract. */
export async function findPersonsByName(
  db: Reading,
  name: TypedName,
  limit: number,
): Promise<readonly FoundName[]> {
  const info = await selectRow<{ value: string }>(
    db,
    `select value from extract_info where key = 'import_id'`,
  )
  if (!info) return []
  if (current?.importId !== info.value) {
    const tokens = await selectRows<{ id: number; token: string; count: number }>(
      db,
      'select token_id as id, token, count from name_token',
    )
    const names = new PersonNames(createNameDictionary(tokens))
    current = { importId: info.value, names }
  }
  return current.names.find(db, name, limit)
}
