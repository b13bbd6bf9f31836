import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  actsOf,
  barOf,
  grants,
  isPersonal,
  permissionFor,
  STATUS_AFTER,
  type Bar,
  type DecidedCase,
  type Decider,
} from '#core/requests/decide.rules.ts'
import { DecisionAct } from '#core/requests/decision.model.ts'
import { isFinal, mayBecome } from '#core/requests/lifecycle.rules.ts'
import { RequestKind, RequestStatus } from '#core/requests/request.model.ts'

const CITIZEN = '0000001341'
const FILER = { clerkId: 'filer', personId: '0000001359' }

const EXPERT: Decider = {
  clerkId: 'expert',
  personId: '0000001367',
  role: 'CLERK',
  duties: ['EXPERT'],
  branchCode: '900',
}
const HEAD: Decider = { ...EXPERT, clerkId: 'head', personId: null, role: 'SUPERVISOR', duties: [] }
const COUNTER: Decider = { ...EXPERT, clerkId: 'counter', duties: [] }
const ADMINISTRATOR: Decider = { ...EXPERT, clerkId: 'modir', role: 'ADMINISTRATOR' }

const request = (more: Partial<DecidedCase> = {}): DecidedCase => ({
  ...{ kind: 'MARRIAGE', status: '9', branchCode: '900', personId: CITIZEN },
  ...{ representativeId: null, filedBy: FILER, owner: null },
  ...more,
})

type Row = readonly [
  RequestStatus,
  DecisionAct,
  counter: Bar | null,
  expert: Bar | null,
  head: Bar | null,
]

/** Who may do what to a marriage allowance that somebody else filed and nobody took. */
const TABLE: readonly Row[] = [
  ['9', 'ASK', 'not-expert', null, null],
  ['9', 'RETURN', 'not-expert', null, null],
  ['9', 'PROCESS', 'not-expert', null, null],
  ['9', 'REFUSE', 'not-expert', null, null],
  ['9', 'APPROVE', 'other-step', 'other-step', 'other-step'],
  ['16', 'ASK', 'other-step', 'other-step', 'other-step'],
  ['16', 'RETURN', 'other-step', 'other-step', 'other-step'],
  ['16', 'PROCESS', 'other-step', 'other-step', 'other-step'],
  ['16', 'REFUSE', 'not-approver', 'not-approver', null],
  ['16', 'APPROVE', 'not-approver', 'not-approver', null],
  ['16', 'ARTICLE16', 'other-step', 'other-step', 'other-step'],
  ['14', 'RETURN', 'awaits-applicant', 'awaits-applicant', 'awaits-applicant'],
  ['21', 'PROCESS', 'awaits-applicant', 'awaits-applicant', 'awaits-applicant'],
  ['18', 'REFUSE', 'decided', 'decided', 'decided'],
  ['19', 'APPROVE', 'decided', 'decided', 'decided'],
  ['2602', 'APPROVE', 'decided', 'decided', 'decided'],
  ['CANCELLED', 'PROCESS', 'withdrawn', 'withdrawn', 'withdrawn'],
  ['2', 'PROCESS', 'other-step', 'other-step', 'other-step'],
  ['6', 'REFUSE', 'other-step', 'other-step', 'other-step'],
]

describe('who may do what', () => {
  it.each(TABLE)('%s %s: clerk %s, expert %s, head %s', (status, act, counter, expert, head) => {
    const one = request({ status })
    expect(barOf(act, one, COUNTER)).toBe(counter)
    expect(barOf(act, one, EXPERT)).toBe(expert)
    expect(barOf(act, one, HEAD)).toBe(head)
    expect(barOf(act, one, ADMINISTRATOR)).not.toBeNull()
  })

  it('ends a review by art. 16, which no other kind knows', () => {
    const review = request({ kind: 'DEBT_ARTICLE16', status: '16' })
    expect(barOf('ARTICLE16', review, HEAD)).toBeNull()
    expect(barOf('ARTICLE16', review, EXPERT)).toBe('not-approver')
    expect(actsOf(review, HEAD).map(({ act }) => act)).toContain('ARTICLE16')
    expect(actsOf(request(), HEAD).map(({ act }) => act)).not.toContain('ARTICLE16')
  })

  it.each([
    ['9', 'PROCESS', EXPERT],
    ['16', 'APPROVE', HEAD],
  ] as const)('at %s leaves what a colleague has to him', (status, act, decider) => {
    const taken = request({ status, owner: { clerkId: 'colleague' } })
    expect(barOf(act, taken, decider)).toBe('taken')
    expect(barOf(act, request({ status, owner: { clerkId: decider.clerkId } }), decider)).toBeNull()
  })

  it.each([
    ['own-filing', { filedBy: { clerkId: EXPERT.clerkId, personId: null } }],
    ['own-filing', { filedBy: { clerkId: 'his-other-account', personId: EXPERT.personId } }],
    ['own-request', { personId: EXPERT.personId ?? '' }],
    ['own-power', { representativeId: EXPERT.personId }],
    ['other-branch', { branchCode: '901' }],
  ] as const)('refuses %s at every step, before any other reason', (bar, more) => {
    for (const status of RequestStatus.options)
      for (const act of DecisionAct.options)
        expect(barOf(act, request({ ...more, status }), EXPERT), `${status} ${act}`).toBe(bar)
    expect(isPersonal(bar)).toBe(true)
  })
})

const person = fc.option(fc.constantFrom('0000001341', '0000001359', '0000001367'))
const anyRequest: fc.Arbitrary<DecidedCase> = fc.record({
  kind: fc.constantFrom(...RequestKind.options),
  status: fc.constantFrom(...RequestStatus.options),
  branchCode: fc.constantFrom('900', '901'),
  personId: fc.constantFrom('0000001341', '0000001359'),
  representativeId: person,
  filedBy: fc.record({ clerkId: fc.constantFrom('a', 'b'), personId: person }),
  owner: fc.option(fc.record({ clerkId: fc.constantFrom('a', 'b', 'c') })),
})
const anyDecider: fc.Arbitrary<Decider> = fc.record({
  clerkId: fc.constantFrom('a', 'b', 'c'),
  personId: person,
  role: fc.constantFrom('CLERK', 'SUPERVISOR', 'ADMINISTRATOR'),
  duties: fc.subarray(['EXPERT', 'HEALTH'] as const).map((duties) => [...duties]),
  branchCode: fc.constantFrom('900', '901'),
})
const anyAct = fc.constantFrom(...DecisionAct.options)

describe('whatever is decided', () => {
  test('is never decided by who filed it, for himself, or by his own power', () => {
    fc.assert(
      fc.property(anyAct, anyRequest, anyDecider, (act, one, decider) => {
        if (barOf(act, one, decider) !== null) return
        expect(decider.clerkId).not.toBe(one.filedBy.clerkId)
        if (decider.personId === null) return
        expect(decider.personId).not.toBe(one.filedBy.personId)
        expect(decider.personId).not.toBe(one.personId)
        expect(decider.personId).not.toBe(one.representativeId)
      }),
    )
  })

  test('goes where the lifecycle leads, and never out of a final state', () => {
    fc.assert(
      fc.property(anyAct, anyRequest, anyDecider, (act, one, decider) => {
        if (barOf(act, one, decider) !== null) return
        expect(isFinal(one.status)).toBe(false)
        expect(mayBecome(one.kind, one.status, STATUS_AFTER[act])).toBe(true)
      }),
    )
  })

  test('is granted in the end by a supervisor alone', () => {
    fc.assert(
      fc.property(anyAct, anyRequest, anyDecider, (act, one, decider) => {
        if (barOf(act, one, decider) !== null || !grants(act)) return
        if (isFinal(STATUS_AFTER[act])) expect(decider.role).toBe('SUPERVISOR')
        expect(['requests.decide', 'requests.approve']).toContain(permissionFor(act, one.status))
      }),
    )
  })

  test('is decided by whoever has it', () => {
    fc.assert(
      fc.property(anyAct, anyRequest, anyDecider, (act, one, decider) => {
        if (barOf(act, one, decider) !== null) return
        expect([undefined, decider.clerkId]).toContain(one.owner?.clerkId)
      }),
    )
  })
})
