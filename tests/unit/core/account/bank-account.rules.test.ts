import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FiledAccount } from '#core/account/bank-account.model.ts'
import { accountFaults, isSameAccount, offeredBanks } from '#core/account/bank-account.rules.ts'
import { banks, findBank } from '#core/kernel/banks.ts'
import { checkAccountNumber, checkIban } from '#core/kernel/identifiers.ts'
import corpus from '../../../fixtures/corpus/iban/ir_valid_and_single_error.json' with { type: 'json' }
import foreign from '../../../fixtures/corpus/iban/commons_validator_ibans.json' with { type: 'json' }
import { jalali } from '../../../support/service-facts.ts'

const { iban: Iban } = FiledAccount.shape

/** A Sheba with right check digits. */
function shebaOf(bankCode: string, account: string): string {
  const body = `${bankCode}${account.padStart(19, '0')}`
  const check = 98n - (BigInt(`${body}182700`) % 97n)
  return `IR${String(check).padStart(2, '0')}${body}`
}
const lengths = banks.flatMap(({ accountDigits, code }) =>
  accountDigits === undefined ? [] : [[code, accountDigits] as const],
)
const refah = {
  bankCode: '013',
  accountNumber: '123456789',
  iban: 'IR060130123456789012345678',
} as const

describe('the number of an account', () => {
  it.each(lengths)('of bank %s has exactly %i digits', (bankCode, digits) => {
    for (let typed = 1; typed <= 19; typed++) {
      const faults = accountFaults({ bankCode, accountNumber: '1'.repeat(typed) })
      if (typed === digits) expect(faults).toEqual([])
      else
        expect(faults).toEqual([
          {
            field: 'accountNumber',
            fault: 'account-digits',
            values: { bank: findBank(bankCode)?.name, digits, typed },
          },
        ])
    }
  })

  it('has the lengths that the organisation publishes for six banks', () => {
    expect(Object.fromEntries(lengths)).toEqual({
      '013': 9,
      '017': 13,
      '012': 10,
      '018': 10,
      '019': 13,
      '015': 13,
    })
  })

  it('may elsewhere be as long as a Sheba can hold', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 19 }), (typed) => {
        expect(accountFaults({ bankCode: '057', accountNumber: '1'.repeat(typed) })).toEqual([])
      }),
    )
    expect(checkAccountNumber('1'.repeat(20)).ok).toBe(false)
  })

  it.each([
    ['۰۰۹ ۰۰۰-۰۰۱', '009000001'],
    ['  12.3', undefined],
    ['000000000', undefined],
    ['', undefined],
  ])('%s is read as %s', (typed, value) => {
    const checked = checkAccountNumber(typed)
    expect(checked.ok ? checked.value : undefined).toBe(value)
  })
})

describe('a Sheba', () => {
  const digits = fc.stringMatching(/^\d{19}$/)
  const bank = fc.constantFrom(...banks.map(({ code }) => code))

  it('is refused with any two different digits in each other’s place', () => {
    fc.assert(
      fc.property(
        bank,
        digits,
        fc.integer({ min: 2, max: 25 }),
        fc.integer({ min: 2, max: 25 }),
        (code, account, one, other) => {
          const sheba = Array.from(shebaOf(code, account))
          const [a = '', b = ''] = [sheba[one], sheba[other]]
          fc.pre(a !== b)
          sheba[one] = b
          sheba[other] = a
          expect(checkIban(sheba.join(''))).toEqual({ ok: false, fault: 'checksum' })
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('is taken and refused as the corpus says', () => {
    for (const valid of corpus.valid) expect(checkIban(valid).ok).toBe(true)
    for (const invalid of corpus.invalid) expect(checkIban(invalid).ok).toBe(false)
    expect(corpus.invalid.length).toBeGreaterThan(100)
    const elsewhere = foreign.filter(({ iban }) => !iban.startsWith('IR'))
    for (const { iban } of elsewhere) expect(checkIban(iban).ok).toBe(false)
  })

  it.each([
    ['IR060130123456789012345687', 'checksum'],
    ['IR06013012345678901234567', 'format'],
    ['IR000130123456789012345678', 'checksum'],
    ['IR060130123456789012345679', 'checksum'],
    ['IR349990123456789012345678', 'bank'],
  ])('%s is refused: %s', (iban, fault) => {
    expect(Iban.safeParse(iban).error?.issues[0]?.message).toBe(fault)
  })

  it('is of the bank that was chosen, of whichever of its codes', () => {
    const own = { bankCode: '060', iban: shebaOf('060', '12345') }
    expect(accountFaults(own)).toEqual([])
    expect(accountFaults({ ...own, iban: shebaOf('090', '12345') })).toEqual([])
    expect(accountFaults({ bankCode: '013', iban: 'IR980170000000105874203006' })).toEqual([
      {
        field: 'iban',
        fault: 'iban-other-bank',
        values: { bank: 'ملی', chosen: 'رفاه کارگران' },
      },
    ])
  })

  it('is refused for exactly the other banks', () => {
    const living = banks.filter(({ mergedInto }) => mergedInto === undefined)
    const code = fc.constantFrom(...living.map((one) => one.code))
    const nameOf = (one: string) => findBank(one)?.name
    fc.assert(
      fc.property(code, code, digits, (chosen, other, account) => {
        const faults = accountFaults({ bankCode: chosen, iban: shebaOf(other, account) })
        expect(faults.length === 0).toBe(nameOf(chosen) === nameOf(other))
      }),
    )
  })
})

describe('a bank that was merged', () => {
  it.each([
    ['052', 'سپه'],
    ['063', 'سپه'],
    ['065', 'سپه'],
    ['073', 'سپه'],
    ['079', 'سپه'],
    ['062', 'ملی'],
    ['080', 'ملی'],
  ])('%s opens no new account: %s does', (bankCode, into) => {
    const bank = findBank(bankCode)?.name
    const iban = shebaOf(bankCode, '12345')
    expect(accountFaults({ bankCode, iban })).toEqual([
      { field: 'bankCode', fault: 'bank-merged', values: { bank, into } },
      { field: 'iban', fault: 'iban-merged-bank', values: { bank, into } },
    ])
  })

  it('stands last among the banks, and each bank once', () => {
    const offered = offeredBanks()
    expect(offered[0]?.code).toBe('013')
    expect(new Set(offered.map(({ name }) => name)).size).toBe(offered.length)
    const merged = offered.map(({ mergedInto }) => mergedInto !== undefined)
    expect(merged).toEqual(merged.toSorted())
  })
})

describe('the day of opening', () => {
  const days = { today: jalali('1405/09/02'), birthDate: jalali('1370/01/01') }
  it.each([
    ['1405/09/02', undefined],
    ['1405/09/03', 'future'],
    ['1370/01/01', undefined],
    ['1369/12/29', 'before-own-birth'],
  ])('%s: %s', (openedOn, fault) => {
    const [found] = accountFaults({ ...refah, openedOn: jalali(openedOn) }, days)
    expect(found?.fault).toBe(fault)
  })
})

it('knows an account again by its Sheba, or by bank and number', () => {
  const { iban: _, ...number } = refah
  expect(isSameAccount(refah, { ...refah, accountNumber: '987654321' })).toBe(true)
  expect(isSameAccount({ ...number, iban: null }, refah)).toBe(true)
  expect(isSameAccount({ ...number, iban: null }, { ...refah, bankCode: '017' })).toBe(false)
  expect(
    isSameAccount({ ...number, iban: null }, { ...number, accountNumber: '1', iban: null }),
  ).toBe(false)
})
