import { isUtf8 } from 'node:buffer'

const QUOTE = 0x22
const COMMA = 0x2c
const LINE = 0x0a
const RETURN = 0x0d

/** Checks that pieces of a file are UTF-8 when put together. */
export class Utf8Scan {
  private rest = Buffer.alloc(0)
  private sound = true

  feed(piece: Buffer): void {
    if (!this.sound) return
    const bytes = this.rest.length === 0 ? piece : Buffer.concat([this.rest, piece])
    const end = wholeCharacters(bytes)
    this.sound = isUtf8(bytes.subarray(0, end))
    this.rest = Buffer.from(bytes.subarray(end))
  }

  isSound(): boolean {
    return this.sound && this.rest.length === 0
  }
}

/** Length without a character that the next piece may complete. */
function wholeCharacters(bytes: Buffer): number {
  const length = bytes.length
  for (let back = 1; back <= 3 && back <= length; back++) {
    const byte = bytes[length - back] ?? 0
    if (byte < 0x80) return length
    if (byte < 0xc0) continue
    const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
    return needed > back ? length - back : length
  }
  return length
}

const FIELD_START = 0
const PLAIN = 1
const QUOTED = 2
/** Just after a quote inside a quoted field: the field is over, or the quote was doubled. */
const AFTER_QUOTE = 3
/** A carriage return after a closing quote: only a line feed may follow. */
const AFTER_RETURN = 4

/**
 * Counts the records of a CSV file and checks its quotes, without taking fields apart: quotes and
 * line breaks are searched natively. Agrees with `CsvReader` on what a record is.
 */
export class CsvScan {
  private state = FIELD_START
  private records = 0
  private broken = false
  /** Bytes of the present record so far, and whether the first is a carriage return. */
  private length = 0
  private startsWithReturn = false

  feed(piece: Buffer): void {
    let at = 0
    while (at < piece.length && !this.broken) {
      if (this.state === QUOTED) at = this.skipQuoted(piece, at)
      else if (this.state === AFTER_QUOTE || this.state === AFTER_RETURN)
        this.afterQuote(piece[at++])
      else at = this.skipPlain(piece, at)
    }
  }

  /** Goes on to the next quote, which ends the field or is the first of two. */
  private skipQuoted(piece: Buffer, from: number): number {
    const quote = piece.indexOf(QUOTE, from)
    const end = quote < 0 ? piece.length : quote + 1
    this.length += end - from
    if (quote >= 0) this.state = AFTER_QUOTE
    return end
  }

  private afterQuote(byte: number | undefined): void {
    const isReturned = this.state === AFTER_RETURN
    if (byte === LINE) {
      this.endRecord()
      this.state = FIELD_START
      return
    }
    this.length++
    if (isReturned) this.broken = true
    else if (byte === QUOTE) this.state = QUOTED
    else if (byte === COMMA) this.state = FIELD_START
    else if (byte === RETURN) this.state = AFTER_RETURN
    else this.broken = true
  }

  /** Goes on to the next quote: at the start of a field it opens one, elsewhere it means nothing. */
  private skipPlain(piece: Buffer, from: number): number {
    const quote = piece.indexOf(QUOTE, from)
    const end = quote < 0 ? piece.length : quote
    this.countLines(piece, from, end)
    if (quote < 0) return end
    if (this.length === 0) this.startsWithReturn = false
    this.length++
    this.state = this.state === FIELD_START ? QUOTED : PLAIN
    return end + 1
  }

  private countLines(piece: Buffer, start: number, stop: number): void {
    let from = start
    while (from < stop) {
      const at = piece.indexOf(LINE, from)
      const end = at < 0 || at > stop ? stop : at
      if (this.length === 0 && end > from) this.startsWithReturn = piece[from] === RETURN
      this.length += end - from
      if (end === stop) break
      this.endRecord()
      from = end + 1
    }
    if (stop === start) return
    const last = piece[stop - 1]
    this.state = last === COMMA || last === LINE ? FIELD_START : PLAIN
  }

  /** An empty line, with or without a carriage return, is no record. */
  private endRecord(): void {
    if (!this.isEmpty()) this.records++
    this.length = 0
    this.startsWithReturn = false
  }

  private isEmpty(): boolean {
    return this.length === 0 || (this.length === 1 && this.startsWithReturn)
  }

  /** Call after the last piece. */
  isSound(): boolean {
    return !this.broken && this.state !== QUOTED
  }

  /** Records including the header; call after the last piece. */
  count(): number {
    return this.records + (this.isEmpty() ? 0 : 1)
  }
}
