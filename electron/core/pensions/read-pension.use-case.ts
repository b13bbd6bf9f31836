import { maskAccount } from '#core/kernel/masking.ts'
import { Refusal } from '#core/kernel/refusal.ts'
import { openVisit, type VisitNeeds } from '#core/visits/open-visit.rules.ts'
import type { Decree, PaySlip, PaySlipSummary, PensionFile } from './pension.model.ts'
import { areDecreeLinesRight } from './decrees.rules.ts'
import type { Pensions } from './pensions.ports.ts'
import { slipNotices } from './slips.rules.ts'

interface Needs extends VisitNeeds {
  readonly pensions: Pensions
}

interface OfFile {
  readonly visitId: string
  readonly pensionNumber: string
}

/** The pension files of the open citizen; none is an answer («مستمری‌بگیر نیستید»), not an error. */
export async function listPensionFiles(visitId: string, needs: Needs): Promise<PensionFile[]> {
  const { citizenId } = await openVisit(needs, visitId, 'PENSION')
  return [...(await needs.pensions.listFiles(citizenId))]
}

/** His own slips of one file, newest first: a survivor never sees another's. */
export async function listSlips(
  { visitId, pensionNumber }: OfFile,
  needs: Needs,
): Promise<PaySlipSummary[]> {
  const { citizenId } = await openVisit(needs, visitId, 'PENSION')
  const slips = await needs.pensions.listSlips(citizenId, pensionNumber)
  return slips.map((slip) => ({ ...slip, notices: [...slipNotices(slip)] }))
}

/** One slip with its lines. @refuses `not-found` for a slip of somebody else */
export async function readSlip(
  { visitId, slipNumber }: { readonly visitId: string; readonly slipNumber: string },
  needs: Needs,
): Promise<PaySlip> {
  const { citizenId } = await openVisit(needs, visitId, 'PENSION')
  const slip = await needs.pensions.findSlip(citizenId, slipNumber)
  if (!slip) throw new Refusal('not-found', { what: 'slip' })
  const { accountNumber, ...rest } = slip
  return {
    ...rest,
    accountMasked: accountNumber === null ? null : maskAccount(accountNumber),
    notices: [...slipNotices(slip, slip.lines)],
  }
}

/** Decrees of a file he has a share of, newest first. @refuses `not-found` for any other file */
export async function listDecrees(
  { visitId, pensionNumber }: OfFile,
  needs: Needs,
): Promise<Decree[]> {
  const { citizenId } = await openVisit(needs, visitId, 'PENSION')
  const files = await needs.pensions.listFiles(citizenId)
  if (!files.some((file) => file.pensionNumber === pensionNumber))
    throw new Refusal('not-found', { what: 'pension' })
  const decrees = await needs.pensions.listDecrees(pensionNumber)
  return decrees.map((decree) => ({ ...decree, linesDiffer: !areDecreeLinesRight(decree) }))
}
