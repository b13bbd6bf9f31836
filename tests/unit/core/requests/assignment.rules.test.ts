import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assignmentBar, type AssignmentDeed } from '#core/requests/assignment.rules.ts'
import type { DecidedCase, Decider } from '#core/requests/decide.rules.ts'
import { RequestStatus } from '#core/requests/request.model.ts'

const request: DecidedCase = {
  kind: 'MARRIAGE',
  status: '9',
  branchCode: '900',
  personId: '0010000011',
  representativeId: null,
  filedBy: { clerkId: 'filer', personId: '0010000022' },
  owner: null,
}
const expert: Decider = {
  clerkId: 'expert',
  personId: '0010000033',
  role: 'CLERK',
  duties: ['EXPERT'],
  branchCode: '900',
}
const head: Decider = { ...expert, clerkId: 'head', role: 'SUPERVISOR', duties: [] }
const clerk: Decider = { ...expert, clerkId: 'clerk', duties: [] }
const take: AssignmentDeed = { deed: 'take' }
const assign: AssignmentDeed = { deed: 'assign' }

describe('whoever may not decide is not given it', () => {
  test.each<[string, AssignmentDeed, Partial<DecidedCase>, Decider, string | null]>([
    ['an expert takes', take, {}, expert, null],
    ['an expert is given', assign, {}, expert, null],
    ['a clerk without the duty', assign, {}, clerk, 'not-expert'],
    ['its filer', assign, {}, { ...expert, clerkId: 'filer' }, 'own-filing'],
    [
      'its filer under another name',
      assign,
      {},
      { ...expert, personId: '0010000022' },
      'own-filing',
    ],
    ['whom it is about', assign, {}, { ...expert, personId: '0010000011' }, 'own-request'],
    ['who asked for another', assign, { representativeId: '0010000033' }, expert, 'own-power'],
    ['another branch', assign, { branchCode: '901' }, expert, 'other-branch'],
    ['what is decided', assign, { status: '18' }, expert, 'decided'],
    ['what is withdrawn', assign, { status: 'CANCELLED' }, expert, 'withdrawn'],
    ['what waits for papers', assign, { status: '21' }, expert, null],
    ['what is being checked', take, { status: '2' }, expert, null],
    ['the last word to an expert', assign, { status: '16' }, expert, 'not-approver'],
    ['the last word to the head', assign, { status: '16' }, head, null],
    ['what a colleague has', take, { owner: { clerkId: 'head' } }, expert, 'taken'],
    ['what he has himself', take, { owner: { clerkId: 'expert' } }, expert, 'taken'],
    ['from a colleague', assign, { owner: { clerkId: 'head' } }, expert, null],
  ])('%s', (_name, order, more, who, bar) => {
    expect(assignmentBar(order, { ...request, ...more }, who)).toBe(bar)
  })

  test('whatever its state, never its filer and never its subject', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...RequestStatus.options),
        fc.constantFrom(take, assign),
        fc.constantFrom({ clerkId: 'filer' }, { personId: '0010000011' }),
        (status, order, self) => {
          expect(assignmentBar(order, { ...request, status }, { ...head, ...self })).not.toBeNull()
        },
      ),
    )
  })
})

test('each gives back his own; who gives requests to others takes them from anybody', () => {
  const release = (mayTakeAway: boolean, owner: DecidedCase['owner'], who = expert) =>
    assignmentBar({ deed: 'release', mayTakeAway }, { ...request, owner }, who)
  expect(release(false, { clerkId: 'expert' })).toBeNull()
  expect(release(false, { clerkId: 'head' })).toBe('not-taken')
  expect(release(true, { clerkId: 'head' })).toBeNull()
  expect(release(true, null)).toBe('not-taken')
})
