import type { Input } from '#core/contract.ts'
import { jalali } from './counter.ts'

/** Qualifies under art. 85 in the sample extract and has asked for nothing yet. */
export const APPLICANT = '9181593996'

export type FiledMarriage = Extract<Input<'requests.file'>['request'], { kind: 'MARRIAGE' }>['form']

/** The whole form of the applicant, with what a test says otherwise. */
export function marriageForm(more: Partial<FiledMarriage> = {}): FiledMarriage {
  return {
    marriageDate: jalali('1404/07/24'),
    permanent: true,
    registered: true,
    firstMarriage: true,
    employedOnWeddingDay: true,
    spouseId: '0010000011',
    spouseName: 'همسر نمونه',
    deedNumber: '۱۲۳۴',
    registryOffice: 'دفتر ۱۲ تهران',
    papers: ['MARRIAGE_DEED', 'BIRTH_CERTIFICATE_PAGE_2'],
    note: '',
    ...more,
  }
}
