import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  accountHistory,
  currentAccount,
  type AccountRequest,
  type CentralAccount,
} from '#core/account/account-history.rules.ts'
import { RequestStatus } from '#core/requests/request.model.ts'
import { addDays } from '#core/kernel/day.ts'
import { jalali } from '../../../support/service-facts.ts'

function central(others: Partial<CentralAccount> = {}): CentralAccount {
  return {
    bankCode: '013',
    accountNumber: '111111111',
    iban: null,
    accountType: 'CURRENT',
    openedOn: null,
    fromDate: jalali('1400/01/01'),
    toDate: null,
    status: 'ACTIVE',
    trackingCode: null,
    ...others,
  }
}
function request(
  others: Partial<AccountRequest> = {},
  accountNumber = '222222222',
): AccountRequest {
  return {
    trackingCode: '1234567890',
    account: {
      bankCode: '013',
      accountNumber,
      iban: 'IR060130123456789012345678',
      accountType: 'QARZ',
      openedOn: jalali('1399/01/01'),
    },
    status: '18',
    filedOn: jalali('1405/08/01'),
    approvedOn: jalali('1405/08/03'),
    ...others,
  }
}
const states = (rows: readonly CentralAccount[], requests: readonly AccountRequest[]) =>
  accountHistory(rows, requests).map(({ accountNumber, state }) => `${accountNumber} ${state}`)

describe('accounts of the centre', () => {
  it('has one current: the active one that began last', () => {
    const rows = [
      central({ accountNumber: '1', fromDate: jalali('1400/01/01') }),
      central({ accountNumber: '2', fromDate: jalali('1402/01/01') }),
      central({
        accountNumber: '3',
        fromDate: jalali('1404/01/01'),
        toDate: jalali('1404/06/01'),
        status: 'CLOSED',
      }),
      central({ accountNumber: '4', fromDate: jalali('1405/01/01'), status: 'PENDING' }),
    ]
    expect(states(rows, [])).toEqual(['2 CURRENT', '4 UNDER_REVIEW', '3 FORMER', '1 FORMER'])
    expect(accountHistory(rows, []).at(-1)?.until).toBe(jalali('1401/12/29'))
  })
})

describe('an account that was filed here', () => {
  it.each([
    ['9', '111111111 CURRENT,222222222 UNDER_REVIEW'],
    ['16', '111111111 CURRENT,222222222 UNDER_REVIEW'],
    ['21', '111111111 CURRENT,222222222 UNDER_REVIEW'],
    ['18', '222222222 CURRENT,111111111 FORMER'],
    ['19', '111111111 CURRENT,222222222 REFUSED'],
    ['CANCELLED', '111111111 CURRENT'],
  ] as const)('in status %s', (status, told) => {
    const approvedOn = status === '18' ? jalali('1405/08/03') : null
    expect(states([central()], [request({ status, approvedOn })]).join()).toBe(told)
  })

  it('ends the former one on the day before', () => {
    const [current, former] = accountHistory([central()], [request()])
    expect(current).toMatchObject({ from: jalali('1405/08/03'), until: null, source: 'COUNTER' })
    expect(former).toMatchObject({ until: jalali('1405/08/02'), source: 'CENTRE' })
  })

  it('gives way to one that began later at the centre, not to one of the same day', () => {
    const later = central({ fromDate: jalali('1405/08/04') })
    expect(states([later], [request()])).toEqual(['111111111 CURRENT', '222222222 FORMER'])
    const sameDay = central({ fromDate: jalali('1405/08/03') })
    expect(states([sameDay], [request()])[0]).toBe('222222222 CURRENT')
  })

  it('is shown once when the centre has it too', () => {
    const arrived = central({ accountNumber: '222222222', fromDate: jalali('1405/08/05') })
    expect(accountHistory([central(), arrived], [request()])).toMatchObject([
      { accountNumber: '222222222', state: 'CURRENT', source: 'CENTRE' },
      { accountNumber: '111111111', state: 'FORMER' },
    ])
    const pending = { ...arrived, status: 'PENDING' } as const
    expect(states([central(), pending], [request()])).toHaveLength(2)
    expect(states([central(), pending], [request({ status: '9', approvedOn: null })])).toEqual([
      '111111111 CURRENT',
      '222222222 UNDER_REVIEW',
    ])
  })

  it('no longer counts once the centre has closed it, and counts anew after an old closing', () => {
    const closed = (toDate: string) =>
      central({ accountNumber: '222222222', toDate: jalali(toDate), status: 'CLOSED' })
    expect(states([central(), closed('1405/08/20')], [request()])).toEqual([
      '111111111 CURRENT',
      '222222222 FORMER',
    ])
    expect(states([central(), closed('1404/01/01')], [request()])[0]).toBe('222222222 CURRENT')
  })
})

const day = fc.integer({ min: 0, max: 2000 }).map((n) => addDays(jalali('1400/01/01'), n))
const anyCentral = fc
  .record({
    number: fc.integer({ min: 1, max: 5 }),
    fromDate: day,
    status: fc.constantFrom('ACTIVE', 'CLOSED', 'PENDING'),
  })
  .map(({ number, ...row }) =>
    central({
      ...row,
      accountNumber: String(number),
      toDate: row.status === 'CLOSED' ? addDays(row.fromDate, 30) : null,
    }),
  )
const anyRequest = fc
  .record({
    number: fc.integer({ min: 1, max: 5 }),
    filedOn: day,
    status: fc.constantFrom(...RequestStatus.options),
  })
  .map(({ number, status, filedOn }) => {
    const made = request({ status, filedOn, approvedOn: status === '18' ? filedOn : null })
    const iban = `IR${String(number).repeat(24)}`
    return { ...made, account: { ...made.account, accountNumber: String(number), iban } }
  })

it('never has two current ones, and has one where any counts', () => {
  fc.assert(
    fc.property(fc.array(anyCentral), fc.array(anyRequest), (rows, requests) => {
      const history = accountHistory(rows, requests)
      const current = history.filter(({ state }) => state === 'CURRENT')
      expect(current.length).toBeLessThanOrEqual(1)
      if (rows.some(({ status }) => status === 'ACTIVE')) expect(current).toHaveLength(1)
      expect(currentAccount(history)).toBe(current[0])
    }),
  )
})

it('nothing but an approval makes an account current', () => {
  const undecided = anyRequest.filter(({ status }) => status !== '18')
  fc.assert(
    fc.property(fc.array(anyCentral), fc.array(undecided), (rows, requests) => {
      expect(currentAccount(accountHistory(rows, requests))).toEqual(
        currentAccount(accountHistory(rows, [])),
      )
    }),
  )
})
