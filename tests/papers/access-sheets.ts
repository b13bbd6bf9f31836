import type { z } from 'zod'
import { AccessSheet } from '#core/certificates/access-sheet.model.ts'
import type { AccessRow } from '#core/certificates/access-sheet.model.ts'
import { issue, person } from './statement-parts.ts'
import type { Issue } from './statement-parts.ts'

const DEEDS = ['OPENED', 'REVEALED', 'PAPER_ISSUED', 'PAPER_PRINTED', 'ENDED', 'REFUSED'] as const
const OBJECTS = [null, 'کد ملی', '۹۰۰۲-۱۴۰۵-۱-۰۰۰۴۱۷', 'گواهی حقوق', null, 'نسخه‌ها']
const PRESENCES = ['SELF', 'SELF', 'LAWYER', 'OPEN_REQUEST', 'OFFICIAL_ORDER', null] as const

function rowOf(i: number): z.input<typeof AccessRow> {
  return {
    at: new Date(Date.UTC(2026, 10, 21, 7, 5) - i * 3_700_000).toISOString(),
    deed: DEEDS[i % DEEDS.length] ?? 'OTHER',
    clerkCode: i % 3 === 0 ? 'C-1042' : 'C-1077',
    workstation: i % 5 === 4 ? null : 'BAJEH-07',
    presence: PRESENCES[i % PRESENCES.length] ?? null,
    object: OBJECTS[i % OBJECTS.length] ?? null,
  }
}

/** «چه کسی پروندهٔ مرا دیده است» of `count` entries. */
export function anAccessSheet(
  count: number,
  change: Partial<z.input<typeof AccessSheet>> = {},
  issueChange: Partial<Issue> = {},
): AccessSheet {
  return AccessSheet.parse({
    kind: 'access-sheet',
    issue: { ...issue, validUntil: null, ...issueChange },
    trackingCode: '1048402099',
    person,
    from: '2026-03-21',
    rows: Array.from({ length: count }, (_, i) => rowOf(i)),
    ...change,
  })
}
