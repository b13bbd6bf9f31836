import { z } from 'zod'
import { query, task } from '#core/kernel/method.ts'
import { DayReport, ReportQuery } from './report.model.ts'

/** Who may ask for the branch is decided with the report; his own day sees everybody who files. */
export const reportsContract = {
  'reports.read': query({ permission: 'requests.read', input: ReportQuery, output: DayReport }),
  /** The report as a sheet, to be looked at (base64). */
  'reports.sheet': task({
    permission: 'requests.read',
    input: ReportQuery,
    output: z.object({ pdf: z.string() }),
  }),
  'reports.print': task({
    permission: 'requests.read',
    input: ReportQuery,
    output: z.object({
      printed: z.boolean(),
      where: z.string().nullable(),
      reason: z.enum(['no-printer', 'failed', 'cancelled']).nullable(),
    }),
  }),
}
