import type { TicketReceipt } from '#core/certificates/ticket-receipt.model.ts'
import { toPersianDigits } from '#core/kernel/digits.ts'
import { dayInTehran, tehranTime, type Instant } from '#core/kernel/instant.ts'
import {
  NOTHING,
  TICKET_CHANNEL,
  TICKET_STATUS,
  address,
  code,
  dayText,
  quoted,
} from '../paper-words.ts'
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

const TITLE = 'رسید تیکت ۱۴۲۰'
const SIDE = 34
const WIDTH = 595.28 - 2 * SIDE
const CODE_SIDE = 116
const SHEET_MARGIN = 20
/** Half an A4 sheet less its margin and the cut line. */
const HALF = 420.94 - SHEET_MARGIN - 10

function momentText(at: Instant | null): string {
  return at === null ? NOTHING : `${dayText(dayInTehran(at))} ساعت ${code(tehranTime(at))}`
}

function facts(receipt: TicketReceipt): PaperNode {
  const row = (name: string, field: string, text: string, bold = false): TableCell[] => [
    label(name),
    value(field, text, { bold }),
  ]
  const { issue } = receipt
  return {
    width: '*',
    table: {
      widths: [76, '*'],
      body: [
        row('موضوع', 'subject', quoted(receipt.subject), true),
        row('متقاضی', 'fullName', quoted(receipt.fullName), true),
        row('کد ملی', 'maskedNationalId', code(receipt.maskedNationalId)),
        row('راه ارتباط', 'channel', TICKET_CHANNEL[receipt.channel]),
        row('زمان ثبت', 'registeredAt', momentText(receipt.registeredAt)),
        row('وضعیت', 'status', TICKET_STATUS[receipt.status]),
        row('پاسخ تا', 'promised', momentText(receipt.promised), true),
        row(
          'شعبه',
          'issue.branch',
          `${quoted(issue.branch.name)} (کد ${code(issue.branch.code)}) – کد متصدی ${code(issue.clerkCode)}`,
        ),
      ],
    },
    layout: rowLines({ x: 3, y: 2 }),
  }
}

function tracking(receipt: TicketReceipt): PaperNode {
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

function answerOf({ answer }: TicketReceipt): PaperNode[] {
  if (answer === null) return []
  const { at, reopenUntil, text } = answer
  return [
    {
      text: [strong('پاسخ '), { text: momentText(at), field: 'answer.at' }, strong(': ')],
      margin: [0, 2, 0, 0],
    },
    ...text.split('\n').map((line): PaperNode => ({ text: quoted(line), field: 'answer.text' })),
    ...(reopenUntil === null
      ? []
      : [
          {
            text: [
              'اگر پاسخ کافی نیست، تا پایان ',
              { text: dayText(reopenUntil), field: 'answer.reopenUntil' },
              ' می‌توان با همین کد رهگیری خواست که تیکت دوباره باز شود.',
            ],
          },
        ]),
  ]
}

function howToFollow({ issue }: TicketReceipt): PaperNode {
  return {
    text:
      `پیگیری با کد رهگیری: تماس با ${code('1420')} در هر ساعت شبانه‌روز، هر شعبه، ` +
      `یا نشانی ${address(issue.verificationUrl)}.`,
    color: QUIET,
    fontSize: 8.5,
  }
}

function copyOf(receipt: TicketReceipt, copy: 1 | 2, copies: number): TableCell {
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
        columns: [facts(receipt), tracking(receipt)],
        columnGap: 12,
        margin: [0, 0, 0, 4],
      },
      {
        stack: [...answerOf(receipt), howToFollow(receipt)],
        fontSize: 9,
        lineHeight: 1.15,
      },
      {
        columns: [
          { width: '*', text: '' },
          { width: 150, text: signer, alignment: 'center', fontSize: 8.5, color: QUIET },
        ],
        margin: [0, 4, 0, 20],
      },
      imprint(issue, WIDTH, `نسخهٔ ${toPersianDigits(copy)} از ${toPersianDigits(copies)}`),
    ],
  }
}

/**
 * رسید تیکت ۱۴۲۰: two copies on one A4 sheet, to be cut in half. With its answer, which may be long, it is the
 * citizen's alone and takes as much of a sheet as it needs.
 */
export function ticketReceiptTemplate(receipt: TicketReceipt): PaperDefinition {
  const { answer, issue } = receipt
  return {
    pageSize: 'A4',
    pageMargins: [SIDE, SHEET_MARGIN, SIDE, SHEET_MARGIN],
    info: infoOf(issue, TITLE),
    style: { ...BASE_STYLE, fontSize: 9.5 },
    ...watermarkOf(issue, 52, -24, 2),
    content: [
      answer === null
        ? {
            table: {
              widths: ['*'],
              heights: HALF,
              dontBreakRows: true,
              body: [[copyOf(receipt, 1, 2)], [copyOf(receipt, 2, 2)]],
            },
            layout: {
              ...NO_LINES,
              hLineWidth: (row) => (row === 1 ? 0.6 : 0),
              hLineColor: () => HAIRLINE,
              hLineStyle: () => ({ dash: { length: 4, space: 3 } }),
              paddingTop: (row) => (row === 1 ? 12 : 0),
              paddingBottom: () => 0,
            },
          }
        : { table: { widths: ['*'], body: [[copyOf(receipt, 1, 1)]] }, layout: NO_LINES },
    ],
  }
}
