import type { PaperIssue } from '#core/certificates/paper-issue.model.ts'
import type { PaperRecipient } from '#core/certificates/paper-person.model.ts'
import type { Rial } from '#core/kernel/rial.ts'
import { rialInWords } from '#core/kernel/words.ts'
import { address, code, quoted } from '../paper-words.ts'
import type { PaperDefinition, PaperNode, Points } from '../persian-text/paper-definition.ts'
import {
  BASE_STYLE,
  imprint,
  infoOf,
  letterhead,
  pageOf,
  reprintMark,
  sealPlace,
  signatureBlock,
  verificationCode,
  watermarkOf,
} from './frame.ts'
import { TINT, amountCell, boxLines, label, strong, value } from './paper-style.ts'

const SIDE = 46
const WIDTH = 595.28 - 2 * SIDE
const CODE_SIDE = 120

/** An A4 letter with the organisation's head on every page and the title over its content. */
export function letter(
  issue: PaperIssue,
  title: string,
  content: readonly PaperNode[],
): PaperDefinition {
  return {
    pageSize: 'A4',
    pageMargins: [SIDE, 100, SIDE, 56],
    info: infoOf(issue, title),
    style: BASE_STYLE,
    ...watermarkOf(issue, 62, -52),
    header: () => ({ stack: [letterhead(issue, WIDTH, 52)], margin: [SIDE, 22, SIDE, 0] }),
    footer: (page, pages) => ({
      stack: [imprint(issue, WIDTH, pageOf(page, pages))],
      margin: [SIDE, 10, SIDE, 0],
    }),
    content: [
      { text: title, bold: true, fontSize: 16, alignment: 'center', margin: [0, 0, 0, 6] },
      ...reprintMark(issue),
      ...content,
    ],
  }
}

/** To whom a letter goes, and what it is about. */
export function addressee(recipient: PaperRecipient, subject: string): PaperNode {
  return {
    stack: [
      value(
        'recipient.name',
        `به: ${quoted(recipient.name)} – شعبهٔ ${quoted(recipient.branchName)}`,
        { bold: true, fontSize: 11.5 },
      ),
      { text: [strong('موضوع: '), subject], margin: [0, 3, 0, 0] },
    ],
    margin: [0, 0, 0, 7],
  }
}

/** A paragraph of a letter. */
export function paragraph(text: string, field?: string): PaperNode {
  return {
    text,
    alignment: 'justify',
    lineHeight: 1.15,
    margin: [0, 0, 0, 7],
    ...(field !== undefined && { field }),
  }
}

/** An amount of a letter: what it is, its field, and whether it is the sum of the others. */
export type AmountRow = readonly [name: string, field: string, amount: Rial, sum?: boolean]

/** Amounts in digits and in words, with `air` points above and below each. */
export function amountTable(rows: readonly AmountRow[], air: Points): PaperNode {
  const head = ['شرح', 'مبلغ (ریال)', 'مبلغ به حروف'].map((text) => ({
    ...label(text, { bold: true }),
    fillColor: TINT,
  }))
  return {
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: [104, 96, '*'],
      body: [
        head,
        ...rows.map(([name, field, rial, sum = false]) => [
          { text: name, bold: sum },
          amountCell(field, rial, 96, { bold: sum, fontSize: 11 }),
          value(field, rialInWords(rial), { fontSize: 9.5, bold: sum }),
        ]),
      ],
    },
    layout: boxLines({ x: 5, y: air }),
    margin: [0, 0, 0, 8],
  }
}

/** Foot of a paper, never parted: who signs, for which branch, and the place of the seal. */
export function closing(issue: PaperIssue, signer = 'رئیس شعبه', gap: Points = 4): PaperNode {
  return {
    unbreakable: true,
    margin: [0, gap, 0, 0],
    columns: [
      { width: '*', text: '' },
      { width: 110, stack: [sealPlace(74)] },
      { width: 180, stack: [signatureBlock(signer, quoted(issue.branch.name))] },
    ],
    columnGap: 12,
  }
}

/** What a paper is about, at the right of the code of verification with the tracking code under it. */
export function besideCode(
  issue: PaperIssue,
  trackingCode: string,
  content: readonly PaperNode[],
): PaperNode {
  return {
    columns: [
      { width: '*', stack: content },
      {
        width: CODE_SIDE,
        alignment: 'center',
        stack: [
          verificationCode(issue.seal, CODE_SIDE),
          {
            text: ['کد رهگیری: ', strong(code(trackingCode))],
            fontSize: 9.5,
            field: 'trackingCode',
          },
          { text: address(issue.verificationUrl), fontSize: 7, field: 'issue.verificationUrl' },
        ],
      },
    ],
    columnGap: 8,
    margin: [0, 0, 0, 5],
  }
}
