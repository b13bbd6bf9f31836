import type { ContributionRow } from '#core/insured/contribution.model.ts'
import { recordSpan } from '#core/insured/contributions.rules.ts'
import { PAID_TYPES, paidDaysBefore } from '#core/insured/paid-record.rules.ts'
import { dayAfterRecord } from '#core/insured/record-window.rules.ts'
import { addDays, dayOfJalali, jalaliOf, type Day } from '#core/kernel/day.ts'
import type { Because, Decision, DecisionOption, Figure } from '#core/kernel/decision.ts'
import { rial, type Rial } from '#core/kernel/rial.ts'
import { cited, figure, RuleParameters } from '#core/parameters/figures.rules.ts'
import type { Parameter } from '#core/parameters/parameters.model.ts'
import { ageOn } from './age.rules.ts'
import {
  instalmentsOf,
  militaryPremium,
  wageBase,
  wageBaseAfterNowruz,
} from './military-premium.rules.ts'
import type { MilitaryKind, ServiceCard } from './military-service.model.ts'
import {
  insuredAround,
  overlapOf,
  SERVICE_TYPES,
  serviceLength,
  WORKING_TYPES,
  type ServiceLength,
  type ServiceSpan,
} from './military-span.rules.ts'

/** What the form, the registry and the records say of somebody who asks for his service to be counted. */
export interface MilitaryCase {
  readonly sex: 'F' | 'M'
  readonly birthDate: Day
  readonly serviceKind: MilitaryKind
  /** Null while the days of the service are not known. */
  readonly span: ServiceSpan | null
  /** Null while it is not known. */
  readonly card: ServiceCard | null
  readonly instalments: number
  /** Is insured, draws unemployment pay, or a pension of his own. */
  readonly standing: boolean
  /** An insurance with contributions of his own is active. */
  readonly contributing: boolean
  /** Tracking code of an earlier request by which service was counted; null when there is none. */
  readonly grantedBefore: string | null
  readonly rows: readonly ContributionRow[]
  readonly parameters: readonly Parameter[]
  readonly today: Day
}

export type MilitaryReason =
  | 'military-no-standing'
  | 'military-woman'
  | 'military-granted-before'
  | 'military-smart-card'
  | 'military-not-ended'
  | 'military-already-recorded'
  | 'military-overlaps-record'
  | 'military-record-short'
  | 'military-front-not-free'
  | 'military-ended-late'
  | 'military-not-insured-before'
  | 'military-not-insured-after'
  | 'parameter-missing'

type Reasons = readonly Because<MilitaryReason>[]

const ARTICLES: readonly string[] = ['SSA-95', 'LABOUR-14', 'MILITARY-BYLAW-3']

/**
 * Military service, or presence at the front of one's own will, counted as record. Open to the insured, those on
 * unemployment pay and pensioners; a conscript under fifty shows the electronic card; days that the record has
 * already are not counted twice. Two ways: free by art. 95 for who was insured before his service and again after
 * it and whose service ended before the dated day; otherwise, with two years of contributions, for a premium of
 * which the insured pays his share, at once or in instalments. Conscription is a matter of men; a woman may have
 * been at the front.
 *
 * `from` is given when only contributions are lacking and they go on.
 *
 * @law Social Security Act, art. 95; Labour Act, art. 14, note; bylaw of 1384/04/08, art. 3; domain brief §3.20
 */
export function decideMilitaryService(service: MilitaryCase): Decision<MilitaryReason> {
  const read = new RuleParameters(service.parameters, service.today)
  const unmet = [...judgePerson(service, read), ...judgeSpan(service)]
  const record = judgeRecord(service, read)
  const { span } = service
  const length = span === null ? null : serviceLength(span)
  const figures = [...record.figures, ...(length === null ? [] : lengthFigures(length))]
  if (unmet.length > 0 || span === null || length === null) {
    const short = unmet.length > 0 || mayBeFree(service, read) ? [] : record.because
    const because = [...unmet, ...short, ...read.missing]
    return { ...answer(because, figures), ...(short.length > 0 ? record.from : {}) }
  }
  const free = freeWay(service, span, read)
  if (read.missing.length > 0) return answer(read.missing, figures)
  if (free.entitled) return { ...answer([], figures), ...estimateOf(free), options: [free] }
  const paid = paidWay(service, length, record.because)
  return {
    ...answer(record.because, figures),
    // Where only the amount cannot be told the answer stays yes.
    because: paid.because,
    ...(paid.entitled ? estimateOf(paid) : record.from),
    options: [free, paid],
  }
}

function answer(because: Reasons, figures: readonly Figure[]): Decision<MilitaryReason> {
  return { entitled: because.length === 0, because, figures, articles: ARTICLES }
}

type Way = DecisionOption & { readonly because: Reasons }

function estimateOf({ estimate }: Way): Pick<Way, 'estimate'> {
  return estimate === undefined ? {} : { estimate }
}

function reason(code: MilitaryReason, values: Because['values'] = {}): Because<MilitaryReason> {
  return { code, values }
}

function judgePerson(service: MilitaryCase, read: RuleParameters): Reasons {
  const { birthDate, card, grantedBefore, serviceKind, sex, standing, today } = service
  const because: Because<MilitaryReason>[] = []
  if (!standing) because.push(reason('military-no-standing'))
  if (serviceKind === 'FRONT') return because
  if (sex === 'F') because.push(reason('military-woman'))
  if (grantedBefore !== null)
    because.push(reason('military-granted-before', { trackingCode: grantedBefore }))
  const limit = read.read('MILITARY_SMART_CARD_AGE', 'YEARS')
  const age = ageOn(birthDate, today)
  if (limit && card === 'PAPER' && age < limit.value)
    because.push(reason('military-smart-card', { years: age, limit: limit.value }))
  return because
}

function judgeSpan({ span, rows, today }: MilitaryCase): Reasons {
  if (span === null) return []
  if (span.to > today) return [reason('military-not-ended', { day: span.to })]
  const served = overlapOf(span, rows, SERVICE_TYPES)
  if (served) return [reason('military-already-recorded', { days: served.days, day: served.from })]
  const worked = overlapOf(span, rows, WORKING_TYPES)
  return worked ? [reason('military-overlaps-record', { days: worked.days, day: worked.from })] : []
}

interface JudgedRecord {
  readonly because: Reasons
  readonly figures: readonly Figure[]
  readonly from: { readonly from?: Day }
}

/** Contributions of the whole record against the years that the premium way asks for. */
function judgeRecord(service: MilitaryCase, read: RuleParameters): JudgedRecord {
  const years = read.read('MILITARY_RECORD_YEARS', 'YEARS')
  const yearDays = read.read('YEAR_DAYS', 'DAYS')
  const monthDays = read.read('MONTH_DAYS', 'DAYS')
  if (!years || !yearDays || !monthDays) return { because: [], figures: [], from: {} }
  const { contributing, rows, today } = service
  const days = paidDaysBefore(rows, today)
  const required = years.value * yearDays.value
  const span = recordSpan(days, yearDays.value, monthDays.value)
  const figures = [
    figure('military-record', [span.years, span.months, span.days].join('/'), 'SPAN'),
    cited('military-record-required', years),
  ]
  const lacking = required - days
  if (lacking <= 0) return { because: [], figures, from: {} }
  const goesOnFrom = dayAfterRecord(rows, PAID_TYPES) ?? today
  const from = addDays(goesOnFrom, lacking)
  const tomorrow = addDays(today, 1)
  return {
    because: [reason('military-record-short', { days, required, lacking })],
    figures,
    from: contributing ? { from: from > tomorrow ? from : tomorrow } : {},
  }
}

function lengthFigures({ months, days }: ServiceLength): readonly Figure[] {
  return [
    figure('military-months', months, 'MONTHS'),
    ...(days > 0 ? [figure('military-days', days, 'DAYS')] : []),
  ]
}

/** Before the days of the service are known: art. 95 is out of the question without contributions of its time. */
function mayBeFree({ serviceKind, span, rows }: MilitaryCase, read: RuleParameters): boolean {
  const limit = read.read('MILITARY_FREE_ENDED_BEFORE', 'DATE')
  if (limit === undefined || serviceKind === 'FRONT' || span !== null) return false
  const { year } = jalaliOf(limit.value)
  return rows.some((row) => row.year <= year && PAID_TYPES.includes(row.recordType))
}

function freeWay(
  { serviceKind, rows }: MilitaryCase,
  span: ServiceSpan,
  read: RuleParameters,
): Way {
  const limit = read.read('MILITARY_FREE_ENDED_BEFORE', 'DATE')
  const because: Because<MilitaryReason>[] = []
  if (serviceKind === 'FRONT') because.push(reason('military-front-not-free'))
  else if (limit) {
    const insured = insuredAround(span, rows)
    if (span.to >= limit.value)
      because.push(reason('military-ended-late', { day: span.to, limit: limit.value }))
    if (!insured.before) because.push(reason('military-not-insured-before', { day: span.from }))
    if (!insured.after) because.push(reason('military-not-insured-after', { day: span.to }))
  }
  const steps = limit
    ? [figure('military-service-to', span.to, 'DATE'), cited('military-free-limit', limit)]
    : []
  return {
    code: 'MILITARY_FREE',
    entitled: because.length === 0,
    because,
    figures: [],
    articles: ['SSA-95'],
    ...(because.length === 0 ? { estimate: { amount: rial(0), steps } } : {}),
  }
}

function paidWay(service: MilitaryCase, length: ServiceLength, record: Reasons): Way {
  const read = new RuleParameters(service.parameters, service.today)
  const amount = record.length === 0 ? premiumOf(service, length, read) : { figures: [] }
  return {
    code: 'MILITARY_PURCHASE',
    entitled: record.length === 0,
    because: [...record, ...read.missing],
    articles: ['LABOUR-14', 'MILITARY-BYLAW-3'],
    ...amount,
  }
}

/** The premium with its parts, the instalments, and what it would be after the year's end. */
function premiumOf(
  service: MilitaryCase,
  length: ServiceLength,
  read: RuleParameters,
): Pick<Way, 'figures' | 'estimate'> {
  const months = read.read('MILITARY_AVERAGE_MONTHS', 'MONTHS')
  const rate = read.read('MILITARY_RATE', 'BP')
  const share = read.read('MILITARY_INSURED_SHARE', 'RATIO')
  const monthDays = read.read('MONTH_DAYS', 'DAYS')
  const most = read.read('MILITARY_MAX_INSTALMENTS', 'FACTOR')
  if (!months || !rate || !share || !monthDays || !most) return { figures: [] }
  const { contributing, rows, today } = service
  const base = wageBase(rows, today, months.value)
  // Wages are not in the data before 1386: without them there is nothing to reckon from.
  if (base === undefined || base.withoutWage > 0)
    return { figures: [figure('military-months-without-wage', base?.withoutWage ?? 0, 'MONTHS')] }
  const terms = { rate: rate.value, share: share.value, monthDays: monthDays.value }
  const premium = militaryPremium(base, length, terms)
  const count = Math.min(service.instalments, most.value)
  const later = contributing ? wageBaseAfterNowruz(rows, today, months.value) : undefined
  return {
    figures: [
      figure('military-state-part', premium.state, 'RIAL'),
      figure('military-sheet-until', lastDayOfYear(today), 'DATE'),
      ...(later
        ? [figure('military-after-nowruz', militaryPremium(later, length, terms).insured, 'RIAL')]
        : []),
    ],
    estimate: {
      amount: premium.insured,
      steps: [
        figure('military-average-from', base.from, 'DATE'),
        figure('military-wage-sum', rial(Number(base.sum)), 'RIAL'),
        cited('military-average-months', months),
        figure('military-average', premium.average, 'RIAL'),
        ...lengthFigures(length),
        cited('military-rate', rate),
        figure('military-whole', premium.whole, 'RIAL'),
        cited('military-insured-share', share),
        figure('military-insured-part', premium.insured, 'RIAL'),
        figure('military-state-part', premium.state, 'RIAL'),
        ...(count > 1 ? instalmentSteps(instalmentsOf(premium.insured, count)) : []),
      ],
    },
  }
}

function instalmentSteps(parts: readonly Rial[]): readonly Figure[] {
  return parts.map((part, i) => figure(`military-instalment-${String(i + 1)}`, part, 'RIAL'))
}

function lastDayOfYear(day: Day): Day {
  const nowruz = dayOfJalali(jalaliOf(day).year + 1, 1, 1)
  if (nowruz === undefined) throw new RangeError('year out of the calendar')
  return addDays(nowruz, -1)
}
