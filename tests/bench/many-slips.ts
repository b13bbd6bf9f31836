import type { PensionSlip, SlipLine } from '#core/certificates/pension-slip.model.ts'
import type { Rial } from '#core/kernel/rial.ts'
import { aSlip } from '../papers/statements.ts'

/** A statement reaches a drawing thread checked, so the checks stand outside the measure. */
const slip = aSlip()
const seal = slip.issue.seal ?? ''

const GIVEN = ['فاطمه‌سادات', 'محمدعلی', 'زهرا', 'حسین', 'امیرحسین'] as const
const FAMILY = ['میرزایی‌نژاد', 'کریمی', 'رضایی‌پور', 'احمدی'] as const

const amountOf = (i: number, place: number): Rial =>
  (1_000_000 + ((i * 7919 + place * 104_729) % 99_999_999)) as Rial

const sumOf = (lines: readonly SlipLine[]): Rial =>
  lines.reduce((sum, { amount }) => sum + amount, 0) as Rial

/** The slip of the i-th of many pensioners: name, numbers, amounts and seal are its own. */
export function slipOf(i: number): PensionSlip {
  const own = (lines: readonly SlipLine[], share: number): SlipLine[] =>
    lines.map((line, k) => ({ ...line, amount: Math.floor(amountOf(i, k) / share) as Rial }))
  const [payments, deductions, loans] = [
    own(slip.payments, 1),
    own(slip.deductions, 100),
    own(slip.loans, 50),
  ]
  const [totalPayments, totalDeductions, totalLoans] = [
    sumOf(payments),
    sumOf(deductions),
    sumOf(loans),
  ]
  const number = String(140_500_000 + i)
  return {
    ...slip,
    issue: { ...slip.issue, number, seal: `${seal.slice(0, -number.length)}${number}` },
    fullName: `${GIVEN[i % GIVEN.length] ?? ''} ${FAMILY[i % FAMILY.length] ?? ''}`,
    nationalId: String(1_000_000_000 + i * 7919),
    pensionNumber: String(8_000_000 + i),
    maskedAccount: `009***${String(i % 1000).padStart(3, '0')}`,
    ...{ payments, deductions, loans, totalPayments, totalDeductions, totalLoans },
    net: (totalPayments - totalDeductions - totalLoans) as Rial,
  }
}
