import { addDays, type Day } from '#core/kernel/day.ts'
import type { Instant } from '#core/kernel/instant.ts'
import type { KnownParameter } from './parameter-change.model.ts'
import type { KeptChange } from './parameters.ports.ts'
import { isUncertain } from './parameters.rules.ts'

/** A change that a second person approved, as a dated value. */
export interface ApprovedChange extends KnownParameter {
  readonly changeId: string
  readonly decidedAt: Instant
}

/** The approved ones as dated values: a figure of this office's own choice (D), never law. */
export function approvedChanges(changes: readonly KeptChange[]): readonly ApprovedChange[] {
  return changes.flatMap((change) => {
    const { decision, changeId, code, value, unit, validFrom, validTo, source } = change
    if (decision?.outcome !== 'APPROVED') return []
    const { decidedAt } = decision
    const dated = { code, value, unit, validFrom, validTo, source } as const
    return [{ ...dated, certainty: 'D', origin: 'OFFICE', changeId, decidedAt }]
  })
}

function holdsOn({ validFrom, validTo }: KnownParameter, day: Day): boolean {
  return validFrom <= day && (validTo === null || validTo >= day)
}

/** The given value of a day: of several that hold, the one that began last; of those, the first. */
function givenOn(rows: readonly KnownParameter[], day: Day): KnownParameter | undefined {
  let found: KnownParameter | undefined
  for (const row of rows)
    if (holdsOn(row, day) && (found === undefined || row.validFrom > found.validFrom)) found = row
  return found
}

function isLater(one: ApprovedChange, other: ApprovedChange): boolean {
  if (one.validFrom !== other.validFrom) return one.validFrom > other.validFrom
  if (one.decidedAt !== other.decidedAt) return one.decidedAt > other.decidedAt
  return one.changeId > other.changeId
}

/** The change of a day: of several that hold, the one that begins last; of those, the one approved last. */
function changeOn(changes: readonly ApprovedChange[], day: Day): ApprovedChange | undefined {
  let found: ApprovedChange | undefined
  for (const change of changes)
    if (holdsOn(change, day) && (found === undefined || isLater(change, found))) found = change
  return found
}

/** What counts on a day: a certain value of the organisation, else a change made here, else what was given. */
function winnerOn(
  given: readonly KnownParameter[],
  changes: readonly ApprovedChange[],
  day: Day,
): KnownParameter | undefined {
  const base = givenOn(given, day)
  const change = changeOn(changes, day)
  if (base === undefined || change === undefined) return change ?? base
  return isUncertain(base.certainty) && base.unit === change.unit ? change : base
}

/** Days on which the value of a code may change, in order. */
function turningDays(rows: readonly KnownParameter[]): readonly Day[] {
  const days = rows.flatMap(({ validFrom, validTo }) =>
    validTo === null ? [validFrom] : [validFrom, addDays(validTo, 1)],
  )
  return [...new Set(days)].sort()
}

function timeline(
  given: readonly KnownParameter[],
  changes: readonly ApprovedChange[],
): readonly KnownParameter[] {
  const days = turningDays([...given, ...changes])
  return days.flatMap((from, at) => {
    const winner = winnerOn(given, changes, from)
    if (!winner) return []
    const { code, value, unit, source, certainty, origin } = winner
    const next = days[at + 1]
    const validTo = next === undefined ? null : addDays(next, -1)
    return [{ code, value, unit, validFrom: from, validTo, source, certainty, origin }]
  })
}

function joined(rows: readonly KnownParameter[]): readonly KnownParameter[] {
  const result: KnownParameter[] = []
  for (const row of rows) {
    const before = result.at(-1)
    const isSame =
      before?.validTo &&
      addDays(before.validTo, 1) === row.validFrom &&
      before.value === row.value &&
      before.source === row.source &&
      before.origin === row.origin &&
      before.certainty === row.certainty
    if (isSame) result[result.length - 1] = { ...before, validTo: row.validTo }
    else result.push(row)
  }
  return result
}

/**
 * The dated values in use: the given ones, with approved changes in the place of uncertain values (G, D) on the
 * days for which they hold. What the organisation says with certainty wins on its days, whenever it was sent. Codes
 * with a change come as one line of days without overlaps; the order of either list does not matter for a value.
 */
export function withChanges(
  given: readonly KnownParameter[],
  changes: readonly ApprovedChange[],
): readonly KnownParameter[] {
  if (changes.length === 0) return given
  const changed = new Set(changes.map(({ code }) => code))
  const lines = [...changed].flatMap((code) => {
    const of = <Row extends KnownParameter>(rows: readonly Row[]) =>
      rows.filter((row) => row.code === code)
    return joined(timeline(of(given), of(changes)))
  })
  return [...given.filter(({ code }) => !changed.has(code)), ...lines]
}

/** The given value that a change from a day on would replace, and the last day of it (null = open). */
export function replacedOn(
  given: readonly KnownParameter[],
  code: string,
  day: Day,
): { readonly row: KnownParameter; readonly until: Day | null } | undefined {
  const rows = given.filter((row) => row.code === code)
  const row = givenOn(rows, day)
  if (!row) return undefined
  const later = rows.map(({ validFrom }) => validFrom).filter((from) => from > day)
  const [next] = later.sort()
  const end = next === undefined ? null : addDays(next, -1)
  const until = row.validTo === null || (end !== null && end < row.validTo) ? end : row.validTo
  return { row, until }
}
