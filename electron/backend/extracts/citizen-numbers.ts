import type { Connection } from '../database/engines/connection.ts'
import { FIRST_REGISTERED } from '../database/persons.ts'

/**
 * Lets every person who was registered at the counter keep the number under which visits, requests and papers know
 * him, before anybody is numbered. Nobody is registered while an import is under way, so none is missed.
 */
export function keepRegistered(office: Connection, build: Connection): void {
  const insert = build.prepare<[string, number]>(
    'insert or ignore into person_key (person_id, citizen_id) values (?, ?)',
  )
  const registered = office.prepare<[], { person_id: string; citizen_id: number }>(
    'select person_id, citizen_id from registered_citizens',
  )
  for (const { person_id, citizen_id } of registered.iterate()) insert.run(person_id, citizen_id)
}

/** Gives every person the number by which the office knows him, the same in every extract. */
export class CitizenNumbers {
  private next: number
  private readonly insert: (personId: string, citizenId: number) => boolean
  private readonly select: (personId: string) => number | undefined

  /** `connection`: of the new file, whose `person_key` already holds the persons known before. */
  constructor(connection: Connection) {
    const highest = connection
      .prepare<[number], number | null>(
        'select max(citizen_id) from person_key where citizen_id < ?',
      )
      .pluck()
      .get(FIRST_REGISTERED)
    this.next = (highest ?? 0) + 1
    const insert = connection.prepare<[string, number]>(
      'insert or ignore into person_key (person_id, citizen_id) values (?, ?)',
    )
    const select = connection
      .prepare<[string], number>('select citizen_id from person_key where person_id = ?')
      .pluck()
    this.insert = (personId, citizenId) => insert.run(personId, citizenId).changes === 1
    this.select = (personId) => select.get(personId)
  }

  /** The person's number, a new one if he never occurred before. */
  numberOf(personId: string): number {
    if (this.insert(personId, this.next)) return this.next++
    return this.select(personId) ?? this.next++
  }
}
