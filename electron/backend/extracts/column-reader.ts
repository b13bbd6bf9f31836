import { findBank } from '#core/kernel/banks.ts'
import { type Day, dayOfJalali, monthLength, parseJalali } from '#core/kernel/day.ts'
import { toLatinDigits } from '#core/kernel/digits.ts'
import {
  checkBranchCode,
  type Checked,
  checkContractRow,
  checkIban,
  checkInsuranceNumber,
  checkLegalEntityId,
  checkMedicalCouncilCode,
  checkMobile,
  checkPensionNumber,
  checkPersonId,
  checkPostalCode,
  checkWorkshopCode,
  type Warning,
} from '#core/kernel/identifiers.ts'
import { parseRial } from '#core/kernel/rial.ts'
import { storedText } from '#core/kernel/text.ts'
import type { Column } from '#core/extracts/extract-layout.model.ts'
import type { NoteCode, RowFaultCode } from '#core/extracts/faults.ts'

/** A value as it is stored. */
export type Cell = string | number | null

/**
 * Reads the values of one column of one file, row after row. `read` says what is wrong with the bytes
 * between two places, or nothing; then `value` is what is stored (null for empty), `raw` the text as it
 * was written where that differs, `note` something worth counting.
 */
export interface ColumnReader {
  value: Cell
  raw: string | undefined
  note: NoteCode | undefined
  read(bytes: Buffer, start: number, end: number): RowFaultCode | undefined
}

/** What is read from a text: a value, or a fault. */
type Parsed = { readonly value: Cell; readonly note?: NoteCode } | { readonly fault: RowFaultCode }

const EMPTY: Parsed = { value: null }

/** Longer fields than this are not remembered for comparison. */
const REMEMBERED = 64

/** Most columns: the text is parsed, unless it is the same as in the row before. */
class TextualReader implements ColumnReader {
  value: Cell = null
  readonly raw = undefined
  note: NoteCode | undefined
  private fault: RowFaultCode | undefined
  private readonly parse: (text: string) => Parsed
  private readonly last = Buffer.alloc(REMEMBERED)
  private lastLength = -1

  constructor(parse: (text: string) => Parsed) {
    this.parse = parse
  }

  read(bytes: Buffer, start: number, end: number): RowFaultCode | undefined {
    if (this.isRepeated(bytes, start, end)) return this.fault
    const parsed = this.parse(decode(bytes, start, end))
    if ('fault' in parsed) {
      this.fault = parsed.fault
      this.value = null
      this.note = undefined
    } else {
      this.fault = undefined
      this.value = parsed.value
      this.note = parsed.note
    }
    this.remember(bytes, start, end)
    return this.fault
  }

  private isRepeated(bytes: Buffer, start: number, end: number): boolean {
    const length = end - start
    if (length !== this.lastLength) return false
    const { last } = this
    // From the end, where numbers that follow each other differ.
    for (let i = length - 1; i >= 0; i--) if (bytes[start + i] !== last[i]) return false
    return true
  }

  private remember(bytes: Buffer, start: number, end: number): void {
    const length = end - start
    if (length > REMEMBERED) {
      this.lastLength = -1
      return
    }
    this.lastLength = length
    for (let i = 0; i < length; i++) this.last[i] = bytes[start + i] ?? 0
  }
}

/** What `Buffer.toString` calls once it has looked at its arguments, half its time for short texts. */
interface SlicingBuffer {
  utf8Slice(start: number, end: number): string
  latin1Slice(start: number, end: number): string
}

function decode(bytes: Buffer, start: number, end: number): string {
  const slicing = bytes as unknown as SlicingBuffer
  for (let i = start; i < end; i++) {
    if ((bytes[i] ?? 0) >= 0x80) return slicing.utf8Slice(start, end)
  }
  return slicing.latin1Slice(start, end)
}

/** Texts are stored in one form; how they were written is kept where it differs. */
class TextReader implements ColumnReader {
  value: Cell = null
  raw: string | undefined
  readonly note = undefined

  read(bytes: Buffer, start: number, end: number): undefined {
    const written = decode(bytes, start, end)
    const stored = storedText(written)
    this.value = stored === '' ? null : stored
    this.raw = stored === written ? undefined : written
    return undefined
  }
}

/** Whole numbers: plain digits are read from the bytes, anything else as text. */
class NumberReader implements ColumnReader {
  value: number | null = null
  readonly raw = undefined
  readonly note = undefined
  private readonly separators: boolean
  private readonly lowest: number
  private readonly highest: number
  private readonly judge: (value: number) => RowFaultCode | undefined

  /** Values from `lowest` to `highest` are right; others are judged. */
  constructor(
    separators: boolean,
    lowest = 0,
    highest: number = Number.MAX_SAFE_INTEGER,
    judge: (value: number) => RowFaultCode | undefined = () => 'E_RANGE',
  ) {
    this.separators = separators
    this.lowest = lowest
    this.highest = highest
    this.judge = judge
  }

  private accept(value: number): RowFaultCode | undefined {
    this.value = value
    return value >= this.lowest && value <= this.highest ? undefined : this.judge(value)
  }

  read(bytes: Buffer, start: number, end: number): RowFaultCode | undefined {
    let value = 0
    if (end - start > 15) return this.readWritten(bytes, start, end)
    for (let i = start; i < end; i++) {
      const digit = (bytes[i] ?? 0) - 48
      if (digit < 0 || digit > 9) return this.readWritten(bytes, start, end)
      value = value * 10 + digit
    }
    return this.accept(value)
  }

  private readWritten(bytes: Buffer, start: number, end: number): RowFaultCode | undefined {
    const text = toLatinDigits(bytes.toString('utf8', start, end)).replace(INVISIBLE, '')
    this.value = null
    if (text === '') return undefined
    if (NEGATIVE.test(text)) return 'E_NEGATIVE'
    if (!this.separators && !/^\d+$/.test(text)) return 'E_TYPE'
    const value = parseRial(text)
    if (value === undefined) return DIGITS_ONLY.test(text) ? 'E_RANGE' : 'E_TYPE'
    return this.accept(value)
  }
}

const INVISIBLE = /[\s\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g
const NEGATIVE = /^[-\u2212\u2010-\u2015][\d,٬،]+$|^[\d,٬،]+[-\u2212]$/
const DIGITS_ONLY = /^[\d,٬،]+$/

function checking(
  check: (text: string) => Checked,
  notes: Partial<Record<Warning, NoteCode>> = {},
) {
  return (text: string): Parsed => {
    const checked = check(text)
    if (checked.ok) {
      const warning = checked.warnings?.[0]
      const note = warning && notes[warning]
      return note ? { value: checked.value, note } : { value: checked.value }
    }
    switch (checked.fault) {
      case 'required':
        return EMPTY
      case 'format':
        return { fault: 'E_FORMAT' }
      case 'checksum':
        return { fault: 'E_CHECKSUM' }
      case 'bank':
        return { fault: 'E_BANK' }
    }
  }
}

const FIRST_YEAR = 1250
const LAST_YEAR = 1499
/** Days that dates have been read as, by their digits, in one table for all columns. */
const knownDays = new Array<Day | undefined>((LAST_YEAR - FIRST_YEAR + 2) * 12 * 31).fill(undefined)
const SLASH = 0x2f

/** Dates: YYYY/MM/DD is read from the bytes, anything else as text. */
class DateReader implements ColumnReader {
  value: Cell = null
  readonly raw = undefined
  readonly note = undefined

  read(bytes: Buffer, start: number, end: number): RowFaultCode | undefined {
    if (end - start === 10 && bytes[start + 4] === SLASH && bytes[start + 7] === SLASH) {
      const year = twoDigits(bytes, start) * 100 + twoDigits(bytes, start + 2)
      const month = twoDigits(bytes, start + 5)
      const day = twoDigits(bytes, start + 8)
      const known = dayOf(year, month, day)
      if (known !== undefined) {
        this.value = known
        return undefined
      }
    }
    const text = decode(bytes, start, end)
    this.value = parseJalali(text) ?? null
    return this.value === null && text.replace(INVISIBLE, '') !== '' ? 'E_DATE' : undefined
  }
}

/** NaN unless both are digits. */
function twoDigits(bytes: Buffer, at: number): number {
  const tens = (bytes[at] ?? 0) - 48
  const ones = (bytes[at + 1] ?? 0) - 48
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN
}

function dayOf(year: number, month: number, day: number): Day | undefined {
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR && month >= 1 && month <= 12)) return undefined
  if (!(day >= 1 && day <= 31)) return undefined
  const place = ((year - FIRST_YEAR) * 12 + month) * 31 + day
  return (knownDays[place] ??= dayOfJalali(year, month, day))
}

/** Codes have 20 characters at most; names of parameters are words and longer. */
function parseCode(longest: number): (text: string) => Parsed {
  return (text) => {
    const code = text.trim()
    if (code === '') return EMPTY
    return code.length <= longest ? { value: code } : { fault: 'E_FORMAT' }
  }
}

function parseEnum(values: readonly string[]): (text: string) => Parsed {
  const known = new Map<string, Parsed>(values.map((value) => [value, { value }]))
  return (text) => known.get(text) ?? { fault: 'E_ENUM' }
}

function parseBool(text: string): Parsed {
  const bit = toLatinDigits(text).replace(INVISIBLE, '')
  if (bit === '') return EMPTY
  return bit === '0' || bit === '1' ? { value: Number(bit) } : { fault: 'E_ENUM' }
}

function parseTime(text: string): Parsed {
  const time = toLatinDigits(text).replace(INVISIBLE, '')
  if (time === '') return EMPTY
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(time) ? { value: time } : { fault: 'E_FORMAT' }
}

/** Only an account's own bank is noted when it has been merged: past payments there are nothing odd. */
function parseBank(ofAccount: boolean): (text: string) => Parsed {
  return (text) => {
    const code = toLatinDigits(text).replace(INVISIBLE, '')
    if (code === '') return EMPTY
    const bank = findBank(code)
    if (!bank) return { fault: 'E_BANK' }
    const isMerged = bank.mergedInto !== undefined
    return ofAccount && isMerged ? { value: code, note: 'W_BANK_CLOSED' } : { value: code }
  }
}

/** Three digits of the place of issue that are in no list: 000 and those above the last one given out. */
function hasUnknownPrefix(personId: string): boolean {
  const prefix = Number(personId.slice(0, 3))
  return personId.length === 10 && (prefix === 0 || prefix > 700)
}

function parsePerson(owner: boolean): (text: string) => Parsed {
  const parse = checking(checkPersonId)
  if (!owner) return parse
  return (text) => {
    const parsed = parse(text)
    const isOdd =
      'value' in parsed && typeof parsed.value === 'string' && hasUnknownPrefix(parsed.value)
    return isOdd ? { ...parsed, note: 'W_PREFIX' } : parsed
  }
}

/**
 * The reader of a column. `yearOf` gives the value of the row's year, which days of a month need;
 * it is read before them, since columns are read in the order of the layout.
 */
export function readerOf(column: Column, yearOf: () => Cell): ColumnReader {
  switch (column.type) {
    case 'text':
      return new TextReader()
    case 'code':
      return new TextualReader(parseCode(column.name === 'code' ? 60 : 20))
    case 'enum':
      return new TextualReader(parseEnum(column.values))
    case 'bool':
      return new TextualReader(parseBool)
    case 'int':
      return new NumberReader(false, 0, column.name === 'shareBp' ? 10_000 : undefined)
    case 'rial':
      return new NumberReader(true)
    case 'days': {
      const month = Number(column.name.slice(1))
      // Only the last month has fewer days in some years.
      const shortest = month === 12 ? 29 : monthLength(1400, month)
      return new NumberReader(false, 0, shortest, (value) =>
        value > monthLength(Number(yearOf()), month) ? 'E_DAYS' : undefined,
      )
    }
    case 'year':
      return new NumberReader(false, 1300, 1499)
    case 'month':
      return new NumberReader(false, 1, 12)
    case 'date':
      return new DateReader()
    case 'time':
      return new TextualReader(parseTime)
    case 'pid':
      return new TextualReader(parsePerson(column.key && column.ref === null))
    case 'ins':
      return new TextualReader(checking(checkInsuranceNumber))
    case 'legal':
      return new TextualReader(checking(checkLegalEntityId))
    case 'wcode':
      return new TextualReader(checking(checkWorkshopCode))
    case 'crow':
      return new TextualReader(checking(checkContractRow))
    case 'branch':
      return new TextualReader(checking(checkBranchCode))
    case 'pension':
      return new TextualReader(checking(checkPensionNumber))
    case 'bank':
      return new TextualReader(parseBank(column.key))
    case 'iban':
      return new TextualReader(checking(checkIban, { 'bank-merged': 'W_BANK_CLOSED' }))
    case 'mobile':
      return new TextualReader(checking(checkMobile))
    case 'postal':
      return new TextualReader(checking(checkPostalCode, { 'postal-pattern': 'W_POSTAL' }))
    case 'medical':
      return new TextualReader(checking(checkMedicalCouncilCode))
  }
}
