import type { DependantVerdict } from '#core/insured/dependant.model.ts'
import { addDays, type Day } from '#core/kernel/day.ts'
import type { Because, Decision } from '#core/kernel/decision.ts'
import type { Relation } from '#core/pensions/pension.model.ts'
import type { CoverageSpan, CoverageState, EntitlementVerdict } from './entitlement.model.ts'

export type EntitlementReason =
  | 'person-deceased'
  | 'coverage-pending'
  | 'coverage-not-covered'
  | 'coverage-not-on-day'
  | 'coverage-ended'
  | 'coverage-outside-data'
  | 'coverage-no-number'
  | 'coverage-none'
  | 'insured-not-covered'
  | 'insured-pending'

const TREATMENT = 'SSA-54'
const DEPENDANTS = 'SSA-58'

/** What the rows of the centre say of a day. `by` is the row that decides; null where none holds on that day. */
export interface CoverageOnDay {
  readonly state: CoverageState
  readonly by: CoverageSpan | null
  /** First and last day of the unbroken cover around the day; null where there is no end, or no cover. */
  readonly since: Day | null
  readonly until: Day | null
}

const holds = ({ from, to }: CoverageSpan, on: Day) => from <= on && (to === null || to >= on)

/** The longest one first, then the person's own number, then the newest: the order of the rows decides nothing. */
function firstOf(spans: readonly CoverageSpan[]): CoverageSpan | undefined {
  const end = ({ to }: CoverageSpan) => to ?? '9999'
  const weight = (span: CoverageSpan) =>
    [end(span), span.relation === 'SELF' ? '1' : '0', span.from, span.insuranceNumber].join(' ')
  return spans.toSorted((a, b) => weight(b).localeCompare(weight(a), 'en'))[0]
}

/**
 * The answer of the centre's rows for a day: COVERED if any row that holds on it says so, else PENDING if any does,
 * else NOT_COVERED, also where no row holds.
 *
 * @law extract format, coverage
 */
export function coverageOn(spans: readonly CoverageSpan[], on: Day): CoverageOnDay {
  const holding = spans.filter((span) => holds(span, on))
  for (const state of ['COVERED', 'PENDING', 'NOT_COVERED'] as const) {
    const by = firstOf(holding.filter((span) => span.state === state))
    if (!by) continue
    const covered = spans.filter((span) => span.state === 'COVERED')
    return state === 'COVERED'
      ? { state, by, ...unbroken(covered, by) }
      : { state, by, since: null, until: null }
  }
  return { state: 'NOT_COVERED', by: null, since: null, until: null }
}

/** The days around a row that rows touching it cover without a gap. */
function unbroken(
  covered: readonly CoverageSpan[],
  by: CoverageSpan,
): Pick<CoverageOnDay, 'since' | 'until'> {
  let { from: since, to: until } = by
  for (const { from, to } of covered.toSorted((a, b) => a.from.localeCompare(b.from, 'en')))
    if (until !== null && from <= addDays(until, 1) && (to === null || to > until)) until = to
  const reaches = (to: Day | null) => to === null || addDays(to, 1) >= since
  for (let more = true; more;) {
    const before = covered.find(({ from, to }) => from < since && reaches(to))
    more = before !== undefined
    if (before) since = before.from
  }
  return { since, until }
}

/** What the law of dependants says of a person on the day asked. */
export interface LawOnDay extends DependantVerdict {
  readonly insuranceNumber: string
}

/** What is known of a person through one insured, and the day that is asked for. */
export interface EntitlementCase {
  readonly relation: Relation
  readonly deathDate: Day | null
  /** His rows through the numbers that count: all of them for the citizen himself. */
  readonly spans: readonly CoverageSpan[]
  /** The law of dependants, for a dependant of a living insured. */
  readonly law: LawOnDay | null
  /** What the centre says of the insured person himself on that day; for a dependant. */
  readonly insured: Pick<CoverageOnDay, 'state' | 'until'> | null
  /** Whether he has an insurance number of his own. */
  readonly hasNumber: boolean
  /** Whether the data at hand is that of his branch. */
  readonly isKnown: boolean
  /** Whether somebody else's number covers him on that day. */
  readonly elsewhere: boolean
  readonly on: Day
}

/**
 * Whether a person is entitled to treatment on a day, through which number, since when and until when, or why not.
 * Nobody is after his death. Rows of the centre count where there are any, and the law of dependants is told beside
 * them where it parts from them; without rows the law answers for a dependant, who is covered only as long as the
 * insured person is.
 *
 * @law Social Security Act, arts. 54, 58; domain brief §3.16; extract format, coverage
 */
export function judgeEntitlement(asked: EntitlementCase): EntitlementVerdict & {
  readonly decision: Decision
} {
  const { deathDate, on, spans, law } = asked
  if (deathDate !== null && deathDate <= on)
    return refused(asked, 'NOT_COVERED', 'CENTRE', [
      { code: 'person-deceased', values: { day: deathDate } },
    ])
  if (spans.length > 0) return byCentre(asked)
  if (law !== null) return byLaw(asked, law)
  return refused(asked, 'NOT_COVERED', 'NOTHING', [nothingKnown(asked)])
}

function nothingKnown({ isKnown, hasNumber }: EntitlementCase): Because<EntitlementReason> {
  if (!isKnown) return { code: 'coverage-outside-data', values: {} }
  return { code: hasNumber ? 'coverage-none' : 'coverage-no-number', values: {} }
}

/** What every answer has in common; the rest is put over it. */
function answer(asked: EntitlementCase): Omit<EntitlementVerdict, 'state' | 'basis' | 'decision'> {
  const { relation, elsewhere } = asked
  return {
    ...{ relation, elsewhere, insuranceNumber: null, since: null, until: null, lawUntil: null },
    ...{ ground: null, checks: [], differs: null },
  }
}

function decided(
  entitled: boolean,
  because: readonly Because[],
  asked: Pick<EntitlementCase, 'relation' | 'law'>,
): Decision {
  const { relation, law } = asked
  const articles = relation === 'SELF' ? [TREATMENT] : [TREATMENT, DEPENDANTS]
  return { entitled, because, figures: law?.decision.figures ?? [], articles }
}

function refused(
  asked: EntitlementCase,
  state: Exclude<CoverageState, 'COVERED'>,
  basis: EntitlementVerdict['basis'],
  because: readonly Because[],
) {
  return { ...answer(asked), state, basis, decision: decided(false, because, asked) }
}

function byCentre(asked: EntitlementCase) {
  const { spans, on, law } = asked
  const { state, by, since, until } = coverageOn(spans, on)
  const through = by && {
    insuranceNumber: by.insuranceNumber,
    relation: by.relation,
  }
  if (state === 'COVERED')
    return {
      ...answer(asked),
      ...{ state, basis: 'CENTRE' as const, since },
      ...through,
      ...withLaw(until, law),
      decision: decided(true, [], { ...asked, ...through }),
    }
  if (state === 'PENDING')
    return {
      ...refused(asked, state, 'CENTRE', [
        { code: 'coverage-pending', values: { reason: by?.reason ?? '' } },
      ]),
      ...through,
    }
  const no = refused({ ...asked, ...through }, state, 'CENTRE', [
    by ? refusedBy(by) : outsideOf(spans, on),
    ...lawReasons(law),
  ])
  const from = firstCoveredAfter(spans, on)
  return {
    ...no,
    ...through,
    differs: law?.decision.entitled ? ('STATE' as const) : null,
    decision: { ...no.decision, ...(from === undefined ? {} : { from }) },
  }
}

/** How long a cover of the centre holds, held against the law, and whether the two part. */
function withLaw(
  until: Day | null,
  law: LawOnDay | null,
): Pick<EntitlementVerdict, 'until' | 'lawUntil' | 'ground' | 'checks' | 'differs'> {
  const none = { until, lawUntil: null, ground: null, checks: [], differs: null }
  if (law === null) return none
  if (!law.decision.entitled) return { ...none, differs: 'STATE' }
  const { ground, checks } = law
  // An open row says no more than that nothing has ended yet: the law knows the day.
  if (until === null) return { ...none, until: law.until, ground, checks }
  const isLater = law.until !== null && law.until < until
  return isLater ? { ...none, checks, lawUntil: law.until, differs: 'UNTIL' } : { ...none, checks }
}

function refusedBy({ reason, from }: CoverageSpan): Because<EntitlementReason> {
  return { code: 'coverage-not-covered', values: { reason: reason ?? '', day: from } }
}

/** Why no row holds on the day: they have ended, or begin later. */
function outsideOf(spans: readonly CoverageSpan[], on: Day): Because<EntitlementReason> {
  const last = spans
    .flatMap(({ to }) => (to !== null && to < on ? [to] : []))
    .toSorted()
    .at(-1)
  return last === undefined
    ? { code: 'coverage-not-on-day', values: {} }
    : { code: 'coverage-ended', values: { day: last } }
}

/** The law's own words are told beside the centre's; that he is not registered yet, or no more, the rows say. */
function lawReasons(law: LawOnDay | null): readonly Because[] {
  const told = ['dependant-not-yet', 'dependant-ended']
  return law?.decision.because.filter(({ code }) => !told.includes(code)) ?? []
}

function firstCoveredAfter(spans: readonly CoverageSpan[], on: Day): Day | undefined {
  return spans
    .filter(({ state, from }) => state === 'COVERED' && from > on)
    .map(({ from }) => from)
    .toSorted()[0]
}

function byLaw(asked: EntitlementCase, law: LawOnDay) {
  const { insuranceNumber } = law
  if (!law.decision.entitled) {
    const { because, from } = law.decision
    const no = refused(asked, 'NOT_COVERED', 'LAW', because)
    return {
      ...no,
      insuranceNumber,
      decision: { ...no.decision, ...(from === undefined ? {} : { from }) },
    }
  }
  const state = asked.insured?.state ?? 'NOT_COVERED'
  if (state !== 'COVERED') {
    const code = state === 'PENDING' ? 'insured-pending' : 'insured-not-covered'
    return { ...refused(asked, state, 'LAW', [{ code, values: {} }]), insuranceNumber }
  }
  const { ground, checks } = law
  const until = earlier(law.until, asked.insured?.until ?? null)
  return {
    ...answer(asked),
    ...{ state, basis: 'LAW' as const, insuranceNumber, until, ground, checks },
    decision: decided(true, [], asked),
  }
}

function earlier(a: Day | null, b: Day | null): Day | null {
  if (a === null || b === null) return a ?? b
  return a < b ? a : b
}
