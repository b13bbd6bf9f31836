import { z } from 'zod'

/** Every paper a request may ask for. One list, so that a paper in the citizen's box counts for any request. */
export const RequestPaper = z.enum([
  'ACCOUNT_PROOF',
  'BANK_STATEMENT',
  'BIRTH_CERTIFICATE',
  'BIRTH_CERTIFICATE_PAGE_1',
  'BIRTH_CERTIFICATE_PAGE_2',
  'DAUGHTER_DECLARATION',
  'DEATH_CERTIFICATE',
  'DEBT_NOTICE',
  'DEPENDANT_BIRTH_CERTIFICATE',
  'DISABILITY_RULING',
  'DISPUTE_BOARD_RULING',
  'DIVORCE_DEED',
  'EAR_MOULD',
  'EMPLOYMENT_CONTRACT',
  'EMPLOYMENT_ORDER',
  'EMPLOYMENT_PROOF',
  'FINAL_VOTE',
  'FOREIGNER_CARD',
  'GUARDIANSHIP_ORDER',
  'HAZARDOUS_JOB_RULING',
  'LEAVE_WORK_LETTER',
  'MAINTENANCE_PROOF',
  'MARRIAGE_DEED',
  'MEDICAL_REST_NOTE',
  'NATIONAL_CARD',
  'OBJECTION_LETTER',
  'OFFICIAL_GAZETTE',
  'PAYMENT_GUARANTEE',
  'PAYMENT_RECEIPTS',
  'PAY_SLIPS',
  'PHOTO',
  'PHYSICIAN_OPINION',
  'POWER_OF_ATTORNEY',
  'PREMIUM_LISTS',
  'PRESCRIPTION',
  'PRIMARY_VOTE',
  'REQUEST_FORM',
  'SERVICE_CARD',
  'STAMPED_INVOICE',
  'STUDENT_CARD',
  'STUDY_CERTIFICATE',
  'WARRANTY',
  'WORKSHOP_CARD',
  'WORK_PERMIT',
])
export type RequestPaper = z.infer<typeof RequestPaper>

/** A paper of a request and whether it can be filed without. */
export interface PaperDemand {
  readonly code: RequestPaper
  readonly required: boolean
  /** Of this very account or other person: an older one in the box may be of another, and does not count. */
  readonly anew?: boolean
}
