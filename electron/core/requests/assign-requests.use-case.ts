import { mayDo } from '#core/access/roles.ts'
import type { Clerks } from '#core/access/access.ports.ts'
import type { Actor } from '#core/kernel/actor.ts'
import type { Instant } from '#core/kernel/instant.ts'
import { Refusal } from '#core/kernel/refusal.ts'
import { assignmentBar, type AssignmentDeed } from './assignment.rules.ts'
import type { Decider } from './decide.rules.ts'
import type { DecisionBook, RequestCase } from './decisions.ports.ts'
import { caseOf } from './read-item.use-case.ts'
import type { Assignment, AssignmentBar, MarkedItem } from './worklist.model.ts'
import type { WorklistBook } from './worklist.ports.ts'

interface Needs {
  readonly decisions: DecisionBook
  readonly worklists: WorklistBook
  readonly clerks: Clerks
  readonly actor: Actor
  readonly now: () => Instant
  readonly note: (about: { readonly object: string }) => void
}

interface Marked {
  readonly items: readonly MarkedItem[]
}

/** The clerk takes requests that nobody has. What he may not take, or somebody was faster with, is left and told. */
export function takeRequests({ items }: Marked, needs: Needs): Promise<Assignment> {
  const order: Order = { deed: { deed: 'take' }, to: needs.actor, partly: true }
  return carryOut(items, order, needs)
}

/** The clerk gives back what he has; who may give requests to others takes them from anybody. */
export function releaseRequests({ items }: Marked, needs: Needs): Promise<Assignment> {
  const mayTakeAway = mayDo(needs.actor, 'requests.assign')
  const order: Order = { deed: { deed: 'release', mayTakeAway }, to: needs.actor, partly: true }
  return carryOut(items, order, needs)
}

/**
 * Gives requests to one clerk. Unless `partly`, one that cannot be given keeps all of them where they are.
 *
 * @refuses `rule` for a clerk who may not decide, does not work here any more or works in another branch
 */
export async function assignRequests(
  { items, clerkId, partly }: Marked & { readonly clerkId: string; readonly partly: boolean },
  needs: Needs,
): Promise<Assignment> {
  const to = await needs.clerks.find(clerkId)
  const isOurs = to?.active === true && to.branchCode === needs.actor.branchCode
  if (!isOurs || !mayDo(to, 'requests.decide')) throw new Refusal('rule', { what: 'not-assignee' })
  return carryOut(items, { deed: { deed: 'assign' }, to, partly }, needs)
}

interface Order {
  readonly deed: AssignmentDeed
  readonly to: Decider
  readonly partly: boolean
}

async function carryOut(
  items: readonly MarkedItem[],
  { deed, to, partly }: Order,
  needs: Needs,
): Promise<Assignment> {
  const ready: RequestCase[] = []
  const left: { trackingCode: string; because: AssignmentBar }[] = []
  const named = new Map(items.map((item) => [item.trackingCode, item]))
  for (const { trackingCode, version } of named.values()) {
    const found = await needs.decisions.findCase(trackingCode)
    const because = barTo(found, version, { deed, to })
    if (because !== null) left.push({ trackingCode, because })
    else if (found) ready.push(found)
  }
  if (left.length > 0 && !partly) return { done: [], left }
  const at = needs.now()
  const owner = deed.deed === 'release' ? null : to.clerkId
  for (const { requestId } of ready) {
    await needs.decisions.give(requestId, owner, needs.actor.clerkId, at)
    await needs.worklists.countChange(requestId)
    needs.note({ object: `request ${requestId}` })
  }
  return { done: ready.map(({ trackingCode }) => trackingCode), left }
}

function barTo(
  found: RequestCase | undefined,
  version: number,
  { deed, to }: Pick<Order, 'deed' | 'to'>,
): AssignmentBar | null {
  if (!found) return 'at-centre'
  if (found.branchCode !== to.branchCode) return 'other-branch'
  return found.version === version ? assignmentBar(deed, caseOf(found), to) : 'changed'
}
