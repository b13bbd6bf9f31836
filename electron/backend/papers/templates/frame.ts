import { toPersianDigits } from '#core/kernel/digits.ts'
import { dayInTehran, tehranTime } from '#core/kernel/instant.ts'
import type { PaperIssue } from '#core/certificates/paper-issue.model.ts'
import { ORGANISATION, address, code, dayText, quoted } from '../paper-words.ts'
import type { PaperDefinition, PaperNode, Points } from '../persian-text/paper-definition.ts'
import { emblem } from './emblem.ts'
import {
  ACCENT,
  ALERT,
  HAIRLINE,
  INK,
  QUIET,
  boxLines,
  label,
  rule,
  sizeOfText,
  strong,
  value,
} from './paper-style.ts'

const SIDE_WIDTH = 134

const PREVIEW = 'پیش‌نمایش – فاقد اعتبار'
const DEMONSTRATION = 'نمایشی – فاقد اعتبار'
const TEST = 'آزمایشی – فاقد اعتبار'

/** Why a paper does not count, strongest reason first; empty for a numbered paper of a real office. */
export function invalidityOf(issue: Pick<PaperIssue, 'number' | 'officeKind'>): readonly string[] {
  return [
    ...(issue.number === null ? [PREVIEW] : []),
    ...(issue.officeKind === 'demonstration' ? [DEMONSTRATION] : []),
    ...(issue.officeKind === 'test' ? [TEST] : []),
  ]
}

/** The watermark of a paper that does not count, once for each copy on the sheet, else nothing. */
export function watermarkOf(
  issue: Pick<PaperIssue, 'number' | 'officeKind'>,
  fontSize: Points,
  angle: number,
  copies = 1,
): Pick<PaperDefinition, 'watermark'> {
  const [mark] = invalidityOf(issue)
  if (mark === undefined) return {}
  return {
    watermark: { text: Array.from({ length: copies }, () => mark).join('\n'), fontSize, angle },
  }
}

/** Metadata of the file: whose paper, what kind, and a creation date pinned to the issue. */
export function infoOf(issue: PaperIssue, title: string): PaperDefinition['info'] {
  return {
    title: issue.number === null ? title : `${title} ${toPersianDigits(issue.number)}`,
    subject: title,
    author: ORGANISATION,
    creationDate: new Date(issue.at),
    ...(issue.seal === null ? {} : { seal: issue.seal }),
  }
}

export const BASE_STYLE: PaperDefinition['style'] = { fontSize: 10, color: INK, lineHeight: 1 }

function numberBox(issue: PaperIssue): PaperNode {
  const row = (name: string, text: string, field: string) => [
    label(name),
    value(field, text, { fontSize: sizeOfText(text, 20, 9) }),
  ]
  return {
    width: SIDE_WIDTH,
    table: {
      widths: [30, '*'],
      body: [
        row('شماره:', issue.number === null ? '—' : code(issue.number), 'issue.number'),
        row('تاریخ:', dayText(issue.day), 'issue.day'),
        row(
          'پیوست:',
          issue.attachment === null ? 'ندارد' : quoted(issue.attachment),
          'issue.attachment',
        ),
      ],
    },
    layout: {
      ...boxLines({ x: 5, y: 1.6 }),
      hLineWidth: (r) => (r % 3 === 0 ? 0.5 : 0),
      vLineWidth: (c) => (c === 1 ? 0 : 0.5),
    },
  }
}

/**
 * Head of every paper: emblem at the right, the organisation and its branch in the middle, the box of
 * number, date and enclosure at the left, a double rule under them.
 */
export function letterhead(issue: PaperIssue, width: Points, emblemSize: Points): PaperNode {
  const { branch } = issue
  const invalid = invalidityOf(issue).join('، ')
  const office = `اداره کل استان ${quoted(branch.province)} – ${quoted(branch.name)} (کد ${code(branch.code)})`
  return {
    stack: [
      {
        columns: [
          { width: SIDE_WIDTH, stack: [emblem(emblemSize)] },
          {
            width: '*',
            stack: [
              { text: ORGANISATION, bold: true, fontSize: emblemSize / 3.1, color: ACCENT },
              value('issue.branch', office, {
                fontSize: sizeOfText(office, 80, 8.5),
                margin: [0, 1, 0, 0],
              }),
              ...(invalid === '' ? [] : [{ text: invalid, color: ALERT, fontSize: 8 }]),
            ],
            alignment: 'center',
          },
          numberBox(issue),
        ],
      },
      { ...rule(width, 1.2, ACCENT), margin: [0, 5, 0, 1.5] },
      rule(width, 0.4, ACCENT),
    ],
  }
}

/** The mark of a reprint under the title, with the first number, the count and the reason. */
export function reprintMark(issue: PaperIssue): PaperNode[] {
  const { reprint } = issue
  if (!reprint) return []
  const count = toPersianDigits(reprint.count)
  return [
    {
      text: [
        strong('المثنی', { fontSize: 11 }),
        ` (نوبت ${count}) – شمارهٔ صدور نخست: `,
        { text: code(reprint.firstNumber), field: 'issue.reprint.firstNumber' },
        ' – علت: ',
        { text: quoted(reprint.reason), field: 'issue.reprint.reason' },
      ],
      color: ALERT,
      fontSize: 9,
      alignment: 'center',
      margin: [0, 0, 0, 4],
    },
  ]
}

/** Where and how a paper is verified, in words; the clerk appears by code only. */
function imprintTexts(issue: PaperIssue): { note: string; issued: string; desk: string } {
  const issued = `${dayText(dayInTehran(issue.at))} ساعت ${code(tehranTime(issue.at))}`
  return {
    note: `اصالت این سند را در نشانی ${address(issue.verificationUrl)} یا با پویش رمزینه بسنجید. پاسخ‌گویی: ${code('1420')}`,
    issued: `زمان صدور: ${issued}`,
    desk: `کد متصدی: ${code(issue.clerkCode)} – ایستگاه: ${address(issue.workstation)}`,
  }
}

/** Foot of every paper: authenticity, 1420, place in the paper, time of issue, clerk and workstation. */
export function imprint(issue: PaperIssue, width: Points, place: string): PaperNode {
  const { note, issued, desk } = imprintTexts(issue)
  return {
    fontSize: 7.5,
    color: QUIET,
    stack: [
      rule(width),
      {
        text: note,
        alignment: 'center',
        margin: [0, 3, 0, 2],
        field: 'issue.verificationUrl',
      },
      {
        columns: [
          { width: '*', text: place },
          { width: 'auto', text: issued, alignment: 'center', noWrap: true },
          {
            width: '*',
            text: desk,
            alignment: 'end',
            fontSize: sizeOfText(desk, 50, 7.5),
            field: 'issue.workstation',
          },
        ],
        columnGap: 8,
      },
    ],
  }
}

/** «صفحهٔ ۱ از ۲». */
export function pageOf(page: number, pages: number): string {
  return `صفحهٔ ${toPersianDigits(page)} از ${toPersianDigits(pages)}`
}

/** Digits that a QR code of version 1, 2, … holds at level M; the last is enough for any seal. */
const DIGITS_OF_VERSION: readonly number[] = [
  34, 63, 101, 149, 202, 255, 293, 365, 432, 513, 604, 691, 796, 871, 991, 1082, 1212, 1346,
]
const QUIET_ZONE = 4

/**
 * The QR code of a seal on a square of `side` points, quiet zone included, or the empty place of the
 * same size on a preview. A scan at 100 dpi reads modules of 1.8 points and more: 110 points for 432
 * digits.
 */
export function verificationCode(seal: string | null, side: Points): PaperNode {
  if (seal === null) return emptyPlace(side)
  // pdfmake's encoder spoils a code that is full to its last digit, so one digit always stays free.
  const version = DIGITS_OF_VERSION.findIndex((digits) => seal.length < digits) + 1
  const modules = 4 * version + 17 + 2 * QUIET_ZONE
  return { qr: seal, eccLevel: 'M', version, moduleSize: side / modules, alignment: 'center' }
}

function emptyPlace(side: Points): PaperNode {
  const dash = { length: 2, space: 2 }
  const [near, far] = [side / 12, side - side / 12]
  const edge = (x1: Points, y1: Points, x2: Points, y2: Points) => ({
    type: 'line' as const,
    ...{ x1, y1, x2, y2, lineWidth: 0.6, lineColor: HAIRLINE, dash },
  })
  return {
    alignment: 'center',
    stack: [
      {
        canvas: [
          edge(near, near, far, near),
          edge(far, near, far, far),
          edge(far, far, near, far),
          edge(near, far, near, near),
        ],
        margin: [0, 0, 0, near],
      },
      {
        text: 'محل رمزینه',
        fontSize: 8,
        color: QUIET,
        margin: [0, -side / 2 - 6, 0, side / 2 - 6],
      },
    ],
  }
}

/** Who signs, and room for the signature. */
export function signatureBlock(title: string, place: string): PaperNode {
  return {
    alignment: 'center',
    stack: [
      { text: title, bold: true },
      { text: place, fontSize: 9, color: QUIET, field: 'issue.branch.name' },
      { text: 'نام و امضا', fontSize: 8, color: QUIET, margin: [0, 34, 0, 0] },
    ],
  }
}

/** A dashed ring where the seal goes. */
export function sealPlace(size: Points): PaperNode {
  const steps = 36
  const at = (i: number, radius: Points) => ({
    x: size / 2 + radius * Math.cos((i * 2 * Math.PI) / steps),
    y: size / 2 + radius * Math.sin((i * 2 * Math.PI) / steps),
  })
  const dashes = Array.from({ length: steps / 2 }, (_, i) => {
    const from = at(2 * i, size / 2)
    const to = at(2 * i + 1, size / 2)
    return {
      type: 'line' as const,
      ...{ x1: from.x, y1: from.y, x2: to.x, y2: to.y, lineWidth: 0.6, lineColor: HAIRLINE },
    }
  })
  return {
    alignment: 'center',
    stack: [
      { canvas: dashes },
      { text: 'محل مهر', fontSize: 8, color: HAIRLINE, margin: [0, -size / 2 - 6, 0, size / 2] },
    ],
  }
}
