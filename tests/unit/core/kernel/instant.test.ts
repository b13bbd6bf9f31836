import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { dayInTehran, Instant, instantAt, tehranTime } from '#core/kernel/instant.ts'

/** The zone's own record: every second before and after a change of the clock. */
const file = new URL('../../../fixtures/corpus/tz/asia_tehran_transitions.txt', import.meta.url)
const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec'
const STAMP = String.raw`\w{3} (\w{3}) +(\d+) ([\d:]{8}) (\d{4})`
const LINE = new RegExp(`^Asia/Tehran +${STAMP} UT = ${STAMP} `)

function stamp([month = '', date = '', time = '', year = '']: readonly string[]): string {
  const number = String(MONTHS.indexOf(month) / 3 + 1).padStart(2, '0')
  return `${year}-${number}-${date.padStart(2, '0')}T${time}`
}

const changes = readFileSync(file, 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => {
    const parts = LINE.exec(line)
    if (!parts) throw new Error(line)
    const [, ...cells] = parts
    return { utc: stamp(cells.slice(0, 4)), local: stamp(cells.slice(4)) }
  })

describe('the clock of Tehran', () => {
  it('has changes from 1977 to 1401 and none after', () => {
    expect(changes.length).toBeGreaterThan(100)
    expect(changes.at(-1)?.utc).toBe('2022-09-21T19:30:00')
  })

  it.each(changes)('$utc UTC is $local', ({ utc, local }) => {
    const instant = instantAt(Date.parse(`${utc}Z`))
    expect(`${dayInTehran(instant)}T${tehranTime(instant)}`).toBe(local.slice(0, 16))
  })

  it('is three and a half hours ahead of UTC in every later summer and winter', () => {
    for (const year of [2023, 2026, 2040])
      for (const month of ['01', '04', '07', '10']) {
        const noon = Instant.parse(`${year}-${month}-15T12:00:00.000Z`)
        expect(tehranTime(noon)).toBe('15:30')
      }
  })

  it('takes the day of Tehran, not of UTC', () => {
    expect(dayInTehran(Instant.parse('2026-03-20T20:29:59.999Z'))).toBe('2026-03-20')
    expect(dayInTehran(Instant.parse('2026-03-20T20:30:00.000Z'))).toBe('2026-03-21')
    expect(tehranTime(Instant.parse('2026-03-20T20:30:00.000Z'))).toBe('00:00')
  })
})

describe('Instant', () => {
  it.each(['2026-03-20T20:30:00Z', '2026-03-20T20:30:00.000+03:30', '2026-03-20', 'now', ''])(
    '%s is none',
    (text) => {
      expect(Instant.safeParse(text).success).toBe(false)
    },
  )

  it('is what the machine writes', () => {
    expect(Instant.parse(instantAt(0))).toBe('1970-01-01T00:00:00.000Z')
    expect(() => instantAt(Number.NaN)).toThrow(RangeError)
  })
})
