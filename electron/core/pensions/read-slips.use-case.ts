import { maskAccount } from '#core/kernel/masking.ts'
import { Refusal } from '#core/kernel/refusal.ts'
import { openVisit, type VisitNeeds } from '#core/visits/open-visit.rules.ts'
import { ownPensionFile } from './own-file.rules.ts'
import type { PaySlip, PaySlipSummary } from './pension.model.ts'
import type { Pensions } from './pensions.ports.ts'
import type { SlipComparison } from './slip-comparison.model.ts'
import { compareSlips as compared } from './slip-comparison.rules.ts'
import type { SlipYear } from './slip-year.model.ts'
import { slipYear } from './slip-year.rules.ts'
import { isPaidBeforeMonth, slipNotices, withNotices } from './slips.rules.ts'

interface Needs extends VisitNeeds {
  readonly pensions: Pensions
}

interface OfFile {
  readonly visitId: string
  readonly pensionNumber: string
}

/** His own slips of one file, newest first, each with its notices: a survivor never sees another's. */
export async function listSlips(
  { visitId, pensionNumber }: OfFile,
  needs: Needs,
): Promise<PaySlipSummary[]> {
  const { citizenId } = await openVisit(needs, visitId, 'PENSION')
  return slipsOf(citizenId, pensionNumber, needs)
}

/** One slip with its lines. @refuses `not-found` for a slip of somebody else */
export async function readSlip(
  { visitId, slipNumber }: { readonly visitId: string; readonly slipNumber: string },
  needs: Needs,
): Promise<PaySlip> {
  const { citizenId } = await openVisit(needs, visitId, 'PENSION')
  return slipOf(citizenId, slipNumber, needs)
}

/**
 * Two of his own slips against each other, and why they differ.
 *
 * @refuses `not-found` for a slip of somebody else, `rule` for slips of two files
 */
export async function compareSlips(
  input: { readonly visitId: string; readonly from: string; readonly to: string },
  needs: Needs,
): Promise<SlipComparison> {
  const { citizenId } = await openVisit(needs, input.visitId, 'PENSION')
  const from = await slipOf(citizenId, input.from, needs)
  const to = await slipOf(citizenId, input.to, needs)
  const { pensionNumber } = from
  if (to.pensionNumber !== pensionNumber) throw new Refusal('rule', { what: 'slips-of-two-files' })
  return compared(from, to, {
    decrees: await needs.pensions.listDecrees(pensionNumber),
    shares: await needs.pensions.listHeirs(pensionNumber),
    ownId: citizenId,
  })
}

/** A year of his own slips at a glance. @refuses `not-found` for a file of which he has no share */
export async function readSlipYear(
  { visitId, pensionNumber, year }: OfFile & { readonly year: number },
  needs: Needs,
): Promise<SlipYear> {
  const { citizenId } = await openVisit(needs, visitId, 'PENSION')
  const file = await ownPensionFile(citizenId, pensionNumber, needs)
  const slips = await slipsOf(citizenId, pensionNumber, needs)
  return slipYear(slips, { file, year, today: needs.today() })
}

async function slipsOf(
  citizenId: number,
  pensionNumber: string,
  { pensions }: Needs,
): Promise<PaySlipSummary[]> {
  const slips = await pensions.listSlips(citizenId, pensionNumber)
  const sums = await pensions.listLineSums(citizenId, pensionNumber)
  return withNotices(slips, new Map(sums.map((one) => [one.slipNumber, one])))
}

async function slipOf(
  citizenId: number,
  slipNumber: string,
  { pensions }: Needs,
): Promise<PaySlip> {
  const slip = await pensions.findSlip(citizenId, slipNumber)
  if (!slip) throw new Refusal('not-found', { what: 'slip' })
  const { accountNumber, ...rest } = slip
  return {
    ...rest,
    accountMasked: accountNumber === null ? null : maskAccount(accountNumber),
    notices: [
      ...slipNotices(slip, slip.lines),
      ...(isPaidBeforeMonth(slip) ? (['PAID_BEFORE_MONTH'] as const) : []),
    ],
  }
}
