import { describe, expect, it } from 'vitest'
import { anyService } from '#core/requests/citizen-services.ts'
import { grantedBefore, openRequest, roleOfApplicant } from '#core/requests/known-requests.rules.ts'
import type { RequestKind, RequestStatus } from '#core/requests/request.model.ts'
import { requestSummary, serviceFacts } from '../../../support/service-facts.ts'

const known = (kind: RequestKind, status: RequestStatus) =>
  requestSummary(kind, status, '4835023013')

describe('a request in the way', () => {
  it.each([
    ['MARRIAGE', 'MARRIAGE', '9', true],
    ['MARRIAGE', 'MARRIAGE', '14', true],
    ['MARRIAGE', 'MARRIAGE', '19', false],
    ['MARRIAGE', 'MARRIAGE', 'CANCELLED', false],
    ['MARRIAGE', 'MATERNITY', '9', false],
    ['RECORD_OBJECTION', 'RECORD_MISSING', '9', true],
    ['RECORD_MISSING', 'RECORD_OBJECTION', '21', true],
    // What device the centre's request is for is not told.
    ['ORTHO_PROSTHESIS', 'ORTHO_PROSTHESIS', '9', false],
  ] as const)('of %s: %s at %s → %s', (asked, kind, status, isInTheWay) => {
    const facts = serviceFacts({ requests: [known(kind, status)] })
    expect(openRequest(anyService(asked), {}, facts) !== undefined).toBe(isInTheWay)
  })
})

it('only a granted request of the kind was granted before', () => {
  const requests = [known('MATERNITY', '18'), known('MARRIAGE', '19')]
  expect(grantedBefore('MARRIAGE', { requests })).toBeNull()
  expect(grantedBefore('MATERNITY', { requests })).toBe(requests[0]?.trackingCode)
})

it('who has no insurance number and draws a pension asks as a pensioner', () => {
  const { profiles } = serviceFacts()
  const role = { role: 'INSURED' } as const
  const pensions = [{} as never]
  expect(roleOfApplicant(role, { profiles, pensions })).toBe('INSURED')
  expect(roleOfApplicant(role, { profiles: [], pensions })).toBe('PENSIONER')
  expect(roleOfApplicant(role, { profiles: [], pensions: [] })).toBe('INSURED')
})
