import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addJalaliYears, addDays, parseJalali, type Day } from '#core/kernel/day.ts'
import { RegistrationForm } from '#core/registration/registration.model.ts'
import {
  demandedPapers,
  isMinor,
  needsGuardian,
  registrationFaults,
  registrationWarnings,
} from '#core/registration/registration.rules.ts'

function jalali(text: string): Day {
  const day = parseJalali(text)
  if (!day) throw new Error(`no day: ${text}`)
  return day
}

const today = jalali('1405/09/02')
const at = { ages: { majority: 18, highest: 120 }, today }

const ADULT = {
  personId: '0000002001',
  firstName: 'مریم',
  lastName: 'نمونه‌زاده',
  fatherName: 'علی',
  sex: 'F',
  birthDate: jalali('1370/02/03'),
  nationality: 'IR',
  certificateNumber: '0',
  certificateSeries: null,
  certificateSerial: null,
  birthCity: 'تهران',
  issueCity: null,
  maritalStatus: 'SINGLE',
  postalCode: null,
  address: null,
  mobile: '09700002001',
  isWard: false,
  guardianKind: null,
  guardianId: null,
  guardianName: null,
  orderNumber: null,
  orderDate: null,
  papers: ['NATIONAL_CARD'],
} as const

const MINOR = {
  ...ADULT,
  birthDate: jalali('1395/01/01'),
  mobile: null,
  papers: ['BIRTH_CERTIFICATE'],
  guardianKind: 'FATHER',
  guardianId: '0000001015',
  guardianName: 'علی نمونه‌زاده',
} as const
const WARD = {
  ...ADULT,
  isWard: true,
  papers: ['NATIONAL_CARD', 'GUARDIANSHIP_ORDER'],
  guardianKind: 'COURT',
  guardianId: '0000001015',
  guardianName: 'رضا سرپرست',
  orderNumber: '140/ق',
  orderDate: jalali('1404/01/01'),
} as const

/** A valid synthetic national ID. */
function idOf(nine: string): string {
  const sum = Array.from(nine).reduce((all, digit, i) => all + Number(digit) * (10 - i), 0) % 11
  return nine + String(sum < 2 ? sum : 11 - sum)
}
const form = (more: object = {}, of: object = ADULT) =>
  RegistrationForm.parse({ ...of, personId: idOf('000000200'), ...more })
const faults = (more: object = {}, of: object = ADULT) =>
  registrationFaults(form(more, of), at).map(({ field, fault }) => `${field}: ${fault}`)

describe('what a whole form has wrong', () => {
  test.each<[string, object, object?]>([
    ['an adult', ADULT],
    ['a minor through his father', MINOR],
    ['a ward through whom the court appointed', WARD],
    [
      'a foreigner',
      { ...ADULT, nationality: 'AF', certificateNumber: null, papers: ['FOREIGNER_CARD'] },
      { personId: '150212345678' },
    ],
  ])('nothing: %s', (_name, of, more = {}) => {
    expect(faults(more, of)).toEqual([])
  })

  test.each<[string, object, object, string]>([
    [
      'tomorrow',
      { birthDate: addDays(today, 1), mobile: '09700002001' },
      ADULT,
      'birthDate: future',
    ],
    ['121 years', { birthDate: jalali('1284/01/01') }, ADULT, 'birthDate: too-old'],
    ['ten digits, Afghan', { nationality: 'AF' }, ADULT, 'nationality: nationality-of-id'],
    [
      'twelve digits, Iranian',
      { personId: '150212345678', papers: ['PASSPORT'] },
      ADULT,
      'nationality: nationality-of-id',
    ],
    ['no certificate number', { certificateNumber: null }, ADULT, 'certificateNumber: required'],
    ['no mobile', { mobile: null }, ADULT, 'mobile: required'],
    ['no paper', { papers: [] }, ADULT, 'papers: papers-unseen'],
    ['a foreign paper of a national', { papers: ['PASSPORT'] }, ADULT, 'papers: papers-unseen'],
    ['a child by a card', { papers: ['NATIONAL_CARD'] }, MINOR, 'papers: papers-unseen'],
    ['a child alone', { guardianKind: null }, MINOR, 'guardianKind: required'],
    ['a guardian without a name', { guardianName: ' ' }, MINOR, 'guardianName: required'],
    ['his own guardian', { guardianId: idOf('000000200') }, MINOR, 'guardianId: guardian-himself'],
    ['an order without a number', { orderNumber: '' }, WARD, 'orderNumber: required'],
    ['an order of tomorrow', { orderDate: addDays(today, 1) }, WARD, 'orderDate: future'],
    ['an order nobody saw', { papers: ['NATIONAL_CARD'] }, WARD, 'papers: papers-unseen'],
  ])('%s', (_name, more, of, fault) => {
    expect(faults(more, of)).toContain(fault)
  })

  test('nobody is judged without the ages in force', () => {
    const unknown = { ages: { majority: undefined, highest: undefined }, today }
    expect(registrationFaults(form(), unknown)).toContainEqual({
      field: 'birthDate',
      fault: 'registration-age-unknown',
    })
  })
})

describe('who needs a guardian', () => {
  test('on the day before the eighteenth birthday, and not on it', () => {
    const birthday = addJalaliYears(today, -18)
    expect(needsGuardian(form({ birthDate: birthday }), at)).toBe(false)
    expect(needsGuardian(form({ birthDate: addDays(birthday, 1) }), at)).toBe(true)
    expect(needsGuardian(form({ isWard: true }), at)).toBe(true)
  })

  test('once of age, of age for good', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 43_000 }), fc.nat({ max: 400 }), (days, more) => {
        const birthDate = addDays(today, -days)
        const older = addDays(birthDate, -more)
        expect(isMinor({ birthDate: older }, at) && !isMinor({ birthDate }, at)).toBe(false)
      }),
    )
  })

  test('whatever is typed, the papers asked for can be shown', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 43_000 }),
        fc.boolean(),
        fc.constantFrom('FATHER', 'GRANDFATHER', 'COURT', null),
        (days, isWard, guardianKind) => {
          const typed = form({ birthDate: addDays(today, -days), isWard, guardianKind })
          const shown = demandedPapers(typed, at).map(([first]) => first)
          const fixed = form({ ...typed, papers: shown })
          expect(registrationFaults(fixed, at).map(({ field }) => field)).not.toContain('papers')
        },
      ),
    )
  })
})

describe('what only warns', () => {
  test.each<[string, object, object, string[]]>([
    ['nothing', {}, ADULT, []],
    ['a soft postal pattern', { postalCode: '1611573574' }, ADULT, ['POSTAL_PATTERN']],
    [
      'the father, in two words or one',
      { fatherName: 'علی‌رضا', guardianName: 'علی رضا نمونه' },
      MINOR,
      [],
    ],
    ['another name than the father’s', { guardianName: 'حسن نمونه‌زاده' }, MINOR, ['FATHER_NAME']],
    [
      'a grandfather bears another name',
      { guardianKind: 'GRANDFATHER', guardianName: 'حسن نمونه‌زاده' },
      MINOR,
      [],
    ],
    ['a married child', { maritalStatus: 'MARRIED' }, MINOR, ['MINOR_MARRIED']],
  ])('%s', (_name, more, of, warnings) => {
    expect(registrationWarnings(form(more, of), at)).toEqual(warnings)
  })
})

describe('bad input of the form', () => {
  test.each<[string, object, string]>([
    ['a swapped check digit', { personId: '0000002002' }, 'personId'],
    ['ten equal digits', { personId: '1111111111' }, 'personId'],
    ['eleven digits', { personId: '15021234567' }, 'personId'],
    ['digits in a name', { firstName: 'مریم۲' }, 'firstName'],
    ['one letter', { lastName: 'م' }, 'lastName'],
    ['nothing but marks', { fatherName: '\u200c ـ' }, 'fatherName'],
    ['a date that is none', { birthDate: '1404-13-01' }, 'birthDate'],
    ['a postal code of nine digits', { postalCode: '161973574' }, 'postalCode'],
    ['equal digits as postal code', { postalCode: '1111111111' }, 'postalCode'],
    ['a mobile of ten digits', { mobile: '0970000200' }, 'mobile'],
    ['letters in a certificate number', { certificateNumber: '۱۲الف' }, 'certificateNumber'],
    ['an unknown paper', { papers: ['LETTER'] }, 'papers'],
  ])('%s', (_name, more, field) => {
    const read = RegistrationForm.safeParse({ ...ADULT, personId: idOf('000000200'), ...more })
    expect(read.error?.issues[0]?.path[0]).toBe(field)
  })

  test('digits of three scripts, Arabic letters and a long form of the mobile are read', () => {
    expect(
      form({
        firstName: 'علي',
        lastName: 'كاظمى',
        mobile: '+98 970 000 ۲۰۰۱',
        postalCode: '٧٦١٨٨٣٤٥٦٧',
        certificateNumber: '۰۱۲',
      }),
    ).toMatchObject({
      firstName: 'علی',
      lastName: 'کاظمی',
      mobile: '09700002001',
      postalCode: '7618834567',
      certificateNumber: '012',
    })
  })
})
