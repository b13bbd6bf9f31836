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
 * Counts the records of a CSV file and checks its quotes, without taking fields apart: pieces without
 * quotes are searched natively for line breaks. Agrees with `CsvReader` on what a record is.
 */
export class CsvScan {
  private state = FIELD_START
  private records = 0
  private broken = false
  /** Bytes of the present record so far, and whether the first is a carriage return. */
  private length = 0
  private startsWithReturn = false

  feed(piece: Buffer): void {
    if (this.broken) return
    const quoteless = this.state < QUOTED && !piece.includes(QUOTE)
    if (quoteless) this.countLines(piece)
    else this.walk(piece)
  }

  private countLines(piece: Buffer): void {
    let from = 0
    for (;;) {
      const at = piece.indexOf(LINE, from)
      const end = at < 0 ? piece.length : at
      if (this.length === 0 && end > from) this.startsWithReturn = piece[from] === RETURN
      this.length += end - from
      if (at < 0) break
      this.endRecord()
      from = at + 1
    }
    if (piece.length === 0) return
    const last = piece[piece.length - 1]
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

  private walk(piece: Buffer): void {
    let state = this.state
    for (const byte of piece) {
      if (state === QUOTED) {
        this.length++
        if (byte === QUOTE) state = AFTER_QUOTE
        continue
      }
      if (byte === LINE) {
        this.endRecord()
        state = FIELD_START
        continue
      }
      if (this.length++ === 0) this.startsWithReturn = byte === RETURN
      if (state === AFTER_RETURN) {
        this.broken = true
        return
      }
      if (byte === COMMA) state = FIELD_START
      else if (state === AFTER_QUOTE) {
        if (byte === QUOTE) state = QUOTED
        else if (byte === RETURN) state = AFTER_RETURN
        else {
          this.broken = true
          return
        }
      } else state = byte === QUOTE && state === FIELD_START ? QUOTED : PLAIN
    }
    this.state = state
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
