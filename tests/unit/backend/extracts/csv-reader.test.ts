import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CsvFault, CsvReader, fieldText } from '../../../../electron/backend/extracts/csv-reader.ts'
import { CsvScan, Utf8Scan } from '../../../../electron/backend/extracts/file-scan.ts'

interface Read {
  readonly rows: (readonly string[])[]
  readonly lines: number[]
}

/** Reads bytes cut into pieces of the given length. */
function read(bytes: Buffer, piece: number): Read {
  const reader = new CsvReader()
  const result: Read = { rows: [], lines: [] }
  const onRecord = (): void => {
    result.rows.push(Array.from({ length: reader.fields }, (_, i) => fieldText(reader, i)))
    result.lines.push(reader.line)
  }
  for (let at = 0; at < bytes.length; at += piece)
    reader.feed(bytes.subarray(at, at + piece), onRecord)
  reader.end(onRecord)
  return result
}

function scan(bytes: Buffer, piece: number): { readonly sound: boolean; readonly count: number } {
  const csv = new CsvScan()
  for (let at = 0; at < bytes.length; at += piece) csv.feed(bytes.subarray(at, at + piece))
  return { sound: csv.isSound(), count: csv.count() }
}

describe('records of a CSV file', () => {
  it('may be quoted, hold commas, doubled quotes and line breaks, and end with LF or CRLF', () => {
    const { rows, lines } = read(
      Buffer.from('a,b\r\n"x,1","y""z"\n"two\r\nlines",\r\nlast,row'),
      1000,
    )
    expect(rows).toEqual([
      ['a', 'b'],
      ['x,1', 'y"z'],
      ['two\r\nlines', ''],
      ['last', 'row'],
    ])
    expect(lines).toEqual([1, 2, 3, 5])
  })

  it('begin after a byte order mark, and empty lines are none', () => {
    const { rows, lines } = read(Buffer.from('\ufeffa,b\n\n\r\n1,2\n'), 1)
    expect(rows).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ])
    expect(lines).toEqual([1, 4])
  })

  it('take quotes inside a bare field as they are', () => {
    expect(read(Buffer.from('a"b,c""\n'), 3).rows).toEqual([['a"b', 'c""']])
  })

  it.each(['"open', 'a,"open\nb,c\n', '"x"y,z\n', '"x" ,z\n', '"x"\ry\n'])('refuse %j', (text) => {
    expect(() => read(Buffer.from(text), 100)).toThrow(CsvFault)
    expect(scan(Buffer.from(text), 100).sound).toBe(false)
  })

  it('of any texts come back as they were written, however the file is cut', () => {
    const field = fc.string({ unit: fc.constantFrom('a', 'ی', '"', ',', '\n', '\r\n', ' ', '۱') })
    const row = fc.array(field, { minLength: 2, maxLength: 4 })
    fc.assert(
      fc.property(fc.array(row), fc.integer({ min: 1, max: 40 }), (table, piece) => {
        const quoted = table.map((cells) =>
          cells.map((c) => `"${c.replaceAll('"', '""')}"`).join(','),
        )
        const bytes = Buffer.from(quoted.map((line) => `${line}\r\n`).join(''))
        expect(read(bytes, piece).rows).toEqual(table)
        expect(scan(bytes, piece)).toEqual({ sound: true, count: table.length })
      }),
    )
  })

  it('are counted by the scan as the reader reads them, or both refuse', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', 'ک'), maxLength: 30 })
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 9 }), (content, piece) => {
        const bytes = Buffer.from(content)
        let count = -1
        try {
          count = read(bytes, piece).rows.length
        } catch (cause) {
          expect(cause).toBeInstanceOf(CsvFault)
        }
        const scanned = scan(bytes, piece)
        expect(scanned.sound ? scanned.count : -1).toBe(count)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('the check of UTF-8', () => {
  const isSound = (bytes: Buffer, piece: number): boolean => {
    const utf8 = new Utf8Scan()
    for (let at = 0; at < bytes.length; at += piece) utf8.feed(bytes.subarray(at, at + piece))
    return utf8.isSound()
  }

  it('accepts any text in any pieces', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.integer({ min: 1, max: 7 }),
        (text, piece) => {
          expect(isSound(Buffer.from(text), piece)).toBe(true)
        },
      ),
    )
  })

  it.each([
    [[0xff]],
    [[0xd9, 0x41]],
    [[0xd9]],
    [[0xe2, 0x80]],
    [[0xc0, 0x80]],
    [[0xed, 0xa0, 0x80]],
  ])('refuses %j', (bytes) => {
    for (const piece of [1, 2, 10]) expect(isSound(Buffer.from(bytes), piece)).toBe(false)
  })
})
