import type { z } from 'zod'
import { PensionStatusPaper } from '#core/certificates/pension-status.model.ts'
import { issue, person } from './statement-parts.ts'
import type { Issue } from './statement-parts.ts'

const branch = { code: '9002', name: 'شعبه مشهد' }

const pensions: z.input<typeof PensionStatusPaper>['pensions'] = [
  {
    pensionNumber: '8000134',
    pensionType: 'RETIREMENT',
    insuranceNumber: '0090000134',
    ownerName: null,
    relation: 'SELF',
    shareBp: 10_000,
    status: 'ACTIVE',
    since: '2013-09-23',
    reason: null,
    establishedOn: '2013-09-23',
    lastPaidOn: '2026-11-20',
    branch,
  },
  {
    pensionNumber: '8000135',
    pensionType: 'SURVIVORS',
    insuranceNumber: '0090000135',
    ownerName: 'محمدحسین رضایی‌پور',
    relation: 'DAUGHTER',
    shareBp: 2083,
    status: 'TERMINATED',
    since: '2025-05-12',
    reason: 'ازدواج',
    establishedOn: '2023-06-07',
    lastPaidOn: '2025-05-20',
    branch,
  },
]

/** گواهی وضعیت of an invented pensioner: an own pension and a share that has ended. */
export function aPensionStatus(
  change: Partial<z.input<typeof PensionStatusPaper>> = {},
  issueChange: Partial<Issue> = {},
): PensionStatusPaper {
  return PensionStatusPaper.parse({
    kind: 'pension-status',
    issue: { ...issue, validUntil: null, ...issueChange },
    trackingCode: '1048402101',
    person,
    asOf: '2026-11-21',
    pensions,
    files: 2,
    paid: 1,
    ...change,
  })
}

/** The same of a person without a pension file. */
export function noPension(): PensionStatusPaper {
  return aPensionStatus({ pensions: [], files: 0, paid: 0 })
}
