import { describe, expect, test } from 'vitest'
import { citizenFile } from '#core/citizens/citizen-file.rules.ts'
import type { CitizenFacts } from '#core/citizens/citizens.ports.ts'
import type { Day } from '#core/kernel/day.ts'
import { instantAt } from '#core/kernel/instant.ts'
import { rial } from '#core/kernel/rial.ts'
import { FilePart, type Visit } from '#core/visits/visit.model.ts'

const facts: CitizenFacts = {
  identity: {
    ...{ citizenId: 1, personId: '0010000011', firstName: 'علی', lastName: 'رضایی' },
    ...{
      fatherName: null,
      sex: 'M',
      birthDate: '1970-01-01' as Day,
      deathDate: '2026-01-01' as Day,
    },
    ...{ nationality: 'IR', certificateNumber: null, birthCity: null, issueCity: null },
    ...{ maritalStatus: 'SINGLE', firstMarriageDate: null, branchCode: '900', branchName: 'تهران' },
  },
  mobile: '09123456789',
  account: null,
  numbers: {
    INSURED: ['0012345678'],
    EMPLOYER: Array.from({ length: 30 }, (_, i) => String(9_000_000_000 + i)),
    PENSIONER: ['1234567'],
  },
  suspendedPensions: ['1234567'],
  definitiveDebt: rial(5),
  actionNeeded: 2,
  clerkId: 'clerk',
}

function visit(scope: FilePart[]): Visit {
  return {
    ...{ visitId: 'v', citizenId: 1, presenceKind: 'SELF', holderName: null, scope },
    ...{ purpose: 'INQUIRY', beganAt: instantAt(0) },
  }
}

describe('the header', () => {
  test('tells everything to whom all is open, numbers cut to what fits', () => {
    const file = citizenFile(visit([...FilePart.options]), facts)
    expect(file.alerts.map(({ code }) => code)).toEqual([
      'DECEASED',
      'PENSION_SUSPENDED',
      'DEFINITIVE_DEBT',
      'NO_ACCOUNT',
      'ACTION_NEEDED',
      'COLLEAGUE',
    ])
    expect(file.mobileMasked).toBe('0912***6789')
    expect(file.roles[1]?.numbers).toHaveLength(20)
  })

  test.each(FilePart.options)('a power for %s alone gives nothing else away', (part) => {
    const file = citizenFile(visit([part]), facts)
    const parts = { INSURED: 'RECORDS', EMPLOYER: 'EMPLOYER', PENSIONER: 'PENSION' } as const
    for (const { role, held, numbers } of file.roles) {
      expect(held).toBe(parts[role] === part)
      if (!held) expect(numbers).toEqual([])
    }
    expect(file.mobileMasked === null).toBe(part !== 'ACCOUNT')
    const hidden = ['PENSION_SUSPENDED', 'DEFINITIVE_DEBT', 'NO_ACCOUNT', 'ACTION_NEEDED']
    expect(file.alerts.filter(({ code }) => hidden.includes(code)).length).toBeLessThanOrEqual(1)
  })
})
