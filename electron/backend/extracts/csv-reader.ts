const QUOTE = 0x22
const COMMA = 0x2c
const LINE = 0x0a
const RETURN = 0x0d

/** Longer records than this are no rows of an extract; without a limit one quote would eat all memory. */
const LONGEST_RECORD = 4 << 20
const MOST_FIELDS = 256

/**
 * The record that was just read, as places in `bytes`; valid until the reader goes on. A field that was
 * quoted has its quotes left out; `doubled` says that it still holds doubled quotes.
 */
export interface CsvRecord {
  readonly bytes: Buffer
  /** Fields of the record; only the first 256 have places. */
  readonly fields: number
  readonly starts: Int32Array
  readonly ends: Int32Array
  readonly doubled: Uint8Array
  /** Physical line on which the record begins, 1 being the first of the file. */
  readonly line: number
}

/** What is wrong with the quotes of a file. */
export class CsvFault extends Error {
  constructor() {
    super('quotes')
    this.name = 'CsvFault'
  }
}

/**
 * Reads records of RFC 4180 out of pieces of a file: commas, CRLF or LF, quoted fields with doubled quotes
 * and line breaks. A byte order mark is skipped, empty lines are no records. Throws CsvFault.
 */
export class CsvReader implements CsvRecord {
  bytes: Buffer = Buffer.alloc(0)
  fields = 0
  readonly starts = new Int32Array(MOST_FIELDS)
  readonly ends = new Int32Array(MOST_FIELDS)
  readonly doubled = new Uint8Array(MOST_FIELDS)
  line = 1
  private nextLine = 1
  private rest = 0
  private begun = false
  private quotedBreaks = 0
  private quotedQuotes = 0

  /** Takes the next piece and hands over every record that ends in it. */
  feed(piece: Buffer, onRecord: () => void): void {
    const kept = this.bytes.subarray(this.rest)
    this.bytes = kept.length === 0 ? piece : Buffer.concat([kept, piece])
    this.rest = 0
    if (!this.begun) {
      if (this.bytes.length < 3) return
      this.begun = true
      if (this.bytes[0] === 0xef && this.bytes[1] === 0xbb && this.bytes[2] === 0xbf) this.rest = 3
    }
    this.readAll(onRecord)
    if (this.bytes.length - this.rest > LONGEST_RECORD) throw new CsvFault()
  }

  /** After the last piece: hands over a record that no line break ends. */
  end(onRecord: () => void): void {
    if (this.bytes.length === this.rest) return
    this.begun = true
    this.bytes = Buffer.concat([this.bytes.subarray(this.rest), Buffer.from('\n')])
    this.rest = 0
    this.readAll(onRecord)
    if (this.rest < this.bytes.length) throw new CsvFault()
  }

  private readAll(onRecord: () => void): void {
    // Up to the last line break a bare field needs no look at the end of the bytes.
    const stop = this.bytes.lastIndexOf(LINE) + 1
    while (this.rest < stop) {
      const next = this.readRecord(this.rest, stop)
      if (next < 0) return
      this.rest = next
      if (this.fields > 0) onRecord()
    }
  }

  /** Place after the record that begins at `from`, or -1 when its end is not before `stop`. */
  private readRecord(from: number, stop: number): number {
    const { bytes, starts, ends, doubled } = this
    let breaks = 1
    let count = 0
    let at = from
    for (;;) {
      if (at >= stop) return -1
      let start = at
      let end: number
      let quotes = 0
      let byte = bytes[at]
      if (byte === QUOTE) {
        const after = this.readQuoted(at, stop)
        if (after < 0) return -1
        start++
        breaks += this.quotedBreaks
        quotes = this.quotedQuotes
        end = after - 1
        at = bytes[after] === RETURN && bytes[after + 1] === LINE ? after + 1 : after
        byte = bytes[at]
        if (byte !== COMMA && byte !== LINE) throw new CsvFault()
      } else {
        while (byte !== COMMA && byte !== LINE) byte = bytes[++at]
        end = byte === LINE && at > start && bytes[at - 1] === RETURN ? at - 1 : at
      }
      if (count < MOST_FIELDS) {
        starts[count] = start
        ends[count] = end
        doubled[count] = quotes
      }
      count++
      at++
      if (byte === LINE) {
        this.fields = count === 1 && start === end && start === from ? 0 : count
        this.line = this.nextLine
        this.nextLine += breaks
        return at
      }
    }
  }

  /** Place after the closing quote of the field that begins at `from`, or -1. */
  private readQuoted(from: number, stop: number): number {
    const { bytes } = this
    this.quotedBreaks = 0
    this.quotedQuotes = 0
    for (let at = from + 1; at < stop; at++) {
      const byte = bytes[at]
      if (byte === LINE) this.quotedBreaks++
      else if (byte === QUOTE) {
        if (at + 1 >= stop || bytes[at + 1] !== QUOTE) return at + 1 < stop ? at + 1 : -1
        this.quotedQuotes = 1
        at++
      }
    }
    return -1
  }
}

/** Text of a field, quotes undone. */
export function fieldText(record: CsvRecord, field: number): string {
  const text = record.bytes.toString('utf8', record.starts[field] ?? 0, record.ends[field] ?? 0)
  return record.doubled[field] === 1 ? text.replaceAll('""', '"') : text
}
