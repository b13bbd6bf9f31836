import { describe, expect, it } from 'vitest'
import { type Cell, readerOf } from '../../../../electron/backend/extracts/column-reader.ts'
import { extractLayout } from '../../../../electron/core/extracts/extract-layout.model.ts'

/** What the named column makes of a text: its value, or the code of its fault. */
function readAs(file: string, name: string, text: string, year: Cell = 1404): Cell | string {
  const column = extractLayout
    .find((layout) => layout.name === `${file}.csv`)
    ?.columns.find((one) => one.name === name)
  if (!column) throw new Error(`${file}.${name}`)
  const reader = readerOf(column, () => year)
  const bytes = Buffer.from(text)
  return reader.read(bytes, 0, bytes.length) ?? reader.value
}

describe('a value of an extract', () => {
  it.each([
    ['citizens', 'personId', '۰۰۱۰۰۰۰۰۱۱', '0010000011'],
    ['citizens', 'personId', '001-000001-1', '0010000011'],
    ['citizens', 'personId', '10000011', 'E_FORMAT'],
    ['citizens', 'personId', '1111111111', 'E_CHECKSUM'],
    ['citizens', 'birthDate', '1403/12/30', '2025-03-20'],
    ['citizens', 'birthDate', '1405/1/1', '2026-03-21'],
    ['citizens', 'birthDate', '14050101', '2026-03-21'],
    ['citizens', 'birthDate', '1404/12/30', 'E_DATE'],
    ['citizens', 'birthDate', '1249/12/29', 'E_DATE'],
    ['citizens', 'sex', 'M', 'M'],
    ['citizens', 'sex', 'm', 'E_ENUM'],
    ['citizens', 'mobile', '+98 912 345 6789', '09123456789'],
    ['citizens', 'lastName', ' علي‌زاده\u200f ', 'علی‌زاده'],
    ['citizens', 'lastName', '\u200f ', null],
    ['insured', 'insuranceNumber', '12345678', '0012345678'],
    ['workshops', 'contractRow', '7', '007'],
    ['workshops', 'contractAmount', '1٬234,567', 1_234_567],
    ['workshops', 'contractAmount', '۹۰۰۷۱۹۹۲۵۴۷۴۰۹۹۱', Number.MAX_SAFE_INTEGER],
    ['workshops', 'contractAmount', '9007199254740992', 'E_RANGE'],
    ['workshops', 'contractAmount', '-5', 'E_NEGATIVE'],
    ['workshops', 'contractAmount', '12.5', 'E_TYPE'],
    ['pensions', 'contributionDays', '1,000', 'E_TYPE'],
    ['pensions', 'contributionDays', '٣٠', 30],
    ['pensions', 'proportional', '2', 'E_ENUM'],
    ['pension_shares', 'shareBp', '10001', 'E_RANGE'],
    ['contributions', 'year', '99', 'E_RANGE'],
    ['contributions', 'd12', '30', 'E_DAYS'],
    ['contributions', 'd12', '29', 29],
    ['contributions', 'd07', '31', 'E_DAYS'],
    ['contributions', 'd01', '31', 31],
    ['bank_accounts', 'bankCode', '999', 'E_BANK'],
    ['bank_accounts', 'iban', 'ir06 0130 1234 5678 9012 3456 78', 'IR060130123456789012345678'],
    ['bank_accounts', 'iban', 'IR349990123456789012345678', 'E_BANK'],
    ['prescriptions', 'visitTime', '۲۳:۵۹', '23:59'],
    ['prescriptions', 'visitTime', '24:00', 'E_FORMAT'],
    ['decrees', 'decreeNumber', '123456789012345678901', 'E_FORMAT'],
  ] as const)('%s.%s %j is %j', (file, name, text, expected) => {
    expect(readAs(file, name, text)).toBe(expected)
  })

  it('of the last month may be the thirtieth in a leap year', () => {
    expect(readAs('contributions', 'd12', '30', 1403)).toBe(30)
  })

  it('is judged anew after the same text in another row, and again after another', () => {
    const column = extractLayout
      .find(({ name }) => name === 'citizens.csv')
      ?.columns.find(({ name }) => name === 'personId')
    if (!column) throw new Error('personId')
    const reader = readerOf(column, () => null)
    const texts = ['0010000011', '0010000011', '0010000012', '0010000012', '0010000011']
    const found = texts.map((text) => reader.read(Buffer.from(text), 0, 10) ?? reader.value)
    expect(found).toEqual([
      ...['0010000011', '0010000011', 'E_CHECKSUM', 'E_CHECKSUM', '0010000011'],
    ])
  })
})
