import { mayDo } from '#core/access/roles.ts'
import type { Actor } from '#core/kernel/actor.ts'
import type { Permission } from '#core/kernel/permission.ts'
import { isAuthor } from '#core/parameters/four-eyes.rules.ts'
import { DecisionAct } from './decision.model.ts'
import { isFinal, mayBecome } from './lifecycle.rules.ts'
import type { RequestKind, RequestStatus } from './request.model.ts'

/** Where an act leads. */
export const STATUS_AFTER: Readonly<Record<DecisionAct, RequestStatus>> = {
  ASK: '14',
  RETURN: '21',
  PROCESS: '16',
  REFUSE: '19',
  APPROVE: '18',
  ARTICLE16: '2602',
}

/** What of a request decides who may decide it. */
export interface DecidedCase {
  readonly kind: RequestKind
  readonly status: RequestStatus
  readonly branchCode: string
  /** The applicant. */
  readonly personId: string
  /** National ID of who filed for him by a power; null when nobody did, or it is not known. */
  readonly representativeId: string | null
  readonly filedBy: { readonly clerkId: string; readonly personId: string | null }
  /** Who took it, or to whom it was given. */
  readonly owner: { readonly clerkId: string } | null
}

/** Whoever decides. */
export type Decider = Pick<Actor, 'clerkId' | 'personId' | 'role' | 'duties' | 'branchCode'>

/** Why somebody may not do something with a request. */
export type Bar =
  | 'own-filing'
  | 'own-request'
  | 'own-power'
  | 'other-branch'
  | 'withdrawn'
  | 'decided'
  | 'awaits-applicant'
  | 'other-step'
  | 'not-approver'
  | 'not-expert'
  | 'taken'

/** Bars that lie in the person and this request: no step of it lifts them. */
const PERSONAL: readonly Bar[] = ['own-filing', 'own-request', 'own-power', 'other-branch']
/** Bars that lie in what the person may do at all. */
const RIGHTS: readonly Bar[] = ['not-approver', 'not-expert']

/** Whether the office refuses the person, whatever becomes of the request. */
export function isPersonal(bar: Bar): boolean {
  return PERSONAL.includes(bar)
}

/** Whether the office refuses the person rather than the step. */
export function isForbidden(bar: Bar): boolean {
  return isPersonal(bar) || RIGHTS.includes(bar)
}

/** What an act demands: the last word is the head's, whatever it says. */
export function permissionFor(act: DecisionAct, status: RequestStatus): Permission {
  return act === 'APPROVE' || act === 'ARTICLE16' || status === '16'
    ? 'requests.approve'
    : 'requests.decide'
}

/**
 * Why a clerk may not do an act, the reason that no other clerk's deed could lift first; null when he may.
 *
 * @law domain brief §3.0, §6: who files never decides, nobody decides about himself
 */
export function barOf(act: DecisionAct, request: DecidedCase, decider: Decider): Bar | null {
  return personalBar(request, decider) ?? stepBar(act, request) ?? rightBar(act, request, decider)
}

/** The acts that a kind of request knows, each with what stands against it. */
export function actsOf(
  request: DecidedCase,
  decider: Decider,
): readonly { readonly act: DecisionAct; readonly bar: Bar | null }[] {
  return DecisionAct.options
    .filter((act) => act !== 'ARTICLE16' || request.kind === 'DEBT_ARTICLE16')
    .map((act) => ({ act, bar: barOf(act, request, decider) }))
}

function personalBar(request: DecidedCase, decider: Decider): Bar | null {
  const { filedBy, personId, representativeId, branchCode } = request
  const author = { proposedBy: filedBy.clerkId, proposerPersonId: filedBy.personId }
  if (isAuthor(decider, author)) return 'own-filing'
  if (decider.personId !== null && decider.personId === personId) return 'own-request'
  if (decider.personId !== null && decider.personId === representativeId) return 'own-power'
  return branchCode === decider.branchCode ? null : 'other-branch'
}

function stepBar(act: DecisionAct, { kind, status }: DecidedCase): Bar | null {
  if (status === 'CANCELLED') return 'withdrawn'
  if (isFinal(status)) return 'decided'
  if (mayBecome(kind, status, STATUS_AFTER[act])) return null
  return status === '14' || status === '21' ? 'awaits-applicant' : 'other-step'
}

function rightBar(act: DecisionAct, { status, owner }: DecidedCase, decider: Decider): Bar | null {
  const permission = permissionFor(act, status)
  if (!mayDo(decider, permission))
    return permission === 'requests.approve' ? 'not-approver' : 'not-expert'
  return owner === null || owner.clerkId === decider.clerkId ? null : 'taken'
}

/** Whether an act grants something, so that the rule must say yes or somebody must answer for it. */
export function grants(act: DecisionAct): boolean {
  return act === 'PROCESS' || act === 'APPROVE' || act === 'ARTICLE16'
}
