import { describe, expect, it } from 'vitest'
import type { PensionFile } from '#core/pensions/pension.model.ts'
import { standingOf } from '#core/pensions/pension-status.rules.ts'
import { jalali } from '../../../support/counter.ts'
import { aPensionFile } from '../../../support/fake-papers.ts'

const today = jalali('1405/09/02')
const standing = (change: Partial<PensionFile>) => standingOf(aPensionFile(change), today)
const share = (relation: PensionFile['relation'], shareStatus: PensionFile['shareStatus']) =>
  standing({ pensionType: 'SURVIVORS', relation, shareStatus })

describe('how a pension stands for a person', () => {
  it('is paid since it was established, whatever day a son’s share will end', () => {
    const file = { establishedOn: jalali('1402/03/17'), endedOn: jalali('1408/02/27') }
    expect(standing(file)).toEqual({
      status: 'ACTIVE',
      of: 'SHARE',
      since: jalali('1402/03/17'),
      reason: null,
      next: null,
    })
  })

  it('is what stops the file before what stops the share', () => {
    const file = { status: 'SUSPENDED', shareStatus: 'TERMINATED' } as const
    expect(standing(file)).toMatchObject({ status: 'SUSPENDED', of: 'FILE' })
    expect(standing({ shareStatus: 'TERMINATED' })).toMatchObject({ of: 'SHARE' })
  })

  it('tells since when and why as far as the centre does', () => {
    const ended = { shareStatus: 'TERMINATED', endedOn: today, endReason: 'ازدواج' } as const
    expect(standing(ended)).toMatchObject({ since: today, reason: 'ازدواج' })
    const later = { shareStatus: 'SUSPENDED', endedOn: jalali('1405/09/03') } as const
    expect(standing(later)).toMatchObject({ since: null, reason: null })
  })

  it.each([
    ['own, suspended', standing({ status: 'SUSPENDED' }), 'SHOW_LIFE'],
    ['own, ended', standing({ status: 'TERMINATED' }), 'OBJECT'],
    ['own, not yet', standing({ status: 'PENDING' }), 'AWAIT_DECREE'],
    ['a son’s share', share('SON', 'SUSPENDED'), 'PROVE_STUDIES'],
    ['a daughter’s share, ended', share('DAUGHTER', 'TERMINATED'), 'DECLARE_NO_HUSBAND'],
    ['a mother’s share', share('MOTHER', 'SUSPENDED'), 'SHOW_CONDITION'],
    ['a widow’s share, ended', share('SPOUSE', 'TERMINATED'), 'OBJECT'],
    ['a share not yet', share('SON', 'PENDING'), 'AWAIT_DECREE'],
  ])('says what can be done: %s', (_, { next }, expected) => {
    expect(next).toBe(expected)
  })
})
