import type { PensionFile } from '#core/pensions/pension.model.ts'
import type { StoredSlipSummary } from '#core/pensions/pensions.ports.ts'
import type { Institution } from './certificate.model.ts'
import type { Stating } from './official-paper.ts'
import { pensionFileOf, recipientOf } from './ordered-things.rules.ts'
import type { PaidFigures } from './paid-pension.rules.ts'
import { paperPerson } from './paper-person.rules.ts'
import type { PaperSources } from './paper-sources.ports.ts'

type StatingCertificate = Stating<'salary-certificate'> | Stating<'deduction-certificate'>

/** What a certificate of a pension is made from. */
export interface PensionCertificateFacts {
  readonly file: PensionFile
  readonly slips: readonly StoredSlipSummary[]
  readonly recipient: Institution
}

/** Reads them. @refuses `not-found` for a pension file of somebody else and for an unknown recipient */
export async function pensionCertificateFacts(
  { order, citizenId }: StatingCertificate,
  sources: PaperSources,
): Promise<PensionCertificateFacts> {
  const { pensionNumber, institutionCode } = order
  const file = await pensionFileOf(citizenId, pensionNumber, sources)
  const slips = await sources.pensions.listSlips(citizenId, pensionNumber)
  const recipient = await recipientOf(institutionCode, sources)
  return { file, slips, recipient }
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
