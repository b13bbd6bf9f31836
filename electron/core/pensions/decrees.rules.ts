import { decreeArrears } from './decree-arrears.rules.ts'
import { fellAway, lineNotices, movement, ownPart } from './decree-lines.rules.ts'
import { decreeYears, type PlacedDecree } from './decree-years.rules.ts'
import type { Decree, DecreeArrears } from './decree.model.ts'
import type { PensionFile } from './pension.model.ts'
import type { StoredDecree, StoredSlipSummary } from './pensions.ports.ts'

/** Whether the lines of a decree sum to its totals, before and after the increase; never for one without lines. */
export function areDecreeLinesRight(
  decree: Pick<StoredDecree, 'lines' | 'totalBefore' | 'totalAfter'>,
): boolean {
  return lineNotices(decree).length === 0
}

type Held = Pick<PensionFile, 'establishedOn' | 'endedOn' | 'shareBp'>

/**
 * The decrees of a file as one who has a share of it sees them, in the order they came: what each changed, which one
 * counts in its year, what came late and what is wrong. `slips`: his own slips of the file.
 */
export function decreesOf(
  stored: readonly StoredDecree[],
  file: Held,
  slips: readonly StoredSlipSummary[],
): Decree[] {
  const seen = new Map<StoredDecree, Decree>()
  for (const ofYear of decreeYears(stored)) {
    const arrears = decreeArrears(ofYear, file, slips)
    for (const placed of ofYear)
      seen.set(placed.decree, decreeOf(placed, file, placed.counts ? arrears : null))
  }
  return stored.flatMap((decree) => seen.get(decree) ?? [])
}

function decreeOf(
  { decree, counts, replaces, replacedBy, former, notices }: PlacedDecree,
  { shareBp }: Held,
  arrears: DecreeArrears | null,
): Decree {
  return {
    ...decree,
    total: movement(decree.totalBefore, decree.totalAfter),
    lines: decree.lines.map((line) => ({
      ...line,
      ...movement(line.amountBefore, line.amountAfter),
    })),
    fellAway: former && decree.lines.length > 0 ? fellAway(decree.lines, former.lines) : [],
    own: { shareBp, ...ownPart(decree, shareBp) },
    counts,
    replaces: replaces?.decreeNumber ?? null,
    replacedBy: replacedBy?.decreeNumber ?? null,
    arrears,
    notices: [...notices],
  }
}
