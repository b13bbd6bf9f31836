import type { PaperIssue } from '#core/certificates/paper-issue.model.ts'
import { toPersianDigits } from '#core/kernel/digits.ts'
import { code } from '../paper-words.ts'
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
import { HAIRLINE, NO_LINES, QUIET, TINT, boxLines, label, strong, value } from './paper-style.ts'

const SIDE = 34
const WIDTH = 595.28 - 2 * SIDE
const CODE_SIDE = 116
const SHEET_MARGIN = 20
/** Half an A4 sheet less its margin and the cut line. */
const HALF = 420.94 - SHEET_MARGIN - 10

/** The tracking code in large, over the code that proves the paper. */
export function trackingBlock(trackingCode: string, { seal }: Pick<PaperIssue, 'seal'>): PaperNode {
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
              value('trackingCode', code(trackingCode), { bold: true, fontSize: 16 }),
            ],
            alignment: 'center',
            fillColor: TINT,
          },
        ],
        [{ stack: [verificationCode(seal, CODE_SIDE)] }],
      ],
    },
    layout: boxLines({ x: 4, y: 3 }),
  }
}

/** One copy of a receipt: the first is the applicant's, the second, which he signs, the branch's. */
export function receiptCopy(
  title: string,
  issue: PaperIssue,
  {
    copy,
    of,
    body,
    foot,
  }: {
    readonly copy: 1 | 2
    readonly of: 1 | 2
    readonly body: readonly PaperNode[]
    /** Room below the signature. */
    readonly foot: readonly [top: number, bottom: number]
  },
): TableCell {
  const whose = copy === 1 ? 'نسخهٔ متقاضی' : 'نسخهٔ شعبه (با امضای متقاضی)'
  const signer = copy === 1 ? 'مهر و امضای شعبه' : 'امضای متقاضی'
  return {
    stack: [
      letterhead(issue, WIDTH, 40),
      {
        text: [strong(title, { fontSize: 13 }), { text: ` – ${whose}`, fontSize: 9, color: QUIET }],
        alignment: 'center',
        margin: [0, 5, 0, 4],
      },
      ...reprintMark(issue),
      ...body,
      {
        columns: [
          { width: '*', text: '' },
          { width: 150, text: signer, alignment: 'center', fontSize: 8.5, color: QUIET },
        ],
        margin: [0, foot[0], 0, foot[1]],
      },
      imprint(issue, WIDTH, `نسخهٔ ${toPersianDigits(copy)} از ${toPersianDigits(of)}`),
    ],
  }
}

/** Two copies on one sheet, to be cut in half; `dontBreakRows` where each surely fits. */
export function cutInHalf(
  copies: readonly [TableCell, TableCell],
  dontBreakRows: boolean,
): PaperNode {
  return {
    table: {
      widths: ['*'],
      heights: HALF,
      dontBreakRows,
      body: copies.map((copy) => [copy]),
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
}

/** A sheet of receipts. */
export function receiptSheet(
  title: string,
  issue: PaperIssue,
  content: PaperNode,
): PaperDefinition {
  return {
    pageSize: 'A4',
    pageMargins: [SIDE, SHEET_MARGIN, SIDE, SHEET_MARGIN],
    info: infoOf(issue, title),
    style: { ...BASE_STYLE, fontSize: 9.5 },
    ...watermarkOf(issue, 52, -24, 2),
    content: [content],
  }
}
