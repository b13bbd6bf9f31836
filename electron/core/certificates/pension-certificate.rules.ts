import { Refusal } from '#core/kernel/refusal.ts'
import { ownPensionFile } from '#core/pensions/own-file.rules.ts'
import type { PensionFile } from '#core/pensions/pension.model.ts'
import type { StoredSlipSummary } from '#core/pensions/pensions.ports.ts'
import type { Institution } from './certificate.model.ts'
import { bindsPension, type LoanLine } from './commitments.rules.ts'
import type { Stating } from './official-paper.ts'
import { recipientOf } from './recipient.rules.ts'
import { paidSlip, type PaidFigures } from './paid-pension.rules.ts'
import { paperPerson } from './paper-person.rules.ts'
import type { PaperSources } from './paper-sources.ports.ts'
import type { PensionCertificate } from './pension-certificates.model.ts'
import { pensionCertificates } from './pension-certificates.rules.ts'

type StatingCertificate = Stating<'salary-certificate'> | Stating<'deduction-certificate'>

/** What a certificate of a pension is made from. */
export interface PensionCertificateFacts {
  readonly file: PensionFile
  readonly slips: readonly StoredSlipSummary[]
  readonly recipient: Institution
}

/** What a commitment is judged by beside them. */
export interface CommitmentFacts {
  /** Lines of the slip whose figures are stated. */
  readonly loans: readonly LoanLine[]
  /** Certificates that bind the pension, newest first. */
  readonly commitments: readonly PensionCertificate[]
}

/**
 * Reads them.
 *
 * @refuses `not-found` for a pension file of somebody else and for an unknown recipient; `rule` for one who has died
 */
export async function pensionCertificateFacts(
  { order, citizenId, identity }: StatingCertificate,
  sources: PaperSources,
): Promise<PensionCertificateFacts> {
  if (identity.deathDate !== null) throw new Refusal('rule', { what: 'citizen-deceased' })
  const { pensionNumber, institutionCode } = order
  const file = await ownPensionFile(citizenId, pensionNumber, sources)
  const slips = await sources.pensions.listSlips(citizenId, pensionNumber)
  const recipient = await recipientOf(institutionCode, sources)
  return { file, slips, recipient }
}

/** The certificates that bind a pension of the citizen today, issued here or known to the centre, newest first. */
export async function commitmentsOf(
  citizenId: number,
  pensionNumber: string,
  sources: Pick<PaperSources, 'certificates' | 'parameters' | 'today'>,
): Promise<readonly PensionCertificate[]> {
  const all = await certificatesOf(citizenId, sources)
  return all.filter((one) => bindsPension(one, pensionNumber, sources.today()))
}

/** Every certificate of the citizen's pensions, newest first. */
export async function certificatesOf(
  citizenId: number,
  { certificates, parameters, today }: Pick<PaperSources, 'certificates' | 'parameters' | 'today'>,
): Promise<readonly PensionCertificate[]> {
  const issued = await certificates.listIssued(citizenId)
  const central = await certificates.listCentral(citizenId)
  return pensionCertificates(issued, central, await parameters.list(), today())
}

/** Reads what a commitment is judged by. @refuses as `paidSlip` does */
export async function commitmentFacts(
  citizenId: number,
  { file, slips }: Pick<PensionCertificateFacts, 'file' | 'slips'>,
  sources: Pick<PaperSources, 'certificates' | 'parameters' | 'pensions' | 'today'>,
): Promise<CommitmentFacts> {
  const { slipNumber } = paidSlip(file, slips)
  const slip = await sources.pensions.findSlip(citizenId, slipNumber)
  const commitments = await commitmentsOf(citizenId, file.pensionNumber, sources)
  return { loans: slip?.lines ?? [], commitments }
}

/** What every certificate of a pension states: to whom, of whom, of which file, and what is paid. */
export function pensionCertificateFields(
  { order, identity, issue, trackingCode }: StatingCertificate,
  { file, recipient }: PensionCertificateFacts,
  paid: PaidFigures,
) {
  return {
    issue,
    trackingCode,
    recipient: { name: recipient.name, branchName: order.recipientBranch },
    person: paperPerson(identity),
    insuranceNumber: file.insuranceNumber,
    pensionNumber: file.pensionNumber,
    pensionType: file.pensionType,
    establishedOn: file.establishedOn,
    branch: { code: file.branchCode, name: file.branchName },
    ...paid,
  }
}
