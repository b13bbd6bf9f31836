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
    for (;;) {
      const next = this.readRecord(this.rest)
      if (next < 0) return
      this.rest = next
      if (this.fields > 0) onRecord()
    }
  }

  /** Place after the record that begins at `from`, or -1 when its end is not there yet. */
  private readRecord(from: number): number {
    const { bytes, starts, ends, doubled } = this
    const length = bytes.length
    let breaks = 1
    let count = 0
    let at = from
    for (;;) {
      let start = at
      let end: number
      let quotes = 0
      if (at < length && bytes[at] === QUOTE) {
        start = ++at
        for (;;) {
          const byte = bytes[at]
          if (at >= length) return -1
          if (byte === QUOTE) {
            if (at + 1 >= length) return -1
            if (bytes[at + 1] !== QUOTE) break
            quotes = 1
            at++
          } else if (byte === LINE) breaks++
          at++
        }
        end = at++
        if (bytes[at] === RETURN) {
          if (at + 1 >= length) return -1
          if (bytes[at + 1] === LINE) at++
        }
        if (bytes[at] !== COMMA && bytes[at] !== LINE) throw new CsvFault()
      } else {
        let byte = bytes[at]
        while (byte !== COMMA && byte !== LINE) {
          if (++at >= length) return -1
          byte = bytes[at]
        }
        end = byte === LINE && at > start && bytes[at - 1] === RETURN ? at - 1 : at
      }
      if (count < MOST_FIELDS) {
        starts[count] = start
        ends[count] = end
        doubled[count] = quotes
      }
      count++
      if (bytes[at++] === LINE) {
        const empty = count === 1 && start === end && start === from
        this.fields = empty ? 0 : count
        this.line = this.nextLine
        this.nextLine += breaks
        return at
      }
    }
  }
}

/** Text of a field, quotes undone. */
export function fieldText(record: CsvRecord, field: number): string {
  const text = record.bytes.toString('utf8', record.starts[field] ?? 0, record.ends[field] ?? 0)
  return record.doubled[field] === 1 ? text.replaceAll('""', '"') : text
}
