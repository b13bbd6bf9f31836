import { jalaliOf } from '#core/kernel/day.ts'
import type { DecreeKind, DecreeNotice } from './decree.model.ts'
import { lineNotices } from './decree-lines.rules.ts'
import type { StoredDecree } from './pensions.ports.ts'

/** A decree with its place among the decrees of its file. */
export interface PlacedDecree<D extends StoredDecree = StoredDecree> {
  readonly decree: D
  readonly counts: boolean
  /** The decree of the year whose place this one took. */
  readonly replaces: D | undefined
  readonly replacedBy: D | undefined
  /** The one that counts in the newest year before this one. */
  readonly former: D | undefined
  /** The one that counts in the next year that has any. */
  readonly next: D | undefined
  readonly notices: readonly DecreeNotice[]
}

const RANK: Readonly<Record<DecreeKind, number>> = {
  ESTABLISHMENT: 0,
  PROVISIONAL: 1,
  ANNUAL: 2,
  CORRECTED: 3,
}

function byPrecedence(a: StoredDecree, b: StoredDecree): number {
  return (
    RANK[a.kind] - RANK[b.kind] ||
    compare(a.issuedOn, b.issuedOn) ||
    compare(a.decreeNumber, b.decreeNumber)
  )
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1
}

/**
 * The decrees of a file by year, the oldest year first; within a year each takes the place of the one before it, so
 * that the last one counts: a corrected decree before an annual one, that before a provisional one, and of two of one
 * kind the one issued later.
 *
 * @law domain brief §3.13; Social Security Act, art. 96
 */
export function decreeYears<D extends StoredDecree>(decrees: readonly D[]): PlacedDecree<D>[][] {
  const byYear = new Map<number, D[]>()
  for (const decree of decrees) {
    const ofYear = byYear.get(decree.year)
    if (ofYear) ofYear.push(decree)
    else byYear.set(decree.year, [decree])
  }
  const years = [...byYear.entries()]
    .sort(([a], [b]) => a - b)
    .map(([, ofYear]) => ofYear.toSorted(byPrecedence))
  return years.map((ofYear, at) => {
    const former = years[at - 1]?.at(-1)
    const next = years[at + 1]?.at(-1)
    return ofYear.map((decree, place) => {
      const around = { replaces: ofYear[place - 1], replacedBy: ofYear[place + 1], former, next }
      return {
        ...{ decree, ...around },
        counts: place === ofYear.length - 1,
        notices: [
          ...lineNotices(decree),
          ...placeNotices(decree, around, ofYear),
          ...dateNotices(decree, next),
        ],
      }
    })
  })
}

type Around = Pick<PlacedDecree, 'replaces' | 'former'>

function placeNotices(
  decree: StoredDecree,
  { replaces, former }: Around,
  ofYear: readonly StoredDecree[],
): DecreeNotice[] {
  const notices: DecreeNotice[] = []
  if (former && former.year < decree.year - 1) notices.push('FORMER_YEAR_MISSING')
  else if (former && !startsFrom(decree, former, replaces)) notices.push('FORMER_DIFFERS')
  if (ofYear.filter(({ kind }) => kind === decree.kind).length > 1) notices.push('SAME_KIND_TWICE')
  if (decree.kind === 'CORRECTED' && ofYear.every(({ kind }) => kind === 'CORRECTED'))
    notices.push('NOTHING_CORRECTED')
  return notices
}

/** A corrected decree may start from the year before or from the decree that it corrects. */
function startsFrom(
  { totalBefore, kind }: StoredDecree,
  former: StoredDecree,
  replaces: StoredDecree | undefined,
): boolean {
  if (totalBefore === former.totalAfter || kind === 'ESTABLISHMENT') return true
  return kind === 'CORRECTED' && totalBefore === replaces?.totalAfter
}

function dateNotices(
  { year, issuedOn, effectiveOn }: StoredDecree,
  next: StoredDecree | undefined,
): DecreeNotice[] {
  const notices: DecreeNotice[] = []
  if (jalaliOf(issuedOn).year < year) notices.push('ISSUED_BEFORE_YEAR')
  if (jalaliOf(effectiveOn).year !== year) notices.push('EFFECTIVE_OUT_OF_YEAR')
  if (effectiveOn > issuedOn) notices.push('EFFECTIVE_AFTER_ISSUED')
  if (next && effectiveOn >= next.effectiveOn) notices.push('EFFECTIVE_AFTER_NEXT')
  return notices
}
