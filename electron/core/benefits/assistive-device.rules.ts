import { judgeDependant, type DependantReason } from '#core/insured/dependants.rules.ts'
import type { Dependant } from '#core/insured/insured.model.ts'
import { addJalaliYears, type Day } from '#core/kernel/day.ts'
import type { Because, Decision, Figure } from '#core/kernel/decision.ts'
import { multiplyRounded, rial, type Rial } from '#core/kernel/rial.ts'
import { cited, figure, RuleParameters } from '#core/parameters/figures.rules.ts'
import type { Parameter } from '#core/parameters/parameters.model.ts'
import {
  DEVICE_PARTS,
  DEVICES,
  type DeviceCode,
  type DevicePart,
} from './assistive-device-table.model.ts'

/** Who uses the device: the person himself, a dependant as registered, or somebody who is neither. */
export type DeviceUser = 'SELF' | 'STRANGER' | Dependant

/** An earlier request of the same user that was granted or is not decided. */
export interface EarlierDevice {
  readonly trackingCode: string
  readonly device: DeviceCode
  readonly count: number
  readonly prescriptionDate: Day
  readonly granted: boolean
}

/** What the form and the file say of one device; null while it is not told. */
export interface DeviceCase {
  /** By what right he may ask; null when neither an insurance nor a pension is in force. */
  readonly right: 'INSURED' | 'PENSIONER' | null
  readonly user: DeviceUser | null
  readonly device: DeviceCode | null
  readonly count: number
  readonly prescriptionDate: Day | null
  readonly invoiceAmount: Rial | null
  readonly earlier: readonly EarlierDevice[]
  /** Days of requests known from the centre, granted or under way, that do not tell the device; newest first. */
  readonly requestsElsewhere: readonly Day[]
  readonly parameters: readonly Parameter[]
  readonly today: Day
}

export type DeviceReason =
  | 'device-not-covered'
  | 'user-not-dependant'
  | 'device-under-way'
  | 'device-not-renewed'
  | 'device-once'
  | 'parameter-missing'
  | DependantReason

type DeviceBecause = Because<DeviceReason>

/** What refuses, and the first day on which it no longer would. */
interface Waiting {
  readonly because: readonly DeviceBecause[]
  readonly from?: Day
}

/**
 * Help with the price of an orthosis or prosthesis: for the insured of every kind, beneficiaries of unemployment
 * insurance, pensioners and their dependants entitled on the day of the prescription. Paid is the tariff of that day,
 * or the invoice where it is lower; again only after the renewal period of the part, everything else once in a
 * lifetime. `from` is the first prescription day after the renewal period.
 *
 * @law Social Security Act, arts. 54, 58 and 89; tariff of Azar 1404; domain brief §3.7
 */
export function decideDevice(asked: DeviceCase): Decision<DeviceReason> {
  const day = asked.prescriptionDate ?? asked.today
  const conditions = new RuleParameters(asked.parameters, day)
  const persons = judgePersons(asked, day)
  const renewal = asked.device === null ? FREE : judgeRenewal(asked, asked.device, day, conditions)
  const because = [...persons.because, ...renewal.because, ...conditions.missing]
  const amounts = new RuleParameters(asked.parameters, day)
  const price = asked.device === null ? undefined : priceOf(asked, asked.device, amounts)
  const from = conditions.missing.length > 0 ? undefined : firstDay(persons, renewal)
  const [elsewhere] = asked.requestsElsewhere
  return {
    entitled: because.length === 0,
    because: [...because, ...amounts.missing],
    figures: [
      ...(price?.figures ?? []),
      ...renewal.figures,
      ...(elsewhere === undefined ? [] : [figure('device-request-elsewhere', elsewhere, 'DATE')]),
    ],
    articles: articlesOf(asked),
    ...(from === undefined ? {} : { from }),
    ...(price?.estimate && because.length === 0 ? { estimate: price.estimate } : {}),
  }
}

/** Undefined while something refuses that no day cures. */
function firstDay(...all: readonly Waiting[]): Day | undefined {
  const unmet = all.filter(({ because }) => because.length > 0)
  let first: Day | undefined
  for (const { from } of unmet) {
    if (from === undefined) return undefined
    if (first === undefined || from > first) first = from
  }
  return first
}

function articlesOf({ right, user }: DeviceCase): readonly string[] {
  const dependant = user !== null && typeof user === 'object'
  return ['SSA-54', ...(dependant ? ['SSA-58'] : []), ...(right === 'PENSIONER' ? ['SSA-89'] : [])]
}

/** Whether the person may ask and whether the user is one he may ask for on that day. */
function judgePersons({ right, user, parameters }: DeviceCase, day: Day): Waiting {
  const because: DeviceBecause[] = []
  if (right === null) because.push({ code: 'device-not-covered', values: {} })
  if (user === 'STRANGER') because.push({ code: 'user-not-dependant', values: {} })
  if (user === null || typeof user === 'string') return { because }
  const { decision } = judgeDependant({
    dependant: user,
    insuredDeathDate: null,
    parameters,
    on: day,
  })
  const from = right === null ? undefined : decision.from
  return { because: [...because, ...decision.because], ...(from === undefined ? {} : { from }) }
}

interface Renewal extends Waiting {
  readonly figures: readonly Figure[]
}

const FREE: Renewal = { because: [], figures: [] }

/** Every part of the device needs a free place; the reason is that of the part that waits longest. */
function judgeRenewal(
  asked: DeviceCase,
  device: DeviceCode,
  day: Day,
  read: RuleParameters,
): Renewal {
  const figures: Figure[] = []
  let longest: HeldPiece | undefined
  for (const [part, pieces] of DEVICES[device].parts) {
    const { renewal, places } = DEVICE_PARTS[part]
    const years = renewal === null ? undefined : read.read(renewal, 'YEARS')
    if (years) figures.push(cited(`renewal-${part}`, years))
    if (renewal !== null && !years) continue
    const held = heldPieces(asked.earlier, part, years?.value)
    const wait = waitFor(held, places - pieces * asked.count, day)
    if (wait && (!longest || compareDays(longest.until, wait.until) < 0)) longest = wait
  }
  if (!longest) return { ...FREE, figures }
  const { until, by } = longest
  const values = { trackingCode: by.trackingCode, day: by.prescriptionDate }
  if (!by.granted) return { because: [{ code: 'device-under-way', values }], figures }
  if (until === null) return { because: [{ code: 'device-once', values }], figures }
  const because: DeviceBecause[] = [{ code: 'device-not-renewed', values: { ...values, until } }]
  return { because, figures, from: until }
}

/** One piece that was paid or asked for before; it is paid again from `until` on, never when that is null. */
interface HeldPiece {
  readonly until: Day | null
  readonly by: EarlierDevice
}

/** Those that are free again soonest first; of an undecided request nobody knows yet. */
function heldPieces(
  earlier: readonly EarlierDevice[],
  part: DevicePart,
  years: number | undefined,
): readonly HeldPiece[] {
  return earlier
    .flatMap((by) => {
      const pieces = DEVICES[by.device].parts.find(([one]) => one === part)?.[1] ?? 0
      const until =
        years === undefined || !by.granted ? null : addJalaliYears(by.prescriptionDate, years)
      return Array.from({ length: pieces * by.count }, (): HeldPiece => ({ until, by }))
    })
    .sort((a, b) => compareDays(a.until, b.until))
}

function compareDays(a: Day | null, b: Day | null): number {
  if (a === b) return 0
  return b === null || (a !== null && a < b) ? -1 : 1
}

/** The piece that has to become free before `room` of them may be held besides the new ones; undefined when none. */
function waitFor(held: readonly HeldPiece[], room: number, day: Day): HeldPiece | undefined {
  const still = held.filter(({ until }) => until === null || until > day)
  return still.length <= room ? undefined : still[still.length - 1 - Math.max(0, room)]
}

function priceOf(asked: DeviceCase, device: DeviceCode, read: RuleParameters) {
  const tariff = read.read(DEVICES[device].tariff, 'RIAL')
  if (!tariff) return undefined
  const { count, invoiceAmount: invoice } = asked
  const whole = multiplyRounded(tariff.value, count, 1)
  const first = [cited('device-tariff', tariff), ...(count > 1 ? pieces(count, whole) : [])]
  if (invoice === null) return { figures: first }
  const amount = rial(Math.min(whole, invoice))
  return {
    figures: first.slice(0, 1),
    estimate: {
      amount,
      steps: [
        ...first,
        figure('device-invoice', invoice, 'RIAL'),
        figure('device-pay', amount, 'RIAL'),
      ],
    },
  }
}

function pieces(count: number, whole: Rial): readonly Figure[] {
  return [figure('device-count', count, 'COUNT'), figure('device-tariff-of-all', whole, 'RIAL')]
}
