import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import parameterFile from '../../../../resources/parameters.json' with { type: 'json' }
import { DeviceCode, DEVICE_PARTS, DEVICES } from '#core/benefits/assistive-device-table.model.ts'
import {
  decideDevice,
  type DeviceCase,
  type DeviceUser,
  type EarlierDevice,
} from '#core/benefits/assistive-device.rules.ts'
import { addDays, Day, formatJalali, parseJalali } from '#core/kernel/day.ts'
import { Decision } from '#core/kernel/decision.ts'
import { rial } from '#core/kernel/rial.ts'
import { ParameterFile } from '#core/parameters/parameters.model.ts'
import { withDefaults } from '#core/parameters/parameters.rules.ts'
import { extractParameters } from '../../../support/contributions.ts'
import { lawTable } from '../../../support/law-table.ts'

const parameters = withDefaults(extractParameters(), ParameterFile.parse(parameterFile))

function day(jalali: string): Day {
  return Day.parse(parseJalali(jalali))
}

const columns = [
  'case',
  'right',
  'user',
  'device',
  'count',
  'prescribed',
  'invoice',
  'earlier',
  'entitled',
  'reasons',
  'amount',
  'from',
  'source',
] as const
type Row = ReturnType<typeof lawTable<(typeof columns)[number]>>[number]

const wife = {
  insuranceNumber: '0090000119',
  personId: '0000001201',
  fullName: 'همسر نمونه',
  sex: 'F',
  birthDate: day('1360/01/01'),
  deathDate: null,
  maritalStatus: 'MARRIED',
  relation: 'SPOUSE',
  fromDate: day('1380/01/01'),
  toDate: null,
  endReason: null,
  studying: false,
  disabled: false,
} as const
const son = {
  ...wife,
  personId: '0000001211',
  sex: 'M',
  birthDate: day('1384/10/01'),
  maritalStatus: 'SINGLE',
  relation: 'SON',
  fromDate: day('1384/10/01'),
  toDate: day('1404/09/30'),
  endReason: 'پایان سن مجاز',
} as const

function userOf(written: string): DeviceUser | null {
  if (written === 'WIFE') return wife
  if (written === 'SON') return son
  if (written === '') return null
  return written === 'SELF' ? 'SELF' : 'STRANGER'
}

/** Written `TOOTH*3@1404/10/01`, several joined by `;`, with `?` in front of one that is not decided. */
function earlierOf(written: string): readonly EarlierDevice[] {
  if (written === '') return []
  return written.split(';').map((one, i) => {
    const [, open, code, count, on] = /^(\??)([A-Z_]+)(?:\*(\d+))?@(.+)$/.exec(one) ?? []
    return {
      trackingCode: `104840000${String(i)}`,
      device: DeviceCode.parse(code),
      count: Number(count ?? 1),
      prescriptionDate: day(on ?? ''),
      granted: open === '',
    }
  })
}

function caseOf(row: Row): DeviceCase {
  return {
    right: row.right === 'INSURED' || row.right === 'PENSIONER' ? row.right : null,
    user: userOf(row.user),
    device: row.device === '' ? null : DeviceCode.parse(row.device),
    count: Number(row.count),
    prescriptionDate: row.prescribed === '' ? null : day(row.prescribed),
    invoiceAmount: row.invoice === '' ? null : rial(Number(row.invoice)),
    earlier: earlierOf(row.earlier),
    requestsElsewhere: [],
    parameters,
    today: day('1405/09/02'),
  }
}

describe('orthoses and prostheses, table of law', () => {
  it.each(lawTable('assistive-device', columns))('$case', (row) => {
    const decision = decideDevice(caseOf(row))
    expect(decision.because.map(({ code }) => code).join(' ')).toBe(row.reasons)
    expect(decision.entitled).toBe(row.entitled === '1')
    expect(decision.estimate?.amount).toBe(row.amount === '' ? undefined : Number(row.amount))
    expect(decision.from && formatJalali(decision.from)).toBe(
      row.from === '' ? undefined : row.from,
    )
    expect(Decision.parse(decision)).toEqual(decision)
    expect(structuredClone(decision)).toEqual(decision)
  })
})

const glasses: DeviceCase = {
  right: 'INSURED',
  user: 'SELF',
  device: 'GLASSES',
  count: 1,
  prescriptionDate: day('1405/08/20'),
  invoiceAmount: rial(45_000_000),
  earlier: [],
  requestsElsewhere: [],
  parameters,
  today: day('1405/09/02'),
}

describe('the decision', () => {
  it('explains itself with tariff, renewal, articles and steps', () => {
    const tariff = {
      code: 'device-tariff',
      value: 10_500_000,
      unit: 'RIAL',
      source: 'تعرفه آذر ۱۴۰۴',
      certainty: 'S',
    }
    expect(decideDevice({ ...glasses, user: wife, right: 'PENSIONER' })).toEqual({
      entitled: true,
      because: [],
      figures: [
        tariff,
        expect.objectContaining({ code: 'renewal-LENSES', value: 2, unit: 'YEARS' }),
        expect.objectContaining({ code: 'renewal-FRAME', value: 10, unit: 'YEARS' }),
      ],
      articles: ['SSA-54', 'SSA-58', 'SSA-89'],
      estimate: {
        amount: 10_500_000,
        steps: [
          tariff,
          { code: 'device-invoice', value: 45_000_000, unit: 'RIAL' },
          { code: 'device-pay', value: 10_500_000, unit: 'RIAL' },
        ],
      },
    })
  })

  it('says which request stands in the way and since when', () => {
    const decision = decideDevice({ ...glasses, earlier: earlierOf('FRAME@1403/02/03') })
    expect(decision.because).toEqual([
      {
        code: 'device-not-renewed',
        values: {
          trackingCode: '1048400000',
          day: day('1403/02/03'),
          until: day('1413/02/03'),
        },
      },
    ])
  })

  it('shows a request of the centre that does not tell its device', () => {
    const decision = decideDevice({ ...glasses, requestsElsewhere: [day('1404/10/28')] })
    expect(decision.entitled).toBe(true)
    expect(decision.figures.at(-1)).toEqual({
      code: 'device-request-elsewhere',
      value: day('1404/10/28'),
      unit: 'DATE',
    })
  })

  it('names the renewal period it lacks', () => {
    const poorer = parameters.filter(({ code }) => code !== 'RENEWAL_FRAME_YEARS')
    expect(decideDevice({ ...glasses, parameters: poorer })).toMatchObject({
      entitled: false,
      because: [{ code: 'parameter-missing', values: { parameter: 'RENEWAL_FRAME_YEARS' } }],
    })
  })
})

describe('the table', () => {
  it('asks for no more pieces at once than a person has places for', () => {
    for (const { parts, most } of Object.values(DEVICES))
      for (const [part, pieces] of parts)
        expect(pieces * most).toBeLessThanOrEqual(DEVICE_PARTS[part].places)
  })

  it('has a tariff in the parameters for all but hand and foot, whose tariff is not published', () => {
    const known = new Set(parameters.map(({ code }) => code))
    const without = DeviceCode.options.filter((code) => !known.has(DEVICES[code].tariff))
    expect(without).toEqual(['ARTIFICIAL_HAND', 'ARTIFICIAL_FOOT'])
  })
})

describe('properties', () => {
  const device = fc.constantFrom(...DeviceCode.options)
  const prescribed = fc.nat(400).map((n) => addDays(day('1404/09/01'), n))
  const earlier = fc
    .array(fc.tuple(device, fc.nat(5000), fc.boolean()), { maxLength: 4 })
    .map((all) =>
      all.map(([code, ago, granted], i): EarlierDevice => ({
        trackingCode: String(i),
        device: code,
        count: 1,
        prescriptionDate: addDays(day('1405/09/01'), -ago),
        granted,
      })),
    )

  it('a higher invoice never lowers the amount, and none is above tariff or invoice', () => {
    fc.assert(
      fc.property(device, prescribed, fc.nat(2 ** 40), fc.nat(2 ** 40), (code, on, low, more) => {
        const paid = (invoice: number) =>
          decideDevice({
            ...glasses,
            device: code,
            prescriptionDate: on,
            invoiceAmount: rial(invoice),
          }).estimate?.amount
        const [lower, higher] = [paid(low), paid(low + more)]
        if (lower === undefined || higher === undefined) return
        expect(higher).toBeGreaterThanOrEqual(lower)
        expect(lower).toBeLessThanOrEqual(low)
        const tariff = parameters.find((one) => one.code === DEVICES[code].tariff)
        expect(higher).toBeLessThanOrEqual(Number(tariff?.value))
      }),
    )
  })

  it('a prescription a day later never takes the right away', () => {
    fc.assert(
      fc.property(device, prescribed, earlier, fc.nat(4000), (code, on, before, later) => {
        const asked = { ...glasses, device: code, earlier: before }
        if (!decideDevice({ ...asked, prescriptionDate: on }).entitled) return
        expect(decideDevice({ ...asked, prescriptionDate: addDays(on, later) }).entitled).toBe(true)
      }),
    )
  })

  it('the first day told is the first day that would do', () => {
    fc.assert(
      fc.property(device, prescribed, earlier, (code, on, before) => {
        const asked = { ...glasses, device: code, earlier: before }
        const { from } = decideDevice({ ...asked, prescriptionDate: on })
        if (from === undefined) return
        expect(decideDevice({ ...asked, prescriptionDate: from }).entitled).toBe(true)
        expect(decideDevice({ ...asked, prescriptionDate: addDays(from, -1) }).entitled).toBe(false)
      }),
    )
  })

  it('the order of earlier requests does not matter', () => {
    fc.assert(
      fc.property(device, prescribed, earlier, (code, on, before) => {
        const asked = { ...glasses, device: code, prescriptionDate: on }
        const told = (all: readonly EarlierDevice[]) => {
          const { entitled, from } = decideDevice({ ...asked, earlier: all })
          return { entitled, from }
        }
        expect(told(before.toReversed())).toEqual(told(before))
      }),
    )
  })
})
