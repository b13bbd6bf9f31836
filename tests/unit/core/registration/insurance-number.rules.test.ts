import { describe, expect, test } from 'vitest'
import { addDays, addJalaliYears, parseJalali } from '#core/kernel/day.ts'
import { decideInsuranceNumber } from '#core/registration/insurance-number.rules.ts'
import rows from '../../../../resources/parameters.json' with { type: 'json' }
import { Parameter } from '#core/parameters/parameters.model.ts'

const today = parseJalali('1405/09/02')
if (!today) throw new Error('no day')
const parameters = rows.map((row) => Parameter.parse(row))
const base = {
  birthDate: addJalaliYears(today, -30),
  heldNumber: null,
  grantedBefore: null,
  insuranceType: 'COMPULSORY',
  startDate: null,
  parameters,
  today,
} as const
const decide = (more: Partial<Parameters<typeof decideInsuranceNumber>[0]> = {}) => {
  const { entitled, because, from } = decideInsuranceNumber({ ...base, ...more })
  return { entitled, because: because.map(({ code }) => code), from }
}
const fifteen = addJalaliYears(today, -15)

describe('a first insurance number', () => {
  test.each([
    ['who holds none', {}, true, []],
    ['who holds one', { heldNumber: '0090000101' }, false, ['insurance-number-held']],
    [
      'to whom one was granted',
      { grantedBefore: '1405000001' },
      false,
      ['insurance-number-granted'],
    ],
    ['on the fifteenth birthday', { birthDate: fifteen }, true, []],
    ['a day before it', { birthDate: addDays(fifteen, 1) }, false, ['insurance-under-age']],
    [
      'a day before it, work from the birthday on',
      { birthDate: addDays(fifteen, 1), startDate: addDays(today, 1) },
      true,
      [],
    ],
    [
      'of age now, but not when the work began',
      { birthDate: fifteen, startDate: addDays(today, -1) },
      false,
      ['insurance-under-age'],
    ],
    [
      'a young weaver by his own work',
      { birthDate: addDays(fifteen, 1), insuranceType: 'CARPET' },
      true,
      [],
    ],
    ['nothing chosen yet', { birthDate: addDays(fifteen, 1), insuranceType: null }, true, []],
    ['an age that nobody set', { parameters: [] }, false, ['parameter-missing']],
  ] as const)('%s', (_name, more, entitled, because) => {
    expect(decide(more)).toMatchObject({ entitled, because })
  })

  test('who is too young is told his birthday', () => {
    expect(decide({ birthDate: addDays(fifteen, 1) }).from).toBe(addDays(today, 1))
  })

  test('no law is named for an age that was not read in one', () => {
    expect(decideInsuranceNumber(base).articles).toEqual([])
  })
})
