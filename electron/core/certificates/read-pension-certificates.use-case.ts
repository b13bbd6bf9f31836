import { Refusal } from '#core/kernel/refusal.ts'
import { openVisit, type VisitNeeds } from '#core/visits/open-visit.rules.ts'
import { ownPensionFile } from '#core/pensions/own-file.rules.ts'
import { deductionRoom } from './commitments.rules.ts'
import { paidSlip } from './paid-pension.rules.ts'
import type { PaperSources } from './paper-sources.ports.ts'
import { certificatesOf, commitmentFacts } from './pension-certificate.rules.ts'
import type { DeductionStanding, PensionCertificate } from './pension-certificates.model.ts'

interface Needs
  extends VisitNeeds, Pick<PaperSources, 'certificates' | 'citizens' | 'parameters' | 'pensions'> {}

/** The certificates of the open citizen's pensions, issued here or known to the centre, newest first. */
export async function listPensionCertificates(
  visitId: string,
  needs: Needs,
): Promise<PensionCertificate[]> {
  const { citizenId } = await openVisit(needs, visitId, 'PENSION')
  return [...(await certificatesOf(citizenId, needs))]
}

/**
 * What a pension is bound to and how much may still be promised, as the form of a deduction certificate shows it.
 *
 * @refuses `not-found` for a pension file of somebody else; `rule` as a certificate of that pension would be refused
 */
export async function readDeductionStanding(
  { visitId, pensionNumber }: { readonly visitId: string; readonly pensionNumber: string },
  needs: Needs,
): Promise<DeductionStanding> {
  const { citizenId } = await openVisit(needs, visitId, 'PENSION')
  const identity = await needs.citizens.findIdentity(citizenId)
  if (!identity) throw new Refusal('not-found', { what: 'citizen' })
  if (identity.deathDate !== null) throw new Refusal('rule', { what: 'citizen-deceased' })
  const file = await ownPensionFile(citizenId, pensionNumber, needs)
  const slips = await needs.pensions.listSlips(citizenId, pensionNumber)
  const slip = paidSlip(file, slips)
  const facts = await commitmentFacts(citizenId, { file, slips }, needs)
  const room = deductionRoom({ ...facts, slip }, await needs.parameters.list(), needs.today())
  if (!room)
    throw new Refusal('rule', {
      what: 'deduction-limits-missing',
      values: { parameter: 'DEDUCTION_CERT_CEILING' },
    })
  return { net: slip.net, room, commitments: [...facts.commitments] }
}
