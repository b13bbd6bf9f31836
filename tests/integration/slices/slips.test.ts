import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openBranchOffice, removeOffice, type BranchOffice } from '../../support/branch-office.ts'
import { jalali, openFileOf } from '../../support/counter.ts'
import { noPapers } from '../../support/papers.ts'
import {
  amountIn,
  LONG_PENSION,
  LONG_PENSIONER,
  LONG_SLIPS,
  madeSlips,
  ONE_RIAL_SHORT,
  PAID_EARLY,
  SLIP_LINES,
  slipExtract,
  sumOf,
} from '../../support/slip-extract.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const folder = temporaryFolder()
const slips = madeSlips()
const WORKED = { personId: '0000001341', pensionNumber: '8000134' }
let office: BranchOffice

beforeAll(async () => {
  office = await openBranchOffice({ folder, papers: noPapers, today: jalali('1405/09/02') })
  await office.import(slipExtract())
}, 120_000)

afterAll(async () => {
  await office.close()
  removeOffice(folder)
})

beforeEach(async () => {
  await office.signIn(1)
})

const visitOf = async (personId: string) => (await openFileOf(office, 1, personId)).visit.visitId
const numberOf = (year: number, month: number, type = 'MONTHLY') =>
  slips.find((one) => one.year === year && one.month === month && one.paymentType === type)
    ?.slipNumber ?? ''
const net = (year: number, type: string) =>
  slips
    .filter((one) => one.year === year && one.paymentType === type)
    .reduce(
      (sum, one) => sum + sumOf(one, 'PAYMENT') - sumOf(one, 'DEDUCTION') - sumOf(one, 'LOAN'),
      0,
    )

describe('a file of 420 slips', () => {
  test('is listed whole, newest first, each slip with what is wrong with it', async () => {
    const visitId = await visitOf(LONG_PENSIONER)
    const list = await office.get(1, 'pensions.slips', { visitId, pensionNumber: LONG_PENSION })
    expect(list).toHaveLength(LONG_SLIPS)
    expect(list.at(-1)?.slipNumber).toBe(slips[0]?.slipNumber)
    expect(
      list
        .filter(({ notices }) => notices.length > 0)
        .map(({ year, month, notices }) => ({ year, month, notices })),
    ).toEqual([
      { ...ONE_RIAL_SHORT, notices: ['PAYMENTS_DIFFER'] },
      { ...PAID_EARLY, notices: ['PAID_BEFORE_MONTH'] },
    ])
    const slip = await office.get(1, 'pensions.slip', {
      visitId,
      slipNumber: numberOf(PAID_EARLY.year, PAID_EARLY.month),
    })
    expect(slip.lines).toHaveLength(SLIP_LINES)
    expect(slip.notices).toEqual(['PAID_BEFORE_MONTH'])
  })

  test('has years whose sums are those of the slips', async () => {
    const visitId = await visitOf(LONG_PENSIONER)
    const of = (year: number) =>
      office.get(1, 'pensions.slipYear', { visitId, pensionNumber: LONG_PENSION, year })
    const whole = await of(1400)
    expect(whole.months.map(({ state }) => state)).toEqual(Array.from({ length: 12 }, () => 'PAID'))
    expect([whole.monthly.net, whole.eid.net, whole.arrears.net]).toEqual([
      net(1400, 'MONTHLY'),
      net(1400, 'EID_BONUS'),
      net(1400, 'ARREARS'),
    ])
    expect(whole.average).toBe(Math.round(net(1400, 'MONTHLY') / 12))
    const first = await of(1375)
    expect(first.months.map(({ state }) => state).join(' ')).toBe(
      [
        ...Array.from({ length: 8 }, () => 'OUTSIDE'),
        ...Array.from({ length: 4 }, () => 'PAID'),
      ].join(' '),
    )
    const last = await of(1405)
    expect(last.months.slice(8).map(({ state }) => state)).toEqual(
      Array.from({ length: 4 }, () => 'NOT_YET'),
    )
    expect((await of(PAID_EARLY.year)).months[PAID_EARLY.month - 1]?.notices).toEqual([
      'PAID_BEFORE_MONTH',
    ])
  })

  test('tells what changed between two months and why', async () => {
    const visitId = await visitOf(LONG_PENSIONER)
    const compare = (from: string, to: string) =>
      office.get(1, 'pensions.compareSlips', { visitId, from, to })
    const found = await compare(numberOf(1399, 12), numberOf(1400, 1))
    expect(
      found.lines.filter(({ change }) => change !== 'SAME').map(({ item, why }) => [item, why]),
    ).toEqual([
      ['BASE', 'decree-effective'],
      ['ANNUAL_INCREASE', 'decree-effective'],
    ])
    expect(found.payments).toMatchObject({
      difference: 2 * (amountIn('BASE', 1400) - amountIn('BASE', 1399)),
      unlisted: 0,
    })
    expect(found.reasons).toEqual([
      {
        code: 'decree-effective',
        values: {
          ...{ decree: `1400-${LONG_PENSION}-1`, kind: 'ANNUAL' },
          ...{ day: jalali('1400/01/01'), issued: jalali('1400/01/20') },
        },
      },
    ])
    const eid = await compare(numberOf(1400, 10), numberOf(1400, 11, 'EID_BONUS'))
    expect(eid.reasons[0]).toEqual({
      code: 'payment-type',
      values: { from: 'MONTHLY', to: 'EID_BONUS' },
    })
    const short = await compare(numberOf(1391, 5), numberOf(1391, 6))
    expect(short.to.notices).toEqual(['PAYMENTS_DIFFER'])
    expect(short.payments).toMatchObject({ difference: 1, unlisted: 1 })
  })

  test('follows each of two loans of one bank to its end and the next', async () => {
    const visitId = await visitOf(LONG_PENSIONER)
    const ended = slips.find((slip) =>
      slip.lines.some((line) => line.block === 'LOAN' && line.remaining === 0),
    )
    const next = slips.find(
      (slip, at) => slip.paymentType === 'MONTHLY' && at > slips.findIndex((one) => one === ended),
    )
    const { reasons, loans } = await office.get(1, 'pensions.compareSlips', {
      visitId,
      from: ended?.slipNumber ?? '',
      to: next?.slipNumber ?? '',
    })
    expect(loans.difference).toBe(0)
    expect(reasons.map(({ code }) => code)).toEqual(['loan-ended', 'loan-began'])
  })
})

describe('slips of others', () => {
  test('are nobody else’s to compare, and a file without a share has no year', async () => {
    const visitId = await visitOf(WORKED.personId)
    const own = await office.get(1, 'pensions.slips', {
      visitId,
      pensionNumber: WORKED.pensionNumber,
    })
    const [one] = own
    expect(
      await office.refusal(1, 'pensions.compareSlips', {
        visitId,
        from: one?.slipNumber ?? '',
        to: slips[0]?.slipNumber ?? '',
      }),
    ).toMatchObject({ code: 'not-found', what: 'slip' })
    expect(
      await office.refusal(1, 'pensions.slipYear', {
        visitId,
        pensionNumber: LONG_PENSION,
        year: 1400,
      }),
    ).toMatchObject({ code: 'not-found', what: 'pension' })
  })

  test('of two files of one person are not compared', async () => {
    const visitId = await visitOf('0000001104')
    const files = await office.get(1, 'pensions.files', visitId)
    const newest = await Promise.all(
      files.map(async ({ pensionNumber }) => {
        const [slip] = await office.get(1, 'pensions.slips', { visitId, pensionNumber })
        return slip?.slipNumber ?? ''
      }),
    )
    const [from = '', to = ''] = newest.filter(Boolean)
    expect(await office.refusal(1, 'pensions.compareSlips', { visitId, from, to })).toMatchObject({
      code: 'rule',
      what: 'slips-of-two-files',
    })
  })
})

test('the worked slip stands beside the other of its month', async () => {
  const visitId = await visitOf(WORKED.personId)
  const list = await office.get(1, 'pensions.slips', {
    visitId,
    pensionNumber: WORKED.pensionNumber,
  })
  const [second, first] = list.filter(({ year, month }) => year === 1405 && month === 2)
  expect(second).toMatchObject({ seq: 2, net: 224_325_550 })
  const found = await office.get(1, 'pensions.compareSlips', {
    visitId,
    from: first?.slipNumber ?? '',
    to: second?.slipNumber ?? '',
  })
  expect(found.reasons.map(({ code }) => code)).toEqual(['same-month', 'unknown'])
  expect(found.net.difference).toBe(224_325_550 - (first?.net ?? 0))
  const year = await office.get(1, 'pensions.slipYear', {
    visitId,
    pensionNumber: WORKED.pensionNumber,
    year: 1405,
  })
  expect(year.months[1]).toMatchObject({
    monthly: { slips: 2, net: (first?.net ?? 0) + 224_325_550 },
  })
})
