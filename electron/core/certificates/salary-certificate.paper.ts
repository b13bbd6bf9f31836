import type { Day } from '#core/kernel/day.ts'
import { remainingInstalments } from './commitments.rules.ts'
import { keyFigures } from './key-figures.rules.ts'
import type { OfficialPaper, Stating } from './official-paper.ts'
import { paidFigures } from './paid-pension.rules.ts'
import {
  commitmentsOf,
  pensionCertificateFacts,
  pensionCertificateFields,
  type PensionCertificateFacts,
} from './pension-certificate.rules.ts'
import { validForMonths } from './paper-validity.rules.ts'
import type { PensionCertificate } from './pension-certificates.model.ts'
import { SalaryCertificate, type InstalmentCommitment } from './salary-certificate.model.ts'

const FIGURES = ['nationalId', 'pensionNumber', 'gross', 'deductions', 'net'] as const

type Kind = 'salary-certificate'

/**
 * What a salary certificate states of the pensioner's own share: gross, deductions and net of the newest month paid.
 * `commitments` are those that bind the pension; null when the recipient did not ask.
 *
 * @law domain brief §3.15, §4.1
 * @refuses `rule` when the file or the share is not being paid, nothing was paid yet, or the slip's figures differ
 */
export function salaryStatement(
  stating: Stating<Kind>,
  facts: PensionCertificateFacts,
  commitments: readonly PensionCertificate[] | null = null,
): SalaryCertificate {
  return SalaryCertificate.parse({
    kind: 'salary-certificate',
    ...pensionCertificateFields(stating, facts, paidFigures(facts.file, facts.slips)),
    commitments: commitments?.map((one) => stated(one, stating.issue.day)) ?? null,
  })
}

function stated(one: PensionCertificate, today: Day): InstalmentCommitment {
  const { recipientName, instalment } = one
  return { recipientName, instalment, remainingCount: remainingInstalments(one, today) }
}

export const salaryCertificatePaper: OfficialPaper<Kind> = {
  kind: 'salary-certificate',
  digit: '1',
  part: 'PENSION',
  presence: null,
  validUntil: validForMonths('SALARY_CERT_VALID_MONTHS'),
  async state(stating, sources) {
    const { citizenId, order } = stating
    const facts = await pensionCertificateFacts(stating, sources)
    const commitments = order.withCommitments
      ? await commitmentsOf(citizenId, order.pensionNumber, sources)
      : null
    return salaryStatement(stating, facts, commitments)
  },
  figureNames: FIGURES,
  figures: ({ person, pensionNumber, gross, deductions, net }) =>
    keyFigures(FIGURES, { nationalId: person.nationalId, pensionNumber, gross, deductions, net }),
}
