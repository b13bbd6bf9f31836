import type { PaperPerson } from '#core/certificates/paper-person.model.ts'
import { code, codeOrNothing, dayText, quoted, quotedOrNothing } from '../paper-words.ts'
import type { PaperNode, PaperStyle, Points, TableCell } from '../persian-text/paper-definition.ts'
import { label, rowLines, value } from './paper-style.ts'

/** A fact that a paper states: its name, the cell that says it, and whether it takes a whole row. */
export type Fact = readonly [name: string, cell: TableCell, wide?: boolean]

/** A fact from a field of the statement. */
export function fact(name: string, field: string, text: string, style: PaperStyle = {}): Fact {
  return [name, value(field, text, style)]
}

export interface FactTable {
  /** Widths of name, value, name, value …, in reading order. */
  readonly widths: readonly (Points | '*')[]
  readonly facts: readonly Fact[]
  readonly padding?: { readonly x: Points; readonly y: Points }
  readonly labels?: PaperStyle
}

/** The same fact on a row of its own. */
export function wide([name, cell]: Fact): Fact {
  return [name, cell, true]
}

/** Facts beside their names, as many to a row as `widths` has places for, in reading order. */
export function factTable(table: FactTable): PaperNode & TableCell {
  const { widths, facts, padding = { x: 4, y: 3.4 }, labels = {} } = table
  const rows: TableCell[][] = []
  let room = 0
  for (const [name, cell, isWide = false] of facts) {
    if (isWide || room === 0) {
      rows.at(-1)?.push(...blanks(room))
      rows.push([])
      room = widths.length
    }
    const span = isWide ? widths.length - 1 : 1
    rows.at(-1)?.push(label(name, labels), { ...cell, colSpan: span }, ...blanks(span - 1))
    room -= span + 1
  }
  rows.at(-1)?.push(...blanks(room))
  return { table: { widths, body: rows, dontBreakRows: true }, layout: rowLines(padding) }
}

const blanks = (n: number): TableCell[] => Array.from({ length: n }, () => ({ text: '' }))

/** Whose paper it is: the name, to stand above the rest. */
export function nameFact(person: PaperPerson): Fact {
  const style = { bold: true, fontSize: 11 }
  return wide(fact('نام و نام خانوادگی', 'person.fullName', quoted(person.fullName), style))
}

/** The identity block that letters and statements share, without the name. */
export function identityFacts(person: PaperPerson): Fact[] {
  return [
    fact('نام پدر', 'person.fatherName', quotedOrNothing(person.fatherName)),
    fact('کد ملی', 'person.nationalId', code(person.nationalId)),
    fact(
      'شمارهٔ شناسنامه',
      'person.birthCertificateNumber',
      codeOrNothing(person.birthCertificateNumber),
    ),
    fact('محل صدور', 'person.birthCertificatePlace', quotedOrNothing(person.birthCertificatePlace)),
    fact('تاریخ تولد', 'person.birthDay', dayText(person.birthDay)),
  ]
}
