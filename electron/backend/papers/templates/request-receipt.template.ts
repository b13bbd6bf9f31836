import type { RequestReceipt } from '#core/certificates/request-receipt.model.ts'
import { toPersianDigits } from '#core/kernel/digits.ts'
import { dayInTehran, tehranTime } from '#core/kernel/instant.ts'
import { PAPER_FORM, POWER, ROLE, address, code, dayText, quoted } from '../paper-words.ts'
import type { PaperDefinition, PaperNode, TableCell } from '../persian-text/paper-definition.ts'
import {
  BASE_STYLE,
  imprint,
  infoOf,
  letterhead,
  reprintMark,
  verificationCode,
  watermarkOf,
} from './frame.ts'
import {
  HAIRLINE,
  NO_LINES,
  QUIET,
  TINT,
  boxLines,
  label,
  rowLines,
  strong,
  value,
} from './paper-style.ts'

const TITLE = 'رسید ثبت درخواست'
const SIDE = 34
const WIDTH = 595.28 - 2 * SIDE
const CODE_SIDE = 116
const SHEET_MARGIN = 20
/** Half an A4 sheet less its margin and the cut line. */
const HALF = 420.94 - SHEET_MARGIN - 10

function facts(receipt: RequestReceipt): PaperNode {
  const row = (name: string, field: string, text: string, bold = false): TableCell[] => [
    label(name),
    value(field, text, { bold }),
  ]
  const { issue, representative } = receipt
  const filedAt = `${dayText(dayInTehran(issue.at))} ساعت ${code(tehranTime(issue.at))}`
  const by = representative
    ? `${quoted(representative.name)}، ${POWER[representative.kind]} به شمارهٔ ${code(representative.powerNumber)}`
    : 'متقاضی، حضوری'
  return {
    width: '*',
    table: {
      widths: [76, '*'],
      body: [
        row('عنوان درخواست', 'title', quoted(receipt.title), true),
        row('متقاضی', 'fullName', quoted(receipt.fullName), true),
        row(
          'کد ملی',
          'maskedNationalId',
          `${code(receipt.maskedNationalId)} – در نقش ${ROLE[receipt.role]}`,
        ),
        row('زمان ثبت', 'issue.at', filedAt),
        row('ثبت‌کننده', 'representative', `${by} – کد متصدی ${code(issue.clerkCode)}`),
        row('شعبه', 'issue.branch', `${quoted(issue.branch.name)} (کد ${code(issue.branch.code)})`),
      ],
    },
    layout: rowLines({ x: 3, y: 2.2 }),
  }
}

function tracking(receipt: RequestReceipt): PaperNode {
  return {
    width: 126,
    alignment: 'center',
    table: {
      widths: ['*'],
      body: [
        [
          {
            stack: [
              label('کد رهگیری', { alignment: 'center' }),
              value('trackingCode', code(receipt.trackingCode), { bold: true, fontSize: 16 }),
            ],
            alignment: 'center',
            fillColor: TINT,
          },
        ],
        [{ stack: [verificationCode(receipt.issue.seal, CODE_SIDE)] }],
      ],
    },
    layout: boxLines({ x: 4, y: 3 }),
  }
}

function papersReceived({ papers }: RequestReceipt): PaperNode {
  const list = papers
    .map(
      (paper, i) => `${toPersianDigits(i + 1)}) ${quoted(paper.title)} (${PAPER_FORM[paper.form]})`,
    )
    .join('؛ ')
  return {
    text: [
      strong('مدارک دریافت‌شده: '),
      { text: list === '' ? 'بدون مدرک' : `${list}.`, field: 'papers' },
    ],
  }
}

function nextSteps(receipt: RequestReceipt): PaperNode[] {
  const { deadline } = receipt
  return [
    {
      text: [strong('گام بعدی: '), { text: quoted(receipt.nextStep), field: 'nextStep' }],
    },
    ...(deadline === null
      ? []
      : [
          {
            text: [
              strong('مهلت: '),
              `${dayText(deadline.day)} – `,
              { text: quoted(deadline.reason), field: 'deadline.reason' },
            ],
          },
        ]),
    {
      text:
        `پیگیری با کد رهگیری: کارتابل برنامهٔ «تأمین‌اجتماعی من»، نشانی ${address(receipt.issue.verificationUrl)} ` +
        `یا تماس با ${code('1420')}.`,
      color: QUIET,
      fontSize: 8.5,
    },
  ]
}

function copyOf(receipt: RequestReceipt, copy: 1 | 2): TableCell {
  const { issue } = receipt
  const whose = copy === 1 ? 'نسخهٔ متقاضی' : 'نسخهٔ شعبه (با امضای متقاضی)'
  const signer = copy === 1 ? 'مهر و امضای شعبه' : 'امضای متقاضی'
  return {
    stack: [
      letterhead(issue, WIDTH, 40),
      {
        text: [strong(TITLE, { fontSize: 13 }), { text: ` – ${whose}`, fontSize: 9, color: QUIET }],
        alignment: 'center',
        margin: [0, 5, 0, 4],
      },
      ...reprintMark(issue),
      {
        columns: [
          {
            width: '*',
            stack: [
              facts(receipt),
              {
                stack: [papersReceived(receipt), ...nextSteps(receipt)],
                fontSize: 9,
                lineHeight: 1.15,
                margin: [0, 6, 0, 0],
              },
            ],
          },
          tracking(receipt),
        ],
        columnGap: 12,
        margin: [0, 0, 0, 4],
      },
      {
        columns: [
          { width: '*', text: '' },
          { width: 150, text: signer, alignment: 'center', fontSize: 8.5, color: QUIET },
        ],
        margin: [0, 0, 0, 26],
      },
      imprint(issue, WIDTH, `نسخهٔ ${toPersianDigits(copy)} از ${toPersianDigits(2)}`),
    ],
  }
}

/**
 * Whether a copy surely fits on a whole sheet: a longer one may be parted, or it would have no place. A
 * sheet holds twice as many characters.
 */
function fitsOnSheet({ papers, nextStep, deadline }: RequestReceipt): boolean {
  const texts = [...papers.map(({ title }) => title), nextStep, deadline?.reason ?? '']
  return texts.join('').length + 12 * papers.length < 1500
}

/** رسید ثبت درخواست: two copies on one A4 sheet, to be cut in half (domain brief §4.8). */
export function requestReceiptTemplate(receipt: RequestReceipt): PaperDefinition {
  const { issue } = receipt
  return {
    pageSize: 'A4',
    pageMargins: [SIDE, SHEET_MARGIN, SIDE, SHEET_MARGIN],
    info: infoOf(issue, TITLE),
    style: { ...BASE_STYLE, fontSize: 9.5 },
    ...watermarkOf(issue, 52, -24, 2),
    content: [
      {
        table: {
          widths: ['*'],
          heights: HALF,
          dontBreakRows: fitsOnSheet(receipt),
          body: [[copyOf(receipt, 1)], [copyOf(receipt, 2)]],
        },
        layout: {
          ...NO_LINES,
          hLineWidth: (row) => (row === 1 ? 0.6 : 0),
          hLineColor: () => HAIRLINE,
          hLineStyle: () => ({ dash: { length: 4, space: 3 } }),
          paddingTop: (row) => (row === 1 ? 12 : 0),
          paddingBottom: () => 0,
        },
      },
    ],
  }
}
