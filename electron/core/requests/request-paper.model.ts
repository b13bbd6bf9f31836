import { z } from 'zod'

/** Every paper a request may ask for. One list, so that a paper in the citizen's box counts for any request. */
export const RequestPaper = z.enum([
  'ACCOUNT_PROOF',
  'BANK_STATEMENT',
  'BIRTH_CERTIFICATE',
  'BIRTH_CERTIFICATE_PAGE_1',
  'BIRTH_CERTIFICATE_PAGE_2',
  'DISPUTE_BOARD_RULING',
  'EAR_MOULD',
  'EMPLOYMENT_CONTRACT',
  'EMPLOYMENT_ORDER',
  'GUARDIANSHIP_ORDER',
  'HAZARDOUS_JOB_RULING',
  'LEAVE_WORK_LETTER',
  'MARRIAGE_DEED',
  'MEDICAL_REST_NOTE',
  'NATIONAL_CARD',
  'PAY_SLIPS',
  'PHOTO',
  'PHYSICIAN_OPINION',
  'PRESCRIPTION',
  'REQUEST_FORM',
  'SERVICE_CARD',
  'STAMPED_INVOICE',
  'STUDENT_CARD',
  'WARRANTY',
  'WORKSHOP_CARD',
])
export type RequestPaper = z.infer<typeof RequestPaper>

/** A paper of a request and whether it can be filed without. */
export interface PaperDemand {
  readonly code: RequestPaper
  readonly required: boolean
}
