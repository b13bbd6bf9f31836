import type { RequestReceipt } from '#core/certificates/request-receipt.model.ts'
import { toPersianDigits } from '#core/kernel/digits.ts'
import { dayInTehran, tehranTime } from '#core/kernel/instant.ts'
import { PAPER_FORM, POWER, ROLE, address, code, dayText, quoted } from '../paper-words.ts'
import type { PaperDefinition, PaperNode, TableCell } from '../persian-text/paper-definition.ts'
import { cutInHalf, receiptCopy, receiptSheet, trackingBlock } from './half-sheet.ts'
import { QUIET, label, rowLines, strong, value } from './paper-style.ts'

const TITLE = 'رسید ثبت درخواست'

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
  const { issue, trackingCode } = receipt
  const body = [
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
        trackingBlock(trackingCode, issue),
      ],
      columnGap: 12,
      margin: [0, 0, 0, 4],
    },
  ] satisfies PaperNode[]
  return receiptCopy(TITLE, issue, { copy, of: 2, body, foot: [0, 26] })
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
  const copies = [copyOf(receipt, 1), copyOf(receipt, 2)] as const
  return receiptSheet(TITLE, receipt.issue, cutInHalf(copies, fitsOnSheet(receipt)))
}
