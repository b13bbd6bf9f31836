import type { z } from 'zod'
import { DebtStatement } from '#core/certificates/debt-statement.model.ts'
import type { DebtRow } from '#core/certificates/debt-statement.model.ts'
import type { DebtDocument, DebtStep } from '#core/employers/debt.model.ts'
import { issue } from './statement-parts.ts'
import type { Issue } from './statement-parts.ts'

type Debt = z.input<typeof DebtRow>
type Document = z.input<typeof DebtDocument>

const REASONS = [
  'مابه‌التفاوت دستمزد',
  'عدم پرداخت حق بیمه لیست',
  'جریمه تأخیر در ارسال لیست',
  null,
]
const STAGES = ['ASSESSED', 'OBJECTED', 'PRIMARY', 'APPEAL', 'DEFINITIVE', 'EXECUTION'] as const
const STEPS = [
  'OBJECT_ASSESSMENT',
  'AWAIT_BOARD',
  'APPEAL_PRIMARY',
  'AWAIT_BOARD',
  'PAY_OR_INSTALMENTS',
  'PAY',
] as const
const TYPES = ['CALCULATION', 'NOTICE', 'OBJECTION', 'PRIMARY_VOTE', 'PAYMENT'] as const

function documentOf(debtNumber: string, i: number): Document {
  return {
    seq: i + 1,
    documentNumber: i % 5 === 4 ? null : `${debtNumber}-${i + 1}`,
    day: `2026-0${1 + (i % 9)}-1${i % 10}`,
    type: TYPES[i % TYPES.length] ?? 'NOTICE',
    stage: STAGES[i % 4] ?? 'ASSESSED',
    status: i % 3 === 0 ? 'ISSUED' : 'SERVED',
    description: i % 2 === 0 ? 'برگ محاسبهٔ حسابرسی دفاتر قانونی' : null,
  }
}

const NOTICES = [
  'PARTS_DIFFER',
  'REMAINING_EXCEEDS',
  'PERIOD_REVERSED',
  'DATES_DISORDERED',
] as const

/** The line of the law up to a stage, with a day for what is behind. */
function stepsOf(stage: (typeof STAGES)[number]): z.input<typeof DebtStep>[] {
  const present = STAGES.indexOf(stage)
  return STAGES.map((each, at) => ({
    stage: each,
    state: at < present ? 'PASSED' : at === present ? 'PRESENT' : 'AHEAD',
    day: at < present ? `2025-0${1 + at}-11` : null,
  }))
}

function debtOf(i: number, documents: number): Debt {
  const stage = STAGES[i % STAGES.length] ?? 'ASSESSED'
  const premium = 66_976_650 + i * 1_234_567
  const debtNumber = String(100_000_001 + i)
  return {
    debtNumber,
    contractRow: i % 3 === 2 ? '003' : '000',
    reason: REASONS[i % REASONS.length] ?? null,
    from: i % 5 === 4 ? null : { year: 1402, month: 1 + (i % 12) },
    to: i % 5 === 4 ? null : { year: 1403, month: 12 - (i % 12) },
    premium,
    unemployment: 6_697_665,
    other: i % 2 === 0 ? 0 : 13_395_330,
    amount: premium + 6_697_665 + (i % 2 === 0 ? 0 : 13_395_330),
    remaining: premium,
    stage,
    steps: documents === 0 ? [] : stepsOf(stage),
    primaryVoteNumber: documents === 0 || i % 4 === 0 ? null : `R${debtNumber}`,
    status: stage === 'DEFINITIVE' ? 'INSTALLMENT' : 'OPEN',
    noticeDay: i % 4 === 3 ? null : '2026-10-02',
    objectUntil: stage === 'ASSESSED' || stage === 'PRIMARY' ? '2026-12-01' : null,
    nextStep: STEPS[i % STEPS.length] ?? 'NOTHING',
    odd: i % 6 === 5,
    notices: i % 6 === 5 ? [NOTICES[Math.floor(i / 6) % NOTICES.length] ?? 'PARTS_DIFFER'] : [],
    documents: Array.from({ length: documents }, (_, at) => documentOf(debtNumber, at)),
  }
}

/** صورت وضعیت بدهی of `count` debts with `documents` each; the ledger states the documents. */
export function aDebtStatement(
  count: number,
  documents = 0,
  change: Partial<z.input<typeof DebtStatement>> = {},
  issueChange: Partial<Issue> = {},
): DebtStatement {
  const plain = Array.from({ length: count }, (_, i) => debtOf(i, documents))
  const debts = plain.map((debt, at) => ({
    ...debt,
    balance:
      documents === 0
        ? null
        : plain.slice(0, at + 1).reduce((sum, { remaining }) => sum + remaining, 0),
  }))
  const sumWhere = (accepts: (debt: Debt) => boolean) =>
    debts.filter(accepts).reduce((total, debt) => total + debt.remaining, 0)
  const isPayable = (debt: Debt) => debt.nextStep === 'PAY_OR_INSTALMENTS'
  const isFixed = (debt: Debt) => isPayable(debt) || debt.nextStep === 'PAY'
  return DebtStatement.parse({
    kind: 'debt-statement',
    issue: { ...issue, validUntil: issue.day, ...issueChange },
    trackingCode: '1048402067',
    workshop: {
      code: '9000161000',
      name: 'شرکت صنایع غذایی نان‌آوران خراسان',
      branch: { code: '900', name: 'شعبه تهران' },
      contractRow: null,
      activity: 'تولید نان صنعتی',
    },
    employer: { kind: 'LEGAL', name: 'شرکت صنایع غذایی نان‌آوران خراسان', id: '10380284790' },
    requestedBy: { fullName: 'مهناز کارگشا', role: 'SIGNATORY' },
    ledger: documents > 0,
    asOf: issue.day,
    definitive: sumWhere(isFixed),
    installmentPayable: sumWhere(isPayable),
    notPayable: sumWhere((debt) => isFixed(debt) && !isPayable(debt)),
    pending: sumWhere((debt) => !isFixed(debt)),
    total: sumWhere(() => true),
    debts,
    ...change,
  })
}
