import type { DebtRow, DebtStatement } from '#core/certificates/debt-statement.model.ts'
import type { DebtDocument } from '#core/employers/debt.model.ts'
import { toPersianDigits } from '#core/kernel/digits.ts'
import type { Rial } from '#core/kernel/rial.ts'
import { rialInWords } from '#core/kernel/words.ts'
import {
  DEBT_DOCUMENT,
  DEBT_DOCUMENT_STATUS,
  DEBT_STAGE,
  DEBT_STATUS,
  EMPLOYER_ROLE,
  NEXT_STEP,
  NEXT_STEP_NOTE,
  NOTHING,
  amount,
  branchText,
  code,
  codeOrNothing,
  count,
  dayText,
  quoted,
  quotedOrNothing,
} from '../paper-words.ts'
import type {
  PaperDefinition,
  PaperNode,
  Points,
  TableCell,
} from '../persian-text/paper-definition.ts'
import { fact, factTable, wide } from './fact-table.ts'
import { besideCode, closing } from './letter.ts'
import {
  ALERT,
  QUIET,
  TINT,
  amountCell,
  boxLines,
  label,
  sizeOfAmount,
  strong,
  value,
} from './paper-style.ts'
import { wideSheet } from './wide-sheet.ts'

const TITLE = 'صورت وضعیت بدهی کارگاه'
const LEDGER_TITLE = 'گردش حساب بدهی کارگاه'
const SMALL = 7
/** Row, number, contract row, reason, span, five amounts, stage, status, notice, deadline, next step. */
const WIDTHS = [18, 48, 26, '*', 56, 54, 50, 50, 56, 56, 44, 46, 42, 42, 52] as const
const HEADS = [
  ...['ردیف', 'شمارهٔ بدهی', 'ردیف پیمان', 'علت', 'دوره', 'حق بیمه', 'بیمهٔ بیکاری'],
  ...['جریمه و سایر', 'مبلغ', 'مانده', 'مرحله', 'وضعیت', 'ابلاغ', 'مهلت اعتراض', 'گام بعدی'],
]

const CENTRED = { alignment: 'center', fontSize: SMALL } as const

function subject(paper: DebtStatement): PaperNode {
  const { workshop, employer, requestedBy } = paper
  const row = workshop.contractRow
  return {
    stack: [
      factTable({
        widths: [62, '*', 74, 128, 62, 108],
        facts: [
          wide(
            fact('نام کارگاه', 'workshop.name', quoted(workshop.name), {
              bold: true,
              fontSize: 11,
            }),
          ),
          fact('کارفرما', 'employer.name', quoted(employer.name)),
          fact(
            employer.kind === 'LEGAL' ? 'شناسهٔ ملی' : 'کد ملی',
            'employer.id',
            codeOrNothing(employer.id),
          ),
          fact('کد کارگاه', 'workshop.code', code(workshop.code)),
          fact('شعبه', 'workshop.branch', branchText(workshop.branch)),
          fact('ردیف پیمان', 'workshop.contractRow', row === null ? 'همهٔ ردیف‌ها' : code(row)),
          fact('وضعیت در تاریخ', 'asOf', dayText(paper.asOf), { bold: true }),
          fact('فعالیت', 'workshop.activity', quotedOrNothing(workshop.activity)),
          fact('درخواست‌کننده', 'requestedBy.fullName', quoted(requestedBy.fullName)),
          fact('سمت', 'requestedBy.role', EMPLOYER_ROLE[requestedBy.role]),
        ],
        padding: { x: 3, y: 3.4 },
        labels: { fontSize: 7.5 },
      }),
    ],
    margin: [0, 0, 0, 8],
  }
}

function summary(paper: DebtStatement): PaperNode {
  const cells: readonly (readonly [name: string, field: string, sum: Rial])[] = [
    ['بدهی قطعی', 'definitive', paper.definitive],
    ['قابل تقسیط', 'installmentPayable', paper.installmentPayable],
    ['غیرقابل تقسیط', 'notPayable', paper.notPayable],
    ['در دست رسیدگی', 'pending', paper.pending],
    ['جمع بدهی', 'total', paper.total],
  ]
  return {
    table: {
      widths: cells.map(() => '*' as const),
      body: [
        cells.map(([name, field, sum]) => ({
          stack: [
            label(name, { alignment: 'center' }),
            value(field, `${amount(sum)} ریال`, {
              bold: true,
              fontSize: sizeOfAmount(sum, 92, 10),
              alignment: 'center',
            }),
          ],
          fillColor: TINT,
        })),
      ],
    },
    layout: boxLines({ x: 4, y: 2.4 }),
  }
}

const monthsText = ({ from, to }: DebtRow): string => {
  const text = (month: DebtRow['from']) =>
    month === null ? NOTHING : code(`${String(month.year)}/${String(month.month).padStart(2, '0')}`)
  return from === null && to === null ? NOTHING : `${text(from)} تا ${text(to)}`
}

function debtRow(debt: DebtRow, index: number, ledger: boolean): TableCell[] {
  const money = (field: string, sum: Rial, width: Points, bold = false) =>
    amountCell(field, sum, width, { ...CENTRED, bold })
  const mark = debt.odd ? [{ text: ' *', color: ALERT, bold: true }] : []
  const cells: TableCell[] = [
    { text: toPersianDigits(index + 1), ...CENTRED },
    value('debts.debtNumber', code(debt.debtNumber), { ...CENTRED, bold: true }),
    value('debts.contractRow', code(debt.contractRow), CENTRED),
    value('debts.reason', quotedOrNothing(debt.reason), { fontSize: SMALL }),
    value('debts.from', monthsText(debt), CENTRED),
    money('debts.premium', debt.premium, 54),
    money('debts.unemployment', debt.unemployment, 50),
    money('debts.other', debt.other, 50),
    { ...money('debts.amount', debt.amount, 50), text: [amount(debt.amount), ...mark] },
    money('debts.remaining', debt.remaining, 56, true),
    value('debts.stage', DEBT_STAGE[debt.stage], CENTRED),
    value('debts.status', DEBT_STATUS[debt.status], CENTRED),
    value('debts.noticeDay', dayText(debt.noticeDay), CENTRED),
    value('debts.objectUntil', dayText(debt.objectUntil), CENTRED),
    value('debts.nextStep', NEXT_STEP[debt.nextStep], CENTRED),
  ]
  return ledger ? cells.map((cell) => ({ ...cell, fillColor: TINT })) : cells
}

/** A document under its debt; its cells span the columns of the table. */
function documentRow(document: DebtDocument, { debtNumber }: DebtRow): TableCell[] {
  const style = { fontSize: SMALL }
  const cells: readonly (readonly [span: number, cell: TableCell])[] = [
    [
      3,
      {
        text: `سند ${toPersianDigits(document.seq)} بدهی ${code(debtNumber)}`,
        ...style,
        color: QUIET,
        field: 'debts.debtNumber',
      },
    ],
    [
      2,
      value(
        'debts.documents.documentNumber',
        `شماره: ${codeOrNothing(document.documentNumber)}`,
        style,
      ),
    ],
    [1, value('debts.documents.day', dayText(document.day), CENTRED)],
    [2, value('debts.documents.type', DEBT_DOCUMENT[document.type], style)],
    [1, value('debts.documents.stage', DEBT_STAGE[document.stage], CENTRED)],
    [1, value('debts.documents.status', DEBT_DOCUMENT_STATUS[document.status], CENTRED)],
    [5, value('debts.documents.description', quotedOrNothing(document.description), style)],
  ]
  return cells.flatMap(([span, cell]) => [
    { ...cell, colSpan: span },
    ...Array.from({ length: span - 1 }, () => ({ text: '' })),
  ])
}

function debtTable(paper: DebtStatement): PaperNode {
  if (paper.debts.length === 0) {
    return {
      stack: [
        { text: 'بدون بدهی', bold: true, fontSize: 16 },
        {
          text: `برای این کارگاه تا ${dayText(paper.asOf)} هیچ بدهی ثبت نشده است.`,
          fontSize: 10,
        },
      ],
      alignment: 'center',
      margin: [0, 22, 0, 24],
    }
  }
  return {
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: WIDTHS,
      body: [
        HEADS.map((text) => ({
          ...label(text, { fontSize: 6.5, bold: true, alignment: 'center', margin: [0, 0, 0, 0] }),
          fillColor: TINT,
        })),
        ...paper.debts.flatMap((debt, i) => [
          debtRow(debt, i, paper.ledger),
          ...(paper.ledger ? debt.documents.map((document) => documentRow(document, debt)) : []),
        ]),
      ],
    },
    layout: boxLines({ x: 1.6, y: 1.4 }),
    lineHeight: 0.95,
    margin: [0, 0, 0, 7],
  }
}

function notesOf(paper: DebtStatement): string[] {
  const steps = new Set(paper.debts.map((debt) => debt.nextStep))
  return [
    ...[...steps].flatMap((step) => NEXT_STEP_NOTE[step] ?? []),
    ...(paper.debts.some((debt) => debt.odd)
      ? ['* اجزای این بدهی با مبلغ آن نمی‌خواند؛ ارقام همان است که از مرکز رسیده است']
      : []),
    'این صورت وضعیت تنها بدهی روز صدور را نشان می‌دهد و مفاصاحساب نیست',
  ]
}

function foot(paper: DebtStatement): PaperNode {
  return {
    unbreakable: true,
    stack: [
      {
        text: [
          strong(`جمع بدهی (${count(paper.debts.length)} ردیف): `),
          strong(`${amount(paper.total)} ریال`),
          ` – ${rialInWords(paper.total)}`,
        ],
        fontSize: 9.5,
        field: 'total',
        margin: [0, 0, 0, 4],
      },
      {
        columns: [
          {
            width: '*',
            stack: notesOf(paper).map((text) => ({ text: `${text}.`, margin: [0, 0, 0, 1.5] })),
            color: QUIET,
            fontSize: 8,
          },
          { width: 310, stack: [closing(paper.issue)] },
        ],
      },
    ],
  }
}

/**
 * صورت وضعیت بدهی, and گردش حساب when the documents of each debt are stated: landscape A4 (domain brief
 * §4.6). A workshop without debts is a statement too.
 */
export function debtStatementTemplate(paper: DebtStatement): PaperDefinition {
  const { issue } = paper
  return wideSheet(issue, paper.ledger ? LEDGER_TITLE : TITLE, [
    besideCode(issue, paper.trackingCode, [subject(paper), summary(paper)]),
    debtTable(paper),
    foot(paper),
  ])
}
