import { mayDo } from '#core/access/roles.ts'
import { barOf, permissionFor, type DecidedCase, type Decider } from './decide.rules.ts'
import type { AssignmentBar } from './worklist.model.ts'

/** What is done with it: taken by a decider, given by somebody who may, or given back. */
export type AssignmentDeed =
  | { readonly deed: 'take' }
  | { readonly deed: 'assign' }
  | { readonly deed: 'release'; readonly mayTakeAway: boolean }

/**
 * Why a request is not given to somebody, or not given back by him; null when it is. Whoever may not decide it is not
 * given it either: its filer, its subject, and who lacks the right to its next step.
 *
 * @law domain brief §3.0: a clerk files on a citizen's behalf but does not decide
 */
export function assignmentBar(
  order: AssignmentDeed,
  request: DecidedCase,
  clerk: Decider,
): AssignmentBar | null {
  if (order.deed === 'release') {
    const isHis = request.owner?.clerkId === clerk.clerkId
    return isHis || (request.owner !== null && order.mayTakeAway) ? null : 'not-taken'
  }
  const { owner, ...unowned } = request
  const bar = barOf('ASK', { ...unowned, owner: null }, clerk)
  if (bar !== null && bar !== 'awaits-applicant' && bar !== 'other-step' && bar !== 'taken')
    return bar
  const permission = permissionFor('ASK', request.status)
  if (!mayDo(clerk, permission))
    return permission === 'requests.approve' ? 'not-approver' : 'not-expert'
  return order.deed === 'take' && owner !== null ? 'taken' : null
}
