import type { PensionFile } from '#core/pensions/pension.model.ts'
import type { StoredSlipSummary } from '#core/pensions/pensions.ports.ts'
import type { Institution } from './certificate.model.ts'
import { keyFigures } from './key-figures.rules.ts'
import type { OfficialPaper, Stating } from './official-paper.ts'
import { pensionFileOf, recipientOf } from './ordered-things.rules.ts'
import { paidFigures } from './paid-pension.rules.ts'
import { paperPerson } from './paper-person.rules.ts'
import { validForMonths } from './paper-validity.rules.ts'
import { SalaryCertificate } from './salary-certificate.model.ts'

const FIGURES = ['nationalId', 'pensionNumber', 'gross', 'deductions', 'net'] as const

type Kind = 'salary-certificate'

interface SalaryFacts {
  readonly file: PensionFile
  readonly slips: readonly StoredSlipSummary[]
  readonly recipient: Institution
}

/**
 * What a salary certificate states of the pensioner's own share: gross, deductions and net of the newest month paid.
 *
 * @law domain brief §3.15, §4.1
 * @refuses `rule` when the file or the share is not being paid, nothing was paid yet, or the slip's figures differ
 */
export function salaryStatement(
  { order, identity, issue, trackingCode }: Stating<Kind>,
  { file, slips, recipient }: SalaryFacts,
): SalaryCertificate {
  return SalaryCertificate.parse({
    kind: 'salary-certificate',
    issue,
    trackingCode,
    recipient: { name: recipient.name, branchName: order.recipientBranch },
    person: paperPerson(identity),
    insuranceNumber: file.insuranceNumber,
    pensionNumber: file.pensionNumber,
    pensionType: file.pensionType,
    establishedOn: file.establishedOn,
    branch: { code: file.branchCode, name: file.branchName },
    ...paidFigures(file, slips),
    commitments: null,
  })
}

export const salaryCertificatePaper: OfficialPaper<Kind> = {
  kind: 'salary-certificate',
  digit: '1',
  part: 'PENSION',
  presence: null,
  validUntil: validForMonths('SALARY_CERT_VALID_MONTHS'),
  async state(stating, sources) {
    const { order, citizenId } = stating
    const { pensionNumber, institutionCode } = order
    const file = await pensionFileOf(citizenId, pensionNumber, sources)
    const slips = await sources.pensions.listSlips(citizenId, pensionNumber)
    const recipient = await recipientOf(institutionCode, sources)
    return salaryStatement(stating, { file, slips, recipient })
  },
  figureNames: FIGURES,
  figures: ({ person, pensionNumber, gross, deductions, net }) =>
    keyFigures(FIGURES, { nationalId: person.nationalId, pensionNumber, gross, deductions, net }),
}
