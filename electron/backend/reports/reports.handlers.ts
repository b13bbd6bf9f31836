import type { ReportQuery } from '#core/reports/report.model.ts'
import { readReport, readReportSheet } from '#core/reports/read-report.use-case.ts'
import type { DrawReport } from '#core/reports/reports.ports.ts'
import { readingNeeds } from '../repositories.ts'
import type { Handlers, TaskScope } from '../scope.ts'

type ReportsHandlers = Pick<Handlers, 'reports.read' | 'reports.sheet' | 'reports.print'>

/** The day report on the screen and on paper: both from the same reading. */
export function reportsHandlers({
  drawReport,
}: {
  readonly drawReport: DrawReport
}): ReportsHandlers {
  const sheetOf = async (query: ReportQuery, { inQuery, office }: TaskScope): Promise<Uint8Array> =>
    drawReport(await inQuery((scope) => readReportSheet(query, readingNeeds(scope), office)))

  return {
    'reports.read': (query, scope) => readReport(query, readingNeeds(scope)),
    async 'reports.sheet'(query, scope) {
      return { pdf: Buffer.from(await sheetOf(query, scope)).toString('base64') }
    },
    async 'reports.print'(query, scope) {
      const pdf = await sheetOf(query, scope)
      const { printer } = await scope.desk.readSettings()
      const outcome = await scope.desk.print({
        ...{ pdf, printer },
        ...{ title: `report ${query.from}`, tray: null, copies: 1, duplex: 'simplex' },
        fileAllowed: scope.office.kind !== 'real',
      })
      return outcome.printed
        ? { printed: true, where: outcome.where, reason: null }
        : { printed: false, where: null, reason: outcome.reason }
    },
  }
}
