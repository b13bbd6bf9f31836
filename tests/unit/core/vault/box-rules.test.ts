import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { LARGEST_FILE } from '#core/kernel/file-carriers.ts'
import { RequestPaper } from '#core/requests/request-paper.model.ts'
import { boxLimits } from '#core/vault/box-limits.rules.ts'
import { boxRoom } from '#core/vault/box-room.rules.ts'
import { isSamePicture, PATCHES } from '#core/vault/same-picture.rules.ts'
import { isNewLabel, labelFault } from '#core/vault/scan-label.rules.ts'
import { mayTry, MOST_WRONG_A_DAY } from '#core/vault/share-tries.rules.ts'
import defaults from '../../../../resources/parameters.json' with { type: 'json' }
import { ParameterFile, type Parameter } from '#core/parameters/parameters.model.ts'
import { jalali } from '../../../support/counter.ts'

const MEGABYTE = 1024 * 1024
const parameters = ParameterFile.parse(defaults)
const today = jalali('1405/09/02')
const changed = (code: string, change: Partial<Parameter>): readonly Parameter[] =>
  parameters.map((row) => (row.code === code ? { ...row, ...change } : row))

describe('what may be put into a box', () => {
  it('is ten megabytes for a person, as the organisation says, and what this office chose', () => {
    expect(boxLimits(parameters, today)).toEqual({
      ...{ quotaBytes: 10 * MEGABYTE, fileBytes: 20 * MEGABYTE, scanBytes: 2 * MEGABYTE },
      pages: 20,
    })
  })

  it('follows its day, and is never more than a call carries', () => {
    const larger = [
      ...changed('BOX_QUOTA_MEGABYTES', { validTo: jalali('1405/12/29') }),
      ...changed('BOX_QUOTA_MEGABYTES', { value: '25', validFrom: jalali('1406/01/01') }),
    ]
    expect(boxLimits(larger, today).quotaBytes).toBe(10 * MEGABYTE)
    expect(boxLimits(larger, jalali('1406/01/01')).quotaBytes).toBe(25 * MEGABYTE)
    const files = changed('BOX_FILE_MEGABYTES', { value: '500' })
    expect(boxLimits(files, today).fileBytes).toBe(LARGEST_FILE)
  })

  it.each(['BOX_QUOTA_MEGABYTES', 'BOX_FILE_MEGABYTES', 'BOX_SCAN_PAGES'])(
    'is not guessed where %s is missing or nothing',
    (code) => {
      const refusal = expect.objectContaining({
        data: { code: 'unavailable', what: 'box-limits' },
      }) as unknown
      const without = parameters.filter((row) => row.code !== code)
      expect(() => boxLimits(without, today)).toThrow(refusal)
      expect(() => boxLimits(changed(code, { value: '0' }), today)).toThrow(refusal)
    },
  )
})

describe('the room of a box', () => {
  test.each([
    [0, 'ROOMY', 0],
    [8 * MEGABYTE - 1, 'ROOMY', 79],
    [8 * MEGABYTE, 'NEARLY_FULL', 80],
    [10 * MEGABYTE - 50 * 1024, 'NEARLY_FULL', 99],
    [10 * MEGABYTE - 50 * 1024 + 1, 'FULL', 99],
    [10 * MEGABYTE, 'FULL', 100],
    [12 * MEGABYTE, 'FULL', 100],
  ] as const)('with %d bytes used is %s, %d per cent', (used, state, percent) => {
    expect(boxRoom(used, 10 * MEGABYTE)).toMatchObject({ state, percent })
  })

  it('never grows with what is put in', () => {
    const bytes = fc.nat(30 * MEGABYTE)
    fc.assert(
      fc.property(bytes, bytes, fc.integer({ min: 1, max: 20 * MEGABYTE }), (a, b, quota) => {
        const [less, more] = a <= b ? [a, b] : [b, a]
        const [before, after] = [boxRoom(less, quota), boxRoom(more, quota)]
        expect(after.freeBytes).toBeLessThanOrEqual(before.freeBytes)
        expect(after.percent).toBeGreaterThanOrEqual(before.percent)
        expect(before.freeBytes).toBe(Math.max(0, quota - less))
      }),
    )
  })
})

describe('the same picture', () => {
  const picture = fc.uint8Array({ minLength: PATCHES, maxLength: 4 * PATCHES })

  it('is itself, whichever comes first, and nothing is a picture of nothing', () => {
    fc.assert(
      fc.property(picture, picture, (one, other) => {
        expect(isSamePicture(one, one)).toBe(true)
        expect(isSamePicture(one, other)).toBe(isSamePicture(other, one))
      }),
    )
    expect(isSamePicture(new Uint8Array(), new Uint8Array())).toBe(false)
  })

  it('is another when a single patch is, however large the rest', () => {
    fc.assert(
      fc.property(picture, fc.nat(), (one, place) => {
        const other = Uint8Array.from(one)
        const at = place % one.length
        other[at] = ((one[at] ?? 0) + 128) % 256
        expect(isSamePicture(one, other)).toBe(false)
      }),
    )
  })
})

describe('what a scan proves', () => {
  const scan = (pages: number, papers: RequestPaper[], requests: string[] = []) => ({
    ...{ papers, requests, title: 'مدرک' },
    measure: { size: 10, pages, width: null, height: null },
  })
  const label = (...papers: RequestPaper[]) => ({ title: 'مدرک', papers })

  test.each([
    ['one paper by one page', scan(1, ['PHOTO']), label('NATIONAL_CARD'), undefined],
    [
      'two papers by one page',
      scan(1, ['PHOTO']),
      label('PHOTO', 'NATIONAL_CARD'),
      'scan-tags-over-pages',
    ],
    ['two papers by two pages', scan(2, ['PHOTO']), label('PHOTO', 'NATIONAL_CARD'), undefined],
    ['one paper, named twice', scan(1, ['PHOTO']), label('PHOTO', 'PHOTO'), undefined],
    [
      'nothing any more of what a request rests on',
      scan(2, ['PHOTO'], ['900-1']),
      label('NATIONAL_CARD'),
      'scan-tags-held',
    ],
    [
      'more than what a request rests on',
      scan(2, ['PHOTO'], ['900-1']),
      label('PHOTO', 'NATIONAL_CARD'),
      undefined,
    ],
  ])('%s', (_what, before, wanted, fault) => {
    expect(labelFault(before, wanted)).toBe(fault)
  })

  it('is unknown in pages for an old scan, which proves one paper', () => {
    const old = { ...scan(1, ['PHOTO']), measure: null }
    expect(labelFault(old, label('PHOTO', 'WARRANTY'))).toBe('scan-tags-over-pages')
  })

  it('is told anew only when the title or the papers are others', () => {
    const papers = fc.uniqueArray(fc.constantFrom(...RequestPaper.options), { minLength: 1 })
    fc.assert(
      fc.property(papers, papers, (before, after) => {
        const isSame = new Set([...before, ...after]).size === before.length
        const same = isSame && before.length === after.length
        expect(isNewLabel(scan(9, before), label(...after))).toBe(!same)
      }),
    )
    expect(isNewLabel(scan(1, ['PHOTO']), { title: 'نام دیگر', papers: ['PHOTO'] })).toBe(true)
  })
})

describe('tries at a password', () => {
  const now = 1_000_000
  const atDesk = (count: number, secondsAgo: number) => ({
    ...{ atDesk: { count, lastAt: now - secondsAgo * 1000 }, wrongToday: 0 },
  })

  test.each([
    [3, 0, 0],
    [4, 0, 2],
    [5, 1, 3],
    [6, 8, 0],
    [20, 0, 300],
  ])('after %d wrong ones, %d seconds ago, the next waits %d', (count, ago, seconds) => {
    expect(mayTry(atDesk(count, ago), now)).toEqual(
      seconds === 0 ? { may: true } : { may: false, what: 'share-check-too-soon', seconds },
    )
  })

  it('at one person end for the day, at whatever desk', () => {
    const wrong = (wrongToday: number) => mayTry({ atDesk: undefined, wrongToday }, now)
    expect(wrong(MOST_WRONG_A_DAY - 1)).toEqual({ may: true })
    expect(wrong(MOST_WRONG_A_DAY)).toMatchObject({ may: false, what: 'share-check-locked' })
  })
})
