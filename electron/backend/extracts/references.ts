import type { FileLayout } from '#core/extracts/extract-layout.model.ts'
import type { Connection } from '../database/engines/connection.ts'
import type { Cell } from './column-reader.ts'
import { NumberCache } from './number-cache.ts'
import { columnName, layoutOf } from './table-names.ts'

/** How many found references are remembered; then all are forgotten, so memory stays the same. */
const REMEMBERED = 100_000

/** Asks whether a value (or pair of values) occurs in the key of an accepted row. */
export interface Reference {
  /** What is stored in the row: the citizen's number for a person, else the value itself. */
  find(value: Cell, partner: Cell): Cell | undefined
}

/** The references of an import, one for each file that rows point to, with what they remember. */
export class References {
  private readonly connection: Connection
  private readonly byTarget = new Map<string, Reference>()
  private readonly citizens = new NumberCache()
  private readonly insured = new NumberCache()

  constructor(connection: Connection) {
    this.connection = connection
  }

  /** The reference to a file, by one value or by a pair; right for all rows already written. */
  to(file: string, isPair: boolean): Reference {
    const name = `${file}/${String(isPair)}`
    const known = this.byTarget.get(name)
    if (known) return known
    const reference = lastKept(this.make(file, isPair))
    this.byTarget.set(name, reference)
    return reference
  }

  /** Remembers a person whose row is being written; his rows in the other files come soon. */
  citizenWritten(personId: string, citizenId: number): void {
    this.citizens.put(personId, citizenId)
  }

  insuredWritten(insuranceNumber: string): void {
    this.insured.put(insuranceNumber, 1)
  }

  private make(file: string, isPair: boolean): Reference {
    const select = this.connection.prepare<Cell[], Cell>(selectFrom(layoutOf(file), isPair)).pluck()
    if (file === 'citizens.csv') return numbered(this.citizens, (value) => select.get(value))
    if (file === 'insured.csv') {
      const found = numbered(this.insured, (value) => select.get(value))
      return { find: (value) => (found.find(value, null) === undefined ? undefined : value) }
    }
    return remembered((value, partner) => (isPair ? select.get(value, partner) : select.get(value)))
  }
}

/** Rows that follow each other mostly point to the same row. */
function lastKept(reference: Reference): Reference {
  let lastValue: Cell | undefined
  let lastPartner: Cell | undefined
  let lastFound: Cell | undefined
  return {
    find: (value, partner) => {
      if (value === lastValue && partner === lastPartner) return lastFound
      const found = reference.find(value, partner)
      if (found === undefined) return undefined
      lastValue = value
      lastPartner = partner
      return (lastFound = found)
    },
  }
}

function numbered(cache: NumberCache, select: (value: Cell) => Cell | undefined): Reference {
  return {
    find: (value) => {
      const text = String(value)
      const known = cache.get(text)
      if (known !== undefined) return known
      const selected = select(value)
      if (typeof selected === 'number') cache.put(text, selected)
      return selected
    },
  }
}

function remembered(select: (value: Cell, partner: Cell) => Cell | undefined): Reference {
  const found = new Map<Cell, Set<Cell>>()
  let count = 0
  return {
    find: (value, partner) => {
      let values = found.get(partner)
      if (values?.has(value) === true) return value
      if (select(value, partner) === undefined) return undefined
      if (count++ >= REMEMBERED) {
        found.clear()
        values = undefined
        count = 1
      }
      if (!values) found.set(partner, (values = new Set()))
      values.add(value)
      return value
    },
  }
}

function selectFrom(layout: FileLayout, isPair: boolean): string {
  if (layout.name === 'citizens.csv')
    return `select citizen_id from person_key join citizens using (citizen_id)
            where person_key.person_id = ?`
  const keys = layout.columns.filter(({ key }) => key).slice(0, isPair ? 2 : 1)
  const condition = keys.map((column) => `${columnName(column)} = ?`).join(' and ')
  return `select 1 from ${layout.table} where ${condition} limit 1`
}
