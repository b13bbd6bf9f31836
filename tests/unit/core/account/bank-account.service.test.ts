import { describe, expect, it } from 'vitest'
import { Instant } from '#core/kernel/instant.ts'
import { bankAccountService } from '#core/requests/bank-account.service.ts'
import { openRequest } from '#core/requests/known-requests.rules.ts'
import { RequestStatus } from '#core/requests/request.model.ts'
import { openStatuses } from '#core/requests/lifecycle.rules.ts'
import { requestSummary, serviceFacts } from '../../../support/service-facts.ts'

const current = {
  bankCode: '013',
  accountNumber: '123456789',
  iban: 'IR060130123456789012345678',
}
const facts = serviceFacts({ account: current })
const reasons = (...args: Parameters<typeof bankAccountService.judge>) =>
  bankAccountService.judge(...args)?.because.map(({ code }) => code)

describe('who may file an account', () => {
  it.each([
    ['SELF', []],
    ['ATTORNEY', []],
    ['GUARDIAN', []],
    ['OFFICIAL_ORDER', ['account-needs-person']],
    ['OPEN_REQUEST', ['account-needs-person']],
  ] as const)('%s: %j', (presenceKind, expected) => {
    const presence = { ...facts.presence, presenceKind }
    expect(reasons({}, { ...facts, presence })).toEqual(expected)
  })

  it('nobody within a day of a change of the mobile', () => {
    const mobileChangedAt = Instant.parse('2026-11-22T08:00:00.001Z')
    expect(reasons({}, { ...facts, mobileChangedAt })).toEqual(['account-hold'])
    const now = Instant.parse('2026-11-23T08:00:00.001Z')
    expect(reasons({}, { ...facts, mobileChangedAt, now })).toEqual([])
  })

  it('is asked for under the part of the account alone', () => {
    expect(bankAccountService.part).toBe('ACCOUNT')
  })
})

describe('an account like another', () => {
  it.each([
    [{ bankCode: '013', accountNumber: '123456789' }, ['account-already-current']],
    [
      { bankCode: '017', accountNumber: '123456789', iban: current.iban },
      ['account-already-current'],
    ],
    [{ bankCode: '013', accountNumber: '123456780' }, []],
    [{ bankCode: '017', accountNumber: '123456789' }, []],
    [{ accountNumber: '123456789' }, []],
  ])('%j: %j', (typed, expected) => {
    expect(reasons(typed, facts)).toEqual(expected)
  })

  it.each(RequestStatus.options)('under way in status %s', (status) => {
    const requests = [requestSummary('BANK_ACCOUNT', status, '1234567890')]
    const open = openRequest(bankAccountService, {}, { ...facts, requests })
    expect(open !== undefined).toBe(openStatuses.includes(status))
  })
})

it('is masked where it is read back', () => {
  expect(bankAccountService.masked?.({ ...current, note: 'بماند' })).toEqual({
    bankCode: '013',
    accountNumber: '*****6789',
    iban: 'IR06013***************5678',
    note: 'بماند',
  })
})
