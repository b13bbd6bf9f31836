import { expect, it } from 'vitest'
import type { CitizenFile, CitizenRole } from '#core/citizens/citizen.model.ts'
import { kindsOf, usualKind, whyNot } from '../../../../renderer/pages/paper-kinds.ts'

function holding(...held: readonly CitizenRole[]): CitizenFile {
  const roles = (['INSURED', 'EMPLOYER', 'PENSIONER'] as const).map((role) => ({
    role,
    held: held.includes(role),
    reason: held.includes(role) ? null : ('OUTSIDE_POWER' as const),
    numbers: [],
  }))
  return { roles } as unknown as CitizenFile
}

it('begins with the paper of the role that is meant', () => {
  const file = holding('INSURED', 'EMPLOYER', 'PENSIONER')
  const kinds = (['INSURED', 'EMPLOYER', 'PENSIONER'] as const).map((role) => [
    usualKind('certificate', file, role, true),
    usualKind('statement', file, role, true),
  ])
  expect(kinds).toEqual([
    ['record-certificate', 'record-statement'],
    ['salary-certificate', 'debt-statement'],
    ['salary-certificate', 'pension-slip'],
  ])
})

it('begins with the pension of whoever draws one, until a role is meant', () => {
  const file = holding('INSURED', 'PENSIONER')
  expect(usualKind('certificate', file, 'INSURED', false)).toBe('salary-certificate')
  expect(usualKind('statement', holding('INSURED'), 'INSURED', false)).toBe('record-statement')
})

it('offers only what the citizen can have, and says why not', () => {
  const file = holding('EMPLOYER')
  expect([kindsOf('certificate', file), kindsOf('statement', file)]).toEqual([
    [],
    ['debt-statement'],
  ])
  expect(whyNot('decree', file)).toBe('در حدود اختیارنامه نیست')
  expect(whyNot('access-sheet', holding())).toBeUndefined()
})

it('says of everybody whether he draws a pension, unless the power does not cover it', () => {
  const roles = [{ role: 'PENSIONER', held: false, reason: 'NO_PENSION', numbers: [] }]
  expect(whyNot('pension-status', { roles } as unknown as CitizenFile)).toBeUndefined()
  expect(whyNot('pension-status', holding('PENSIONER'))).toBeUndefined()
  expect(whyNot('pension-status', holding('INSURED'))).toBe('در حدود اختیارنامه نیست')
  expect(usualKind('certificate', holding(), null, false)).toBeUndefined()
})
