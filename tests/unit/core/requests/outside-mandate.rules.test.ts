import { describe, expect, it } from 'vitest'
import type { Stake } from '#core/employers/employers.ports.ts'
import { isOutsideMandate } from '#core/requests/outside-mandate.rules.ts'

const workshop = { workshopCode: '9000161000', branchCode: '900' } as Stake

describe('a request by mandate', () => {
  it.each([
    ['EMPLOYER', [], [workshop], true],
    ['EMPLOYER', [workshop], [workshop], false],
    ['EMPLOYER', [], [], false],
    ['RECORDS', [], [workshop], false],
    [null, [], [workshop], false],
  ] as const)('%s: %j and without requests %j', (part, workshops, withoutRequests, closed) => {
    expect(isOutsideMandate({ part }, { workshops, withoutRequests })).toBe(closed)
  })
})
