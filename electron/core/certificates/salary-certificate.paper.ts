import { keyFigures } from './key-figures.rules.ts'
import type { OfficialPaper, Stating } from './official-paper.ts'
import { paidFigures } from './paid-pension.rules.ts'
import {
  pensionCertificateFacts,
  pensionCertificateFields,
  type PensionCertificateFacts,
} from './pension-certificate.rules.ts'
import { validForMonths } from './paper-validity.rules.ts'
import { SalaryCertificate } from './salary-certificate.model.ts'

const FIGURES = ['nationalId', 'pensionNumber', 'gross', 'deductions', 'net'] as const

type Kind = 'salary-certificate'

/**
 * What a salary certificate states of the pensioner's own share: gross, deductions and net of the newest month paid.
 *
 * @law domain brief §3.15, §4.1
 * @refuses `rule` when the file or the share is not being paid, nothing was paid yet, or the slip's figures differ
 */
export function salaryStatement(
  stating: Stating<Kind>,
  facts: PensionCertificateFacts,
): SalaryCertificate {
  return SalaryCertificate.parse({
    kind: 'salary-certificate',
    ...pensionCertificateFields(stating, facts, paidFigures(facts.file, facts.slips)),
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
    return salaryStatement(stating, await pensionCertificateFacts(stating, sources))
  },
  figureNames: FIGURES,
  figures: ({ person, pensionNumber, gross, deductions, net }) =>
    keyFigures(FIGURES, { nationalId: person.nationalId, pensionNumber, gross, deductions, net }),
}
