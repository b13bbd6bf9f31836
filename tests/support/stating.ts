import parameterFile from '../../resources/parameters.json' with { type: 'json' }
import type { Stating } from '#core/certificates/official-paper.ts'
import type { OrderOf, PaperKind } from '#core/certificates/paper.model.ts'
import { PaperIssue } from '#core/certificates/paper-issue.model.ts'
import type { Identity } from '#core/certificates/paper-person.rules.ts'
import { ParameterFile, type Parameter } from '#core/parameters/parameters.model.ts'
import { withDefaults } from '#core/parameters/parameters.rules.ts'
import { extractParameters } from './contributions.ts'
import { jalali } from './counter.ts'

/** The parameters of an office: those of the extract and, for what it lacks, the product's own. */
export function officeParameters(): readonly Parameter[] {
  return withDefaults(extractParameters(), ParameterFile.parse(parameterFile))
}

/** An invented pensioner; his birth-certificate number is 0, as the registry writes it today. */
export const anIdentity = {
  citizenId: 7,
  personId: '0000001341',
  firstName: 'فاطمه',
  lastName: 'نمونه',
  fatherName: 'نمونه‌علی',
  sex: 'F',
  birthDate: jalali('1340/02/22'),
  deathDate: null,
  nationality: 'IR',
  certificateNumber: '0',
  birthCity: 'تهران',
  issueCity: 'تهران',
  maritalStatus: 'MARRIED',
  firstMarriageDate: null,
  branchCode: '900',
  branchName: 'شعبه تهران',
} as const satisfies Identity

/** What a paper ordered at branch 900 on a day is stated from. */
export function stating<K extends PaperKind>(
  order: OrderOf<K>,
  today = jalali('1405/09/02'),
): Stating<K> {
  return {
    order,
    citizenId: 7,
    identity: anIdentity,
    trackingCode: '1048401841',
    parameters: officeParameters(),
    issue: PaperIssue.parse({
      number: null,
      day: today,
      at: `${today}T07:00:00.000Z`,
      officeKind: 'test',
      branch: { code: '900', name: 'شعبه تهران', province: 'تهران' },
      clerkCode: 'C1',
      workstation: 'desk-1',
      validUntil: null,
      attachment: null,
      verificationUrl: 'https://verify.example.ir/d',
      seal: null,
      reprint: null,
    }),
  }
}
