import type { Citizens } from '#core/citizens/citizens.ports.ts'
import { parseSearch } from '#core/citizens/search-query.rules.ts'
import type { Actor } from '#core/kernel/actor.ts'
import type { Day } from '#core/kernel/day.ts'
import { WorklistGroup, type Worklist, type WorklistQuery } from './request.model.ts'
import type { Requests, WorklistScope } from './requests.ports.ts'
import { compareItems, groupOf, worklistItem } from './worklist.rules.ts'

interface Needs {
  readonly requests: Requests
  readonly citizens: Citizens
  readonly actor: Actor
  readonly today: () => Day
}

/** People of one name whose requests are looked through. */
const NAMESAKES = 50

/**
 * The clerk's list of requests: his own filings, the branch's undecided ones, or those to be followed up. Text is a
 * tracking code or a name. Groups that are not asked for are counted all the same.
 */
export async function readWorklist(query: WorklistQuery, needs: Needs): Promise<Worklist> {
  const { requests, actor } = needs
  const today = needs.today()
  const narrowed = await narrow(query.text, needs.citizens)
  const counts = Object.fromEntries(WorklistGroup.options.map((group) => [group, 0]))
  if (!narrowed) return { items: [], counts: counts as Worklist['counts'], more: false }
  const { clerkId, branchCode } = actor
  const scope: WorklistScope = { view: query.view, clerkId, branchCode, ...narrowed }
  for (const counted of await requests.countWorklist(scope)) {
    const group = groupOf(counted, today)
    counts[group] = (counts[group] ?? 0) + counted.count
  }
  const wanted = (group: WorklistGroup) => query.groups.length === 0 || query.groups.includes(group)
  const undone = WorklistGroup.options.some((group) => group !== 'DONE' && wanted(group))
  const entries = [
    ...(undone ? await requests.listWorklist(scope, false, MOST_UNDONE) : []),
    ...(wanted('DONE') ? await requests.listWorklist(scope, true, query.limit) : []),
  ]
  const items = entries
    .map((entry) => worklistItem(entry, today))
    .filter(({ group }) => wanted(group))
    .sort(compareItems)
  const total = WorklistGroup.options.reduce(
    (sum, group) => sum + (wanted(group) ? (counts[group] ?? 0) : 0),
    0,
  )
  return {
    items: items.slice(0, query.limit),
    counts: counts as Worklist['counts'],
    more: total > Math.min(items.length, query.limit),
  }
}

/** Undecided requests that are put in order; the oldest come first, so none that is late is missed. */
const MOST_UNDONE = 2000

/** What a text narrows the list to; undefined when it can match nothing. */
async function narrow(
  text: string,
  citizens: Citizens,
): Promise<Pick<WorklistScope, 'citizenIds' | 'trackingCode'> | undefined> {
  const query = parseSearch(text)
  if (query.by === 'name') {
    const matches = await citizens.findByName(query, NAMESAKES)
    const citizenIds = matches.map(({ citizen }) => citizen.citizenId)
    return citizenIds.length === 0 ? undefined : { citizenIds, trackingCode: null }
  }
  if (query.by === 'nothing')
    return text.trim() === '' ? { citizenIds: null, trackingCode: null } : undefined
  const code = query.candidates.find(({ kind }) => kind === 'TRACKING_CODE')
  const people = await citizens.findByNumber(query.candidates, NAMESAKES)
  if (people.length === 0 || people.some(({ kind }) => kind === 'TRACKING_CODE'))
    return code ? { citizenIds: null, trackingCode: code.value } : undefined
  return { citizenIds: people.map(({ citizen }) => citizen.citizenId), trackingCode: null }
}
