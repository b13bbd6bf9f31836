import type { DebtRow, DebtStatement } from '#core/certificates/debt-statement.model.ts'
import type { DebtDocument, DebtStep } from '#core/employers/debt.model.ts'
import { toPersianDigits } from '#core/kernel/digits.ts'
import type { Rial } from '#core/kernel/rial.ts'
import {
  DEBT_DOCUMENT,
  DEBT_DOCUMENT_STATUS,
  DEBT_NOTICE,
  DEBT_STAGE,
  DEBT_STATUS,
  NEXT_STEP,
  NOTHING,
  amount,
  code,
  codeOrNothing,
  dayText,
  quotedOrNothing,
} from '../paper-words.ts'
import type { PaperNode, Points, TableCell, TextSpan } from '../persian-text/paper-definition.ts'
import { ALERT, QUIET, TINT, amountCell, boxLines, label, strong, value } from './paper-style.ts'

const SMALL = 7
/** Row, number, contract row, reason, span, five amounts, then what `HEADS` and `LEDGER_HEADS` name. */
const WIDTHS = [18, 48, 26, '*', 56, 54, 50, 50, 56, 56, 44, 46, 42, 42, 52] as const
/** The running balance stands where the day of the notice does, which goes to the line of steps. */
const LEDGER_WIDTHS = [18, 48, 26, '*', 56, 54, 50, 50, 56, 56, 58, 44, 46, 42, 52] as const
const FIRST_HEADS = [
  ...['ردیف', 'شمارهٔ بدهی', 'ردیف پیمان', 'علت', 'دوره', 'حق بیمه', 'بیمهٔ بیکاری'],
  ...['جریمه و سایر', 'مبلغ', 'مانده'],
]
const HEADS = [...FIRST_HEADS, 'مرحله', 'وضعیت', 'ابلاغ', 'مهلت اعتراض', 'گام بعدی']
const LEDGER_HEADS = [
  ...FIRST_HEADS,
  ...['ماندهٔ تجمعی', 'مرحله', 'وضعیت', 'مهلت اعتراض', 'گام بعدی'],
]

const CENTRED = { alignment: 'center', fontSize: SMALL } as const

const monthsText = ({ from, to }: DebtRow): string => {
  const text = (month: DebtRow['from']) =>
    month === null ? NOTHING : code(`${String(month.year)}/${String(month.month).padStart(2, '0')}`)
  return from === null && to === null ? NOTHING : `${text(from)} تا ${text(to)}`
}

/** A cell over several columns, and the empty ones it covers. */
function spanning(span: number, cell: TableCell): TableCell[] {
  return [{ ...cell, colSpan: span }, ...Array.from({ length: span - 1 }, () => ({ text: '' }))]
}

/** Why the debt came to be, and under it in words what is wrong with it: the two never part. */
function reasonCell(debt: DebtRow): TableCell {
  const reason = value('debts.reason', quotedOrNothing(debt.reason), { fontSize: SMALL })
  if (debt.notices.length === 0) return reason
  const notices = debt.notices.map((notice) => DEBT_NOTICE[notice]).join('؛ ')
  return { stack: [reason, { text: `* ${notices}`, color: ALERT, bold: true, fontSize: 6.5 }] }
}

function debtRow(debt: DebtRow, index: number, ledger: boolean): TableCell[] {
  const money = (field: string, sum: Rial, width: Points, bold = false) =>
    amountCell(field, sum, width, { ...CENTRED, bold })
  const mark = debt.odd ? [{ text: ' *', color: ALERT, bold: true }] : []
  const balance = debt.balance === null ? [] : [money('debts.balance', debt.balance, 58, true)]
  const notice = [value('debts.noticeDay', dayText(debt.noticeDay), CENTRED)]
  const cells: TableCell[] = [
    { text: toPersianDigits(index + 1), ...CENTRED },
    value('debts.debtNumber', code(debt.debtNumber), { ...CENTRED, bold: true }),
    value('debts.contractRow', code(debt.contractRow), CENTRED),
    reasonCell(debt),
    value('debts.from', monthsText(debt), CENTRED),
    money('debts.premium', debt.premium, 54),
    money('debts.unemployment', debt.unemployment, 50),
    money('debts.other', debt.other, 50),
    { ...money('debts.amount', debt.amount, 50), text: [amount(debt.amount), ...mark] },
    money('debts.remaining', debt.remaining, 56, true),
    ...balance,
    value('debts.stage', DEBT_STAGE[debt.stage], CENTRED),
    value('debts.status', DEBT_STATUS[debt.status], CENTRED),
    ...(hasBalance(debt) ? [] : notice),
    value('debts.objectUntil', dayText(debt.objectUntil), CENTRED),
    value('debts.nextStep', NEXT_STEP[debt.nextStep], CENTRED),
  ]
  return ledger ? cells.map((cell) => ({ ...cell, fillColor: TINT })) : cells
}

/** Ledgers of before had neither a balance nor steps; drawn again they look as they did. */
const hasBalance = (debt: DebtRow): boolean => debt.balance !== null

function stepText({ stage, state, day }: DebtStep): string {
  const now = state === 'PRESENT' ? ' (اکنون)' : ''
  return `${DEBT_STAGE[stage]}${day === null ? '' : ` ${dayText(day)}`}${now}`
}

/** The stages the debt went through, with the days; a stage ahead only where the data dates it, which is odd. */
function stepsRow(debt: DebtRow): TableCell[] {
  const reached = debt.steps.filter(
    ({ state, day }) => state === 'PASSED' || state === 'PRESENT' || day !== null,
  )
  const vote: TextSpan[] =
    debt.primaryVoteNumber === null
      ? []
      : [
          { text: '؛ شمارهٔ رأی بدوی: ' },
          { text: code(debt.primaryVoteNumber), field: 'debts.primaryVoteNumber' },
        ]
  return spanning(LEDGER_WIDTHS.length, {
    text: [
      strong('مراحل: '),
      { text: reached.map(stepText).join(' – '), field: 'debts.steps' },
      { text: `؛ ابلاغ: ${dayText(debt.noticeDay)}`, field: 'debts.noticeDay' },
      ...vote,
    ],
    fontSize: SMALL,
  })
}

/** A document under its debt; its cells span the columns of the table. */
function documentRow(document: DebtDocument, { debtNumber }: DebtRow): TableCell[] {
  const style = { fontSize: SMALL }
  const number = `سند ${toPersianDigits(document.seq)} بدهی ${code(debtNumber)}`
  const written = `شماره: ${codeOrNothing(document.documentNumber)}`
  return [
    ...spanning(3, { ...value('debts.debtNumber', number, style), color: QUIET }),
    ...spanning(2, value('debts.documents.documentNumber', written, style)),
    value('debts.documents.day', dayText(document.day), CENTRED),
    ...spanning(2, value('debts.documents.type', DEBT_DOCUMENT[document.type], style)),
    value('debts.documents.stage', DEBT_STAGE[document.stage], CENTRED),
    value('debts.documents.status', DEBT_DOCUMENT_STATUS[document.status], CENTRED),
    ...spanning(
      5,
      value('debts.documents.description', quotedOrNothing(document.description), style),
    ),
  ]
}

/** The debts of a statement that has some: with the ledger each with its steps and its documents. */
export function debtTable({ debts, ledger }: DebtStatement): PaperNode {
  const balanced = debts.every(hasBalance)
  return {
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: balanced ? LEDGER_WIDTHS : WIDTHS,
      body: [
        (balanced ? LEDGER_HEADS : HEADS).map((text) => ({
          ...label(text, { fontSize: 6.5, bold: true, alignment: 'center', margin: [0, 0, 0, 0] }),
          fillColor: TINT,
        })),
        ...debts.flatMap((debt, i) => [
          debtRow(debt, i, ledger),
          ...(debt.steps.length > 0 ? [stepsRow(debt)] : []),
          ...(ledger ? debt.documents.map((document) => documentRow(document, debt)) : []),
        ]),
      ],
    },
    layout: boxLines({ x: 1.6, y: 1.4 }),
    lineHeight: 0.95,
    margin: [0, 0, 0, 7],
  }
}
