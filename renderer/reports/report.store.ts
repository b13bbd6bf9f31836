import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { Output } from '#core/contract.ts'
import type { Day } from '#core/kernel/day.ts'
import type { RefusalData } from '#core/kernel/refusal.ts'
import type { Reply } from '#core/kernel/reply.ts'
import { ReportQuery } from '#core/reports/report.model.ts'
import { call } from '../client/call.ts'
import { latest } from '../client/latest.ts'

/** What was done in a period, by the branch or by the clerk himself. */
export const useReport = defineStore('reports/report', () => {
  const from = ref<Day | null>(null)
  const to = ref<Day | null>(null)
  const whose = ref<ReportQuery['whose']>('MINE')
  const refusal = shallowRef<RefusalData | null>(null)
  const isBusy = ref(false)
  const report = latest((query: ReportQuery) => call('reports.read', query))
  let owner: string | undefined

  /** What is asked for, undefined as long as the period is none. */
  function query(): ReportQuery | undefined {
    return ReportQuery.safeParse({ from: from.value, to: to.value, whose: whose.value }).data
  }
  async function reload(): Promise<void> {
    const asked = query()
    if (asked) await report.ask(asked)
  }
  /** Begins with today for a clerk: of the branch, if he may see it. */
  async function enter(clerkId: string, today: Day, seesBranch: boolean): Promise<void> {
    if (owner !== clerkId) {
      report.clear()
      refusal.value = null
      from.value = today
      to.value = today
      whose.value = seesBranch ? 'BRANCH' : 'MINE'
    }
    owner = clerkId
    await reload()
  }
  async function ask<T>(work: (asked: ReportQuery) => Promise<Reply<T>>): Promise<T | undefined> {
    const asked = query()
    if (isBusy.value || !asked) return undefined
    isBusy.value = true
    refusal.value = null
    const reply = await work(asked)
    isBusy.value = false
    if (reply.ok) return reply.value
    refusal.value = reply.refusal
    return undefined
  }
  const sheet = () => ask((asked) => call('reports.sheet', asked))
  const print = (): Promise<Output<'reports.print'> | undefined> =>
    ask((asked) => call('reports.print', asked))

  return {
    ...{ from, to, whose, refusal, isBusy, report: report.load },
    ...{ query, reload, enter, sheet, print },
  }
})
