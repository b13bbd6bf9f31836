import type { Day } from '#core/kernel/day.ts'
import { extractLayout, type FileLayout } from '#core/extracts/extract-layout.model.ts'
import type { NoteCode, RowFaultCode } from '#core/extracts/faults.ts'
import type { CarryOver } from './carry-over.ts'
import type { CitizenNumbers } from './citizen-numbers.ts'
import { type Cell, type ColumnReader, readerOf } from './column-reader.ts'
import { type CsvRecord, fieldText } from './csv-reader.ts'
import type { ExtractBuild } from './extract-build.ts'
import type { Header } from './extract-header.ts'
import type { Reference, References } from './references.ts'
import { RowBatch } from './row-batch.ts'
import { type RowCheck, rowChecksOf } from './row-checks.ts'
import { SelfReferences } from './self-references.ts'
import { columnName, keepsTexts, keyColumns, tableColumns } from './table-names.ts'

/** What loading needs to know and whom it tells. */
export interface LoadingContext {
  readonly asOf: Day
  readonly build: ExtractBuild
  readonly carryOver: CarryOver | undefined
  readonly citizens: CitizenNumbers
  readonly references: References
  reject(fileOrder: number, line: number, file: string, column: string, code: RowFaultCode): void
  note(code: NoteCode, file: string, column: string): void
}

/** Jalali year from which contributions carry wages. */
const FIRST_WAGES = 1386

interface ColumnPlan {
  readonly name: string
  readonly place: number
  readonly reader: ColumnReader
  readonly isRequired: boolean
  readonly whenEmpty: Cell
  readonly reference: Reference | undefined
  /** Place of the other value of a pair among the row's values, -1 for a single value. */
  readonly partner: number
}

/** What stands for an empty value where the table wants one. */
function whenEmpty(layout: FileLayout, name: string, type: string): Cell {
  if (type === 'bool') return 0
  if (type === 'crow') return '000'
  return layout.name === 'contributions.csv' && name === 'workshopCode' ? '' : null
}

/** Turns the records of one file into rows of its table: reads, checks, refers, writes. */
export class TableLoader {
  accepted = 0
  rejected = 0
  private readonly layout: FileLayout
  private readonly fileOrder: number
  private readonly header: Header
  private readonly context: LoadingContext
  private readonly plans: readonly ColumnPlan[]
  private readonly checks: readonly RowCheck[]
  private readonly references: readonly number[]
  private readonly texts: readonly number[]
  private readonly noted: readonly number[]
  private readonly values: Cell[]
  private readonly hasTexts: boolean
  private readonly width: number
  private readonly batch: RowBatch
  /** Old years have days without wages: their rows are written without those twelve columns. */
  private readonly wageless: RowBatch | undefined
  private readonly wagesAt: number
  private readonly yearAt: number
  private readonly keyAt: readonly number[]
  private readonly keyName: string
  private readonly self: SelfReferences | undefined
  private readonly selfColumn: string

  constructor(layout: FileLayout, header: Header, context: LoadingContext) {
    this.layout = layout
    this.fileOrder = extractLayout.indexOf(layout)
    this.header = header
    this.context = context
    this.values = layout.columns.map(() => null)
    this.yearAt = layout.columns.findIndex(({ name }) => name === 'year')
    const { connection } = context.build
    this.plans = layout.columns.map((column, i) => {
      const isOther = column.ref !== null && column.ref !== layout.name
      const isPair = column.withColumn !== null
      return {
        name: column.name,
        place: header.places[i] ?? -1,
        reader: readerOf(column, () => this.values[this.yearAt] ?? null),
        isRequired: column.required,
        whenEmpty: whenEmpty(layout, column.name, column.type),
        reference: isOther ? context.references.to(column.ref, isPair) : undefined,
        partner: layout.columns.findIndex(({ name }) => name === column.withColumn),
      }
    })
    this.checks = rowChecksOf(layout, context.asOf)
    this.references = placesWhere(this.plans, ({ reference }) => reference !== undefined)
    this.texts = placesWhere(layout.columns, ({ type }) => type === 'text')
    this.noted = placesWhere(layout.columns, ({ type, key, ref }) =>
      type === 'pid' ? key && ref === null : ['postal', 'bank', 'iban'].includes(type),
    )
    this.hasTexts = keepsTexts(layout)
    const columns = tableColumns(layout)
    this.width = columns.length
    this.keyAt = keyColumns(layout).map((column) => columns.indexOf(column))
    this.keyName = layout.columns.find(({ key }) => key)?.name ?? ''
    this.batch = this.batchOf(columns)
    const wages = columns.indexOf('w01')
    this.wagesAt = wages < 0 ? layout.columns.length : wages
    this.wageless = wages < 0 ? undefined : this.batchOf(columns.slice(0, wages))
    const self = layout.columns.find(({ ref }) => ref === layout.name)
    this.selfColumn = self?.name ?? ''
    this.self =
      self &&
      new SelfReferences(connection, {
        table: layout.table,
        key: keyColumns(layout)[0] ?? '',
        keyAt: this.keyAt[0] ?? 0,
        referenceAt: columns.indexOf(columnName(self)),
      })
  }

  /** Takes one record after the header. */
  row(record: CsvRecord): void {
    const { line } = record
    if (record.fields !== this.header.width) {
      this.reject(line, '', 'E_COLUMNS')
      return
    }
    if (!this.read(record)) return
    for (const check of this.checks) {
      const fault = check(this.values)
      if (fault) {
        this.reject(line, fault.column, fault.code)
        return
      }
    }
    if (this.refer(line)) this.write(line)
  }

  private read(record: CsvRecord): boolean {
    const { starts, ends, doubled } = record
    const { plans, values } = this
    for (let i = 0; i < plans.length; i++) {
      const plan = plans[i]
      if (plan === undefined) break
      const { place, reader } = plan
      const start = place < 0 ? 0 : (starts[place] ?? 0)
      const end = place < 0 ? 0 : (ends[place] ?? 0)
      let value: Cell = null
      if (start !== end) {
        const fault =
          doubled[place] === 1
            ? readText(reader, fieldText(record, place))
            : reader.read(record.bytes, start, end)
        if (fault !== undefined) {
          this.reject(record.line, plan.name, fault)
          return false
        }
        value = reader.value
      }
      if (value === null) {
        if (plan.isRequired) {
          this.reject(record.line, plan.name, 'E_REQUIRED')
          return false
        }
        value = plan.whenEmpty
      }
      values[i] = value
    }
    return true
  }

  /** Replaces every reference by what it stands for; false when one leads nowhere. */
  private refer(line: number): boolean {
    const { values } = this
    for (const i of this.references) {
      const plan = this.plans[i]
      const value = values[i] ?? null
      if (!plan?.reference || value === null || value === '') continue
      const found = plan.reference.find(
        value,
        plan.partner < 0 ? null : (values[plan.partner] ?? null),
      )
      if (found === undefined) {
        this.reject(line, plan.name, 'E_REF')
        return false
      }
      values[i] = found
    }
    return true
  }

  private write(line: number): void {
    const { values } = this
    const batch = this.batchFor(values)
    const cells = batch.cells()
    let place = batch.place()
    const { name } = this.layout
    if (name === 'citizens.csv') cells[place++] = this.citizenNumber(String(values[0]))
    else if (name === 'insured.csv') this.context.references.insuredWritten(String(values[0]))
    const columns = batch === this.batch ? values.length : this.wagesAt
    for (let i = 0; i < columns; i++) cells[place++] = values[i] ?? null
    if (this.hasTexts) cells[place] = this.textsAsWritten()
    this.takeNotes()
    this.accepted++
    if (this.self) this.writeSingly(cells.slice(batch.place(), batch.place() + this.width), line)
    else batch.add(line)
    if (this.wageless && batch === this.batch && Number(values[this.yearAt]) < FIRST_WAGES)
      batch.flush()
    this.context.build.wrote(1)
  }

  private batchOf(columns: readonly string[]): RowBatch {
    const { connection } = this.context.build
    const batch: RowBatch = new RowBatch(connection, this.layout.table, columns, (values, line) => {
      this.keyTaken(batch, values, line)
    })
    return batch
  }

  /**
   * Rows of one key must be written in their order, whichever batch takes them: so the year decides,
   * and an old row that has wages all the same is written when it comes.
   */
  private batchFor(values: readonly Cell[]): RowBatch {
    if (!this.wageless || Number(values[this.yearAt]) >= FIRST_WAGES) return this.batch
    for (let i = this.wagesAt; i < values.length; i++) {
      if (values[i] === null) continue
      this.wageless.flush()
      this.batch.flush()
      return this.batch
    }
    return this.wageless
  }

  private citizenNumber(personId: string): number {
    const citizenId = this.context.citizens.numberOf(personId)
    this.context.references.citizenWritten(personId, citizenId)
    return citizenId
  }

  private writeSingly(values: readonly Cell[], line: number): void {
    if (this.batch.tryInsert(values)) this.self?.accepted(values, line)
    else this.keyTaken(this.batch, values, line)
  }

  private keyTaken(batch: RowBatch, values: readonly Cell[], line: number): void {
    const key = this.keyAt.map((place) => values[place] ?? null)
    const { carryOver } = this.context
    if (carryOver?.giveWay(this.layout, key) === true && batch.tryInsert(values)) {
      this.self?.accepted(values, line)
      return
    }
    this.accepted--
    if (this.self) this.self.turnedAway(values, line)
    else this.reject(line, this.keyName, 'E_DUP')
  }

  private textsAsWritten(): Cell {
    let kept: Record<string, string> | undefined
    for (const i of this.texts) {
      const raw = this.values[i] === null ? undefined : this.plans[i]?.reader.raw
      const column = this.layout.columns[i]
      if (raw === undefined || column === undefined) continue
      kept ??= {}
      kept[columnName(column)] = raw
      this.context.note('W_TEXT', this.layout.name, column.name)
    }
    return kept ? JSON.stringify(kept) : null
  }

  private takeNotes(): void {
    for (const i of this.noted) {
      const plan = this.plans[i]
      if (plan?.reader.note && this.values[i] !== null)
        this.context.note(plan.reader.note, this.layout.name, plan.name)
    }
  }

  /** Writes what waits and judges what could not be judged before. */
  finish(): void {
    this.batch.flush()
    this.wageless?.flush()
    this.self?.settle(
      (values) => {
        this.accepted++
        return this.batch.tryInsert(values)
      },
      (line, code, wasAccepted) => {
        if (wasAccepted) this.accepted--
        this.reject(line, code === 'E_DUP' ? this.keyName : this.selfColumn, code)
      },
    )
    this.context.build.commit()
  }

  private reject(line: number, column: string, code: RowFaultCode): void {
    this.rejected++
    this.context.reject(this.fileOrder, line, this.layout.name, column, code)
  }
}

function placesWhere<T>(list: readonly T[], holds: (item: T) => boolean): readonly number[] {
  return list.flatMap((item, i) => (holds(item) ? [i] : []))
}

function readText(reader: ColumnReader, text: string): RowFaultCode | undefined {
  const bytes = Buffer.from(text)
  return reader.read(bytes, 0, bytes.length)
}
