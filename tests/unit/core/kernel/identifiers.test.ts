import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toPersianDigits } from '#core/kernel/digits.ts'
import {
  checkBranchCode,
  checkCardNumber,
  checkContractRow,
  checkForeignerId,
  checkIban,
  checkInsuranceNumber,
  checkLandline,
  checkLegalEntityId,
  checkMedicalCouncilCode,
  checkMobile,
  checkNationalId,
  checkPensionNumber,
  checkPersonId,
  checkPostalCode,
  checkTrackingCode,
  checkWorkshopCode,
  type Checked,
} from '#core/kernel/identifiers.ts'

type Check = (raw: string) => Checked

/** Short verdict: the canonical value, or the fault in brackets. */
function verdict(check: Check, raw: string): string {
  const checked = check(raw)
  return checked.ok ? checked.value : `[${checked.fault}]`
}

interface Case {
  readonly name: string
  readonly check: Check
  readonly cases: readonly (readonly [raw: string, verdict: string])[]
}

/** Every vector of the domain brief §1, and the forms in which they arrive. */
const table: readonly Case[] = [
  {
    name: 'national ID',
    check: checkNationalId,
    cases: [
      ['0010000011', '0010000011'],
      ['0499370899', '0499370899'],
      ['1276543212', '1276543212'],
      ['2281234568', '2281234568'],
      ['0070000026', '0070000026'],
      ['۰۰۱۰۰۰۰۰۱۱', '0010000011'],
      ['٠٠١-٠٠٠٠٠١-١', '0010000011'],
      [' 001 000 0011\u200e', '0010000011'],
      ['0010000012', '[checksum]'],
      ['0499370890', '[checksum]'],
      ['1111111111', '[checksum]'],
      ['0000000000', '[checksum]'],
      ['123456789', '[format]'],
      ['001000000a', '[format]'],
      ['00100000111', '[format]'],
      ['', '[required]'],
      ['  ', '[required]'],
    ],
  },
  {
    name: 'legal entity ID',
    check: checkLegalEntityId,
    cases: [
      ['10380284790', '10380284790'],
      ['10100001235', '10100001235'],
      ['14000123453', '14000123453'],
      ['10260123450', '10260123450'],
      ['10380284791', '[checksum]'],
      ['10100001230', '[checksum]'],
      ['1038028479', '[format]'],
      ['00000000000', '[checksum]'],
      ['', '[required]'],
    ],
  },
  {
    name: "foreigner's ID",
    check: checkForeignerId,
    cases: [
      ['100000123456', '100000123456'],
      ['150212345678', '150212345678'],
      ['199900000017', '199900000017'],
      ['10000012345', '[format]'],
      ['1000001234567', '[format]'],
      ['111111111111', '[format]'],
    ],
  },
  {
    name: 'person',
    check: checkPersonId,
    cases: [
      ['0010000011', '0010000011'],
      ['199900000017', '199900000017'],
      ['10000012345', '[format]'],
      ['111111111111', '[format]'],
      ['1111111111', '[checksum]'],
      ['', '[required]'],
    ],
  },
  {
    name: 'insurance number',
    check: checkInsuranceNumber,
    cases: [
      ['12345678', '0012345678'],
      ['0087654321', '0087654321'],
      ['4512345678', '4512345678'],
      ['۱۲۳۴۵۶۷۸', '0012345678'],
      ['1234567', '[format]'],
      ['123456789', '[format]'],
      ['12345678901', '[format]'],
      ['00000000', '[format]'],
      ['0000000000', '[format]'],
      ['11111111', '0011111111'],
    ],
  },
  {
    name: 'workshop code',
    check: checkWorkshopCode,
    cases: [
      ['0183630045', '0183630045'],
      ['0853900011', '0853900011'],
      ['6393610019', '6393610019'],
      ['183630045', '[format]'],
      ['01836300451', '[format]'],
      ['01836A0045', '[format]'],
      ['0000000000', '[format]'],
    ],
  },
  {
    name: 'contract row',
    check: checkContractRow,
    cases: [
      ['000', '000'],
      ['001', '001'],
      ['127', '127'],
      ['7', '007'],
      ['۱۲', '012'],
      ['', '000'],
      ['1000', '[format]'],
      ['A01', '[format]'],
      ['−1', '[format]'],
      ['-1', '[format]'],
    ],
  },
  {
    name: 'branch code',
    check: checkBranchCode,
    cases: [
      ['018', '018'],
      ['0085', '0085'],
      ['6393', '6393'],
      ['18a', '[format]'],
      ['18', '[format]'],
      ['', '[required]'],
      ['12345', '[format]'],
    ],
  },
  {
    name: 'pension number',
    check: checkPensionNumber,
    cases: [
      ['1234567', '1234567'],
      ['0012345678', '0012345678'],
      ['98765432', '98765432'],
      ['12345', '[format]'],
      ['12345678901', '[format]'],
      ['12-3456', '[format]'],
    ],
  },
  {
    name: 'mobile',
    check: checkMobile,
    cases: [
      ['09123456789', '09123456789'],
      ['+98 912 345 6789', '09123456789'],
      ['00989351234567', '09351234567'],
      ['9901234567', '09901234567'],
      ['989123456789', '09123456789'],
      ['۰۹۱۲-۳۴۵-۶۷۸۹', '09123456789'],
      ['0912345678', '[format]'],
      ['08123456789', '[format]'],
      ['+1 9123456789', '[format]'],
      ['091234567890', '[format]'],
      ['', '[required]'],
    ],
  },
  {
    name: 'landline',
    check: checkLandline,
    cases: [
      ['02188990011', '02188990011'],
      ['021-8899 0011', '02188990011'],
      ['2188990011', '[format]'],
      ['12188990011', '[format]'],
    ],
  },
  {
    name: 'Sheba',
    check: checkIban,
    cases: [
      ['IR060130123456789012345678', 'IR060130123456789012345678'],
      ['IR980170000000105874203006', 'IR980170000000105874203006'],
      ['IR550120000000007654321098', 'IR550120000000007654321098'],
      ['IR470150000001234509876543', 'IR470150000001234509876543'],
      ['ir06 0130 1234 5678 9012 3456 78', 'IR060130123456789012345678'],
      ['060130123456789012345678', 'IR060130123456789012345678'],
      ['IR۰۶۰۱۳۰۱۲۳۴۵۶۷۸۹۰۱۲۳۴۵۶۷۸', 'IR060130123456789012345678'],
      ['IR060130123456789012345687', '[checksum]'],
      ['IR06013012345678901234567', '[format]'],
      ['IR000130123456789012345678', '[checksum]'],
      ['IR060130123456789012345679', '[checksum]'],
      ['IR349990123456789012345678', '[bank]'],
      ['', '[required]'],
    ],
  },
  {
    name: 'card',
    check: checkCardNumber,
    cases: [
      ['5894631000000018', '5894631000000018'],
      ['6037991000000020', '6037991000000020'],
      ['6104337000000032', '6104337000000032'],
      ['6273-5300-0000-0045', '6273530000000045'],
      ['5894631000000010', '[checksum]'],
      ['6037991000000021', '[checksum]'],
      ['589463100000001', '[format]'],
    ],
  },
  {
    name: 'postal code',
    check: checkPostalCode,
    cases: [
      ['1619735744', '1619735744'],
      ['7618834567', '7618834567'],
      ['9177948974', '9177948974'],
      ['14351-13311', '1435113311'],
      ['1111111111', '[format]'],
      ['161973574', '[format]'],
    ],
  },
  {
    name: 'tracking code',
    check: checkTrackingCode,
    cases: [
      ['1048401841', '1048401841'],
      ['۱۰۴۸ ۴۰۱ ۸۴۱', '1048401841'],
      ['A-12/3', 'A-12/3'],
      ['123456789012345678901', '[format]'],
      [' ', '[required]'],
    ],
  },
  {
    name: 'medical council code',
    check: checkMedicalCouncilCode,
    cases: [
      ['1', '1'],
      ['۹۱۲۳۴۵', '912345'],
      ['1234567', '[format]'],
      ['12a', '[format]'],
    ],
  },
]

describe.each(table)('$name', ({ check, cases }) => {
  it.each(cases)('%j → %s', (raw, expected) => {
    expect(verdict(check, raw)).toBe(expected)
  })

  it('has a canonical form that is its own, whatever the script, and never throws', () => {
    for (const [raw] of cases) {
      const checked = check(raw)
      if (!checked.ok) continue
      expect(check(checked.value)).toEqual(checked)
      expect(check(` ${toPersianDigits(checked.value)}\u200f`)).toEqual(checked)
    }
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (raw) => {
        const checked = check(raw)
        if (checked.ok) expect(check(checked.value)).toEqual(checked)
      }),
    )
  })
})

describe('warnings', () => {
  it.each(['1234567890', '0123456789', '1611573574'])('postal code %s is unusual', (code) => {
    expect(checkPostalCode(code)).toEqual({ ok: true, value: code, warnings: ['postal-pattern'] })
  })

  it('a Sheba of a merged bank, a card of an unknown one', () => {
    const merged = shebaOf(`052${'0'.repeat(10)}123456789`)
    expect(checkIban(merged)).toEqual({ ok: true, value: merged, warnings: ['bank-merged'] })
    expect(checkCardNumber('5555555555554444')).toMatchObject({ warnings: ['bank-unknown'] })
  })
})

function shebaOf(account: string): string {
  const check = 98n - (BigInt(`${account}182700`) % 97n)
  return `IR${String(check).padStart(2, '0')}${account}`
}

function nationalIdOf(nine: string): string {
  const sum = Array.from(nine).reduce((total, each, i) => total + Number(each) * (10 - i), 0)
  const rest = sum % 11
  return nine + String(rest < 2 ? rest : 11 - rest)
}

function withDigit(text: string, at: number, step: number): string {
  const changed = (Number(text[at]) + step) % 10
  return text.slice(0, at) + String(changed) + text.slice(at + 1)
}

describe('every single error is found', () => {
  const nine = fc.stringMatching(/^\d{9}$/).filter((digits) => !/^(\d)\1{8}$/.test(digits))
  const change = fc.record({ at: fc.nat(9), step: fc.integer({ min: 1, max: 9 }) })

  it('in a national ID: one digit changed', () => {
    fc.assert(
      fc.property(nine, change, (digits, { at, step }) => {
        const id = nationalIdOf(digits)
        expect(checkNationalId(id).ok).toBe(true)
        // Remainders 0 and 1 print as themselves and 11 - r as the rest, so the digits are all distinct
        // but for r = 1 and r = 10, which both print 1.
        const other = withDigit(id, at, step)
        const sum = Array.from(other.slice(0, 9)).reduce(
          (total, each, i) => total + Number(each) * (10 - i),
          0,
        )
        const twin = other.endsWith('1') && id.endsWith('1') && [1, 10].includes(sum % 11)
        expect(checkNationalId(other).ok).toBe(twin)
      }),
    )
  })

  it('in a Sheba: one digit changed or two neighbours swapped', () => {
    const bank = fc.constantFrom('012', '013', '015', '017', '018', '019')
    const account = fc.stringMatching(/^\d{19}$/)
    const place = fc.record({
      at: fc.integer({ min: 2, max: 25 }),
      step: fc.integer({ min: 1, max: 9 }),
    })
    fc.assert(
      fc.property(bank, account, place, (code, number, { at, step }) => {
        const iban = shebaOf(code + number)
        expect(checkIban(iban)).toEqual({ ok: true, value: iban })
        expect(checkIban(withDigit(iban, at, step))).toEqual({ ok: false, fault: 'checksum' })
        const [a, b] = [iban[at], iban[at + 1]]
        if (b === undefined || a === b) return
        const swapped = `${iban.slice(0, at)}${b}${String(a)}${iban.slice(at + 2)}`
        expect(checkIban(swapped)).toEqual({ ok: false, fault: 'checksum' })
      }),
    )
  })

  it('in a card number: one digit changed', () => {
    fc.assert(
      fc.property(fc.nat(15), fc.integer({ min: 1, max: 9 }), (at, step) => {
        expect(checkCardNumber(withDigit('5894631000000018', at, step)).ok).toBe(false)
      }),
    )
  })
})
