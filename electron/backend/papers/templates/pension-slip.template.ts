import type { PensionSlip, SlipLine } from '#core/certificates/pension-slip.model.ts'
import { toPersianDigits } from '#core/kernel/digits.ts'
import type { Rial } from '#core/kernel/rial.ts'
import { rialInWords } from '#core/kernel/words.ts'
import {
  NOTHING,
  PAYMENT_TYPE,
  amount,
  branchText,
  code,
  codeOrNothing,
  monthText,
  quoted,
} from '../paper-words.ts'
import type {
  PaperDefinition,
  PaperNode,
  Points,
  TableCell,
} from '../persian-text/paper-definition.ts'
import { fact, factTable } from './fact-table.ts'
import {
  BASE_STYLE,
  imprint,
  infoOf,
  letterhead,
  pageOf,
  reprintMark,
  verificationCode,
  watermarkOf,
} from './frame.ts'
import { QUIET, TINT, amountCell, label, rowLines, value } from './paper-style.ts'

const TITLE = 'فیش حقوقی مستمری'
const SIDE = 26
const WIDTH = 595.28 - 2 * SIDE
const BODY = 8.5
const CODE_SIDE = 112
/** Columns of amounts. */
const PAYMENT = 62
const DEDUCTION = 54

function accountOf({ bankName, maskedAccount }: PensionSlip): string {
  const parts = [
    ...(bankName === null ? [] : [quoted(bankName)]),
    ...(maskedAccount === null ? [] : [`حساب ${code(maskedAccount)}`]),
  ]
  return parts.length === 0 ? NOTHING : parts.join(' – ')
}

function facts(slip: PensionSlip): PaperNode {
  const days = slip.daysPaid === null ? NOTHING : `${toPersianDigits(slip.daysPaid)} روز`
  return factTable({
    widths: [52, '*', 54, 88],
    facts: [
      fact('نام', 'fullName', quoted(slip.fullName), { bold: true, fontSize: 9.5 }),
      fact('کد ملی', 'nationalId', code(slip.nationalId)),
      fact('شعبه', 'branch', branchText(slip.branch)),
      fact('نوع پرداخت', 'paymentType', PAYMENT_TYPE[slip.paymentType]),
      fact('شمارهٔ مستمری', 'pensionNumber', code(slip.pensionNumber)),
      fact('شمارهٔ بیمه', 'insuranceNumber', codeOrNothing(slip.insuranceNumber)),
      fact('واریز به', 'maskedAccount', accountOf(slip)),
      fact('کارکرد', 'daysPaid', days),
    ],
    padding: { x: 3, y: 1.8 },
    labels: { fontSize: 7.5 },
  })
}

function lineCells(line: SlipLine | undefined, field: string, width: Points): TableCell[] {
  if (!line) return [{ text: '' }, { text: '' }]
  const left = line.remainingCount
  const title = [
    { text: quoted(line.title) },
    ...(left === null
      ? []
      : [{ text: ` (مانده: ${toPersianDigits(left)})`, fontSize: 7, color: QUIET }]),
  ]
  return [
    { text: title, field, fontSize: BODY },
    amountCell(field, line.amount, width, { fontSize: BODY }),
  ]
}

function lines(slip: PensionSlip): PaperNode {
  const { payments, deductions, loans } = slip
  const length = Math.max(payments.length, deductions.length, loans.length, 1)
  const heads = ['پرداخت‌ها', 'کسور', 'اقساط وام'].flatMap((text): TableCell[] => [
    { text, bold: true, fillColor: TINT, fontSize: BODY },
    { ...label('ریال', { fontSize: 7.5 }), fillColor: TINT },
  ])
  const total = (name: string, field: string, sum: Rial): TableCell[] => [
    { text: name, bold: true, fillColor: TINT, fontSize: BODY },
    {
      ...amountCell(field, sum, field === 'totalPayments' ? PAYMENT : DEDUCTION, {
        bold: true,
        fontSize: BODY,
      }),
      fillColor: TINT,
    },
  ]
  return {
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: [104, PAYMENT, '*', DEDUCTION, 128, DEDUCTION],
      body: [
        heads,
        ...Array.from({ length }, (_, i) => [
          ...lineCells(payments[i], 'payments', PAYMENT),
          ...lineCells(deductions[i], 'deductions', DEDUCTION),
          ...lineCells(loans[i], 'loans', DEDUCTION),
        ]),
        [
          ...total('جمع پرداخت‌ها', 'totalPayments', slip.totalPayments),
          ...total('جمع کسورات', 'totalDeductions', slip.totalDeductions),
          ...total('جمع اقساط', 'totalLoans', slip.totalLoans),
        ],
      ],
    },
    layout: {
      ...rowLines({ x: 4, y: 0.7 }),
      // A rule between the blocks, none between a title and its amount.
      vLineWidth: (column) => (column % 2 === 0 ? 0.5 : 0),
    },
    margin: [0, 0, 0, 4],
  }
}

function net(slip: PensionSlip): PaperNode {
  return {
    unbreakable: true,
    table: {
      widths: [66, 110, 40, '*'],
      body: [
        [
          { text: 'خالص پرداختی', bold: true, fillColor: TINT, fontSize: 10 },
          value('net', `${amount(slip.net)} ریال`, { bold: true, fontSize: 11 }),
          label('به حروف'),
          value('net', rialInWords(slip.net), { fontSize: 8.5 }),
        ],
      ],
    },
    layout: { ...rowLines({ x: 6, y: 3 }), vLineWidth: (column) => (column % 4 === 0 ? 0.5 : 0) },
  }
}

/** فیش حقوقی مستمری: one A5 landscape sheet, more when the lines need it (domain brief §4.3). */
export function pensionSlipTemplate(slip: PensionSlip): PaperDefinition {
  const { issue } = slip
  return {
    pageSize: 'A5',
    pageOrientation: 'landscape',
    pageMargins: [SIDE, 80, SIDE, 42],
    info: infoOf(issue, TITLE),
    style: { ...BASE_STYLE, fontSize: BODY },
    ...watermarkOf(issue, 46, -30),
    header: () => ({ stack: [letterhead(issue, WIDTH, 40)], margin: [SIDE, 11, SIDE, 0] }),
    footer: (page, pages) => ({
      stack: [imprint(issue, WIDTH, pageOf(page, pages))],
      margin: [SIDE, 8, SIDE, 0],
    }),
    content: [
      {
        columns: [
          {
            width: '*',
            stack: [
              {
                text: `${TITLE} – ${monthText(slip.period)}`,
                bold: true,
                fontSize: 12,
                alignment: 'center',
                margin: [0, 1, 0, 4],
              },
              ...reprintMark(issue),
              facts(slip),
            ],
          },
          { width: CODE_SIDE, stack: [verificationCode(issue.seal, CODE_SIDE)] },
        ],
        columnGap: 6,
        margin: [0, 0, 0, 2],
      },
      lines(slip),
      net(slip),
    ],
  }
}
