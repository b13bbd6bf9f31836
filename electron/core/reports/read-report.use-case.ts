import { mayDo } from '#core/access/roles.ts'
import type { Clerks } from '#core/access/access.ports.ts'
import type { Actor } from '#core/kernel/actor.ts'
import { addDays } from '#core/kernel/day.ts'
import type { Instant } from '#core/kernel/instant.ts'
import { Refusal } from '#core/kernel/refusal.ts'
import type { OfficeIdentity } from '#core/office/office.ports.ts'
import type { RequestWordings } from '#core/requests/requests.ports.ts'
import type { DayReport, ReportQuery, ReportSheet } from './report.model.ts'
import { beginOf, reportOf } from './report.rules.ts'
import type { Reports } from './reports.ports.ts'

interface Needs {
  readonly reports: Reports
  readonly clerks: Clerks
  readonly actor: Actor
}

/**
 * What was done in a period, by the whole branch or by the clerk who asks.
 *
 * @refuses `forbidden` for the branch to a clerk who only sees his own day
 */
export async function readReport(
  { from, to, whose }: ReportQuery,
  { reports, clerks, actor }: Needs,
): Promise<DayReport> {
  if (whose === 'BRANCH' && !mayDo(actor, 'reports.read'))
    throw new Refusal('forbidden', { values: { permission: 'reports.read' } })
  const { branchCode } = actor
  const clerkId = whose === 'MINE' ? actor.clerkId : null
  const scope = {
    from,
    to,
    branchCode,
    clerkId,
    begin: beginOf(from),
    end: beginOf(addDays(to, 1)),
  }
  const deeds = await reports.countDeeds(scope)
  const steps = await reports.listSteps(scope)
  const names = new Map((await clerks.list()).map((clerk) => [clerk.clerkId, clerk]))
  const named = new Map(
    [...names].map(([id, { fullName, clerkCode }]) => [id, { fullName, clerkCode }]),
  )
  return { from, to, whose, ...reportOf({ deeds, steps }, named) }
}

/** The same as its sheet says it. */
export async function readReportSheet(
  query: ReportQuery,
  needs: Needs & { readonly wordings: RequestWordings; readonly now: () => Instant },
  office: OfficeIdentity,
): Promise<ReportSheet> {
  const report = await readReport(query, needs)
  const clerk = await needs.clerks.find(needs.actor.clerkId)
  if (!clerk) throw new Refusal('not-found', { what: 'clerk' })
  const { kind, branchCode, branchName, province } = office
  const { fullName, clerkCode } = clerk
  return {
    office: { kind, branchCode, branchName, province },
    at: needs.now(),
    clerk: { fullName, clerkCode },
    report,
    kindNames: Object.fromEntries(
      report.kinds.map((line) => [line.kind, needs.wordings.of(line.kind)?.title ?? line.kind]),
    ),
  }
}
