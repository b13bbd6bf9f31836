import { describe, expect, it } from 'vitest'
import type { DebtStatement } from '#core/certificates/debt-statement.model.ts'
import { DebtNotice } from '#core/employers/debt.model.ts'
import { formatRial } from '#core/kernel/rial.ts'
import { DEBT_NOTICE } from '../../electron/backend/papers/paper-words.ts'
import { textOf } from '../support/pdf-tools.ts'
import { wordsOf } from '../support/definition-texts.ts'
import { aDebtStatement } from './debt-statements.ts'
import { paperOf } from './renderer.ts'

const scope: DebtStatement['scope'] = {
  stages: ['ASSESSED', 'DEFINITIVE'],
  state: 'OPEN',
  from: { year: 1403, month: 1 },
  to: { year: 1405, month: 7 },
  undated: 2,
}

/** Whether a text says every word of a sentence, however its lines were broken. */
const says = (text: string, sentence: string): boolean => {
  const words = new Set(wordsOf(text))
  return wordsOf(sentence).every((word) => words.has(word))
}

describe('a debt with a fault', () => {
  it.each([false, true])('is printed with every fault in words, ledger: %s', async (ledger) => {
    const { debts } = aDebtStatement(1, ledger ? 1 : 0)
    const odd = debts.map((debt) => ({ ...debt, odd: true, notices: [...DebtNotice.options] }))
    const text = textOf(await paperOf(aDebtStatement(1, ledger ? 1 : 0, { debts: odd })))
    for (const notice of DebtNotice.options) expect(says(text, DEBT_NOTICE[notice])).toBe(true)
    expect(says(text, 'هشدار: ۱ بدهی این برگه با نشان * رقم یا تاریخی دارد که نمی‌خواند')).toBe(
      true,
    )
  })

  it('of a paper kept before its faults were told apart has its old note', async () => {
    const { debts } = aDebtStatement(1)
    const kept = debts.map((debt) => ({ ...debt, odd: true, notices: [] }))
    const text = textOf(await paperOf(aDebtStatement(1, 0, { debts: kept })))
    expect(says(text, '* اجزای این بدهی با مبلغ آن نمی‌خواند')).toBe(true)
  })

  it('is not warned of where there is none', async () => {
    const text = textOf(await paperOf(aDebtStatement(5)))
    expect(wordsOf(text)).not.toContain('هشدار:')
  })
})

describe('a part of the debts', () => {
  it('is named on the paper, with whose sums they are and what was left out', async () => {
    const paper = aDebtStatement(4, 2, { scope })
    const text = textOf(await paperOf(paper))
    expect(says(text, 'محدوده مرحله: برآوردی، قطعی')).toBe(true)
    expect(says(text, 'از فروردین ۱۴۰۳ تا مهر ۱۴۰۵ – تنها بدهی‌های باز')).toBe(true)
    expect(says(text, 'جمع ردیف‌های این برگه (۴ ردیف):')).toBe(true)
    expect(says(text, '۲ بدهی که دوره ندارد در این محدوده نیامده است')).toBe(true)
    for (const { balance } of paper.debts)
      if (balance !== null) expect(text).toContain(formatRial(balance))
  })

  it('without any debt says nothing of the workshop', async () => {
    const text = textOf(await paperOf(aDebtStatement(0, 0, { scope })))
    expect(says(text, 'بدون بدهی در این محدوده')).toBe(true)
    expect(text).not.toContain('برای این کارگاه تا')
    const whole = textOf(await paperOf(aDebtStatement(0)))
    expect(says(whole, 'برای این کارگاه تا')).toBe(true)
    expect(says(whole, 'محدوده')).toBe(false)
  })
})
