import { mayDo } from '#core/access/roles.ts'
import type { Clerks } from '#core/access/access.ports.ts'
import type { Citizens } from '#core/citizens/citizens.ports.ts'
import { parseSearch } from '#core/citizens/search-query.rules.ts'
import type { Actor } from '#core/kernel/actor.ts'
import type { Day } from '#core/kernel/day.ts'
import {
  WorklistGroup,
  type Assignee,
  type Worklist,
  type WorklistItem,
  type WorklistQuery,
} from './worklist.model.ts'
import type { Worklists, WorklistScope } from './worklist.ports.ts'
import { placeAfter, worklistItem } from './worklist.rules.ts'

interface Needs {
  readonly worklists: Worklists
  readonly citizens: Citizens
  readonly actor: Actor
  readonly today: () => Day
}

/** Namesakes by a spelling that nobody with a line has: the likeliest. */
const NAMESAKES = 50

/**
 * The clerk's list of requests: his own, the branch's, or those to be followed up, a page at a time. Text is a tracking
 * code, a number of a citizen or a name. Groups that are not asked for are counted all the same.
 */
export async function readWorklist(query: WorklistQuery, needs: Needs): Promise<Worklist> {
  const { worklists, actor } = needs
  const today = needs.today()
  const narrowed = await narrow(query.text, needs)
  if (!narrowed) return { items: [], counts: { ...NOTHING }, next: null }
  const { clerkId, branchCode } = actor
  const decides = mayDo(actor, 'requests.decide')
  const scope: WorklistScope = { ...query, clerkId, branchCode, decides, today, ...narrowed }
  const counts = await worklists.count(scope)
  const found = await page(query, scope, worklists)
  const items = found.slice(0, query.limit)
  const last = items.at(-1)
  return {
    items,
    counts: { ...counts },
    next: found.length > query.limit && last ? placeAfter(last) : null,
  }
}

const NOTHING = { OVERDUE: 0, TODAY: 0, AWAITING_PAPERS: 0, RUNNING: 0, DONE: 0 }

/** One line more than asked for, where there is one. By urgency the groups follow each other, each in its own order. */
async function page(
  { groups: asked, order, after, limit }: WorklistQuery,
  scope: WorklistScope,
  worklists: Worklists,
): Promise<WorklistItem[]> {
  const wanted = WorklistGroup.options.filter(
    (group) => asked.length === 0 || asked.includes(group),
  )
  const shown = (entries: Awaited<ReturnType<Worklists['list']>>) =>
    entries.map((entry) => worklistItem(entry, scope.today))
  if (order !== 'URGENCY')
    return shown(await worklists.list(scope, { groups: wanted, order, after, limit: limit + 1 }))
  const from = after === null ? 0 : wanted.indexOf(after.group)
  const items: WorklistItem[] = []
  for (const group of wanted.slice(Math.max(0, from))) {
    const room = limit + 1 - items.length
    if (room <= 0) break
    const place = after?.group === group ? after : null
    const groups = [group]
    items.push(...shown(await worklists.list(scope, { groups, order, after: place, limit: room })))
  }
  return items
}

/** What a text narrows the list to; undefined when it can match nothing. */
async function narrow(
  text: string,
  { citizens, worklists }: Needs,
): Promise<Pick<WorklistScope, 'citizenIds' | 'trackingCode'> | undefined> {
  const query = parseSearch(text)
  if (query.by === 'nothing')
    return text.trim() === '' ? { citizenIds: null, trackingCode: null } : undefined
  if (query.by === 'name') {
    const named = query.birthYear === null ? await worklists.findNamed(query.words) : []
    if (named.length > 0) return { citizenIds: named, trackingCode: null }
    const matches = await citizens.findByName(query, NAMESAKES)
    const citizenIds = matches.map(({ citizen }) => citizen.citizenId)
    return citizenIds.length === 0 ? undefined : { citizenIds, trackingCode: null }
  }
  const code = query.candidates.find(({ kind }) => kind === 'TRACKING_CODE')
  const people = await citizens.findByNumber(query.candidates, NAMESAKES)
  if (people.length === 0 || people.some(({ kind }) => kind === 'TRACKING_CODE'))
    return code ? { citizenIds: null, trackingCode: code.value } : undefined
  return { citizenIds: people.map(({ citizen }) => citizen.citizenId), trackingCode: null }
}

/** The clerks of the branch who may decide, with how many undecided requests each has. */
export async function listAssignees({
  worklists,
  clerks,
  actor,
}: Pick<Needs, 'worklists' | 'actor'> & { readonly clerks: Clerks }): Promise<Assignee[]> {
  const open = await worklists.countOpen(actor.branchCode)
  return (await clerks.list())
    .filter(
      (clerk) =>
        clerk.active && clerk.branchCode === actor.branchCode && mayDo(clerk, 'requests.decide'),
    )
    .map(({ clerkId, fullName, clerkCode }) => ({
      ...{ clerkId, fullName, clerkCode },
      open: open.get(clerkId) ?? 0,
    }))
}
