import type { PaperIssue } from '#core/certificates/paper-issue.model.ts'
import { ORGANISATION, code, dayText } from '../paper-words.ts'
import type { PaperDefinition, PaperNode } from '../persian-text/paper-definition.ts'
import {
  BASE_STYLE,
  imprint,
  infoOf,
  invalidityOf,
  letterhead,
  pageOf,
  reprintMark,
  watermarkOf,
} from './frame.ts'
import { ALERT, HAIRLINE, QUIET, rule } from './paper-style.ts'

const SIDE = 26
/** Room between the margins of a landscape A4 sheet, in points. */
export const WIDE_WIDTH = 841.89 - 2 * SIDE

/** Which paper a further page belongs to; the whole head stands on the first page only. */
function runningHead(issue: PaperIssue, title: string): PaperNode {
  return {
    fontSize: 8,
    color: QUIET,
    margin: [SIDE, 16, SIDE, 0],
    stack: [
      {
        columns: [
          { width: '*', text: `${ORGANISATION} – ${title}` },
          {
            width: 'auto',
            text: invalidityOf(issue).join('، '),
            color: ALERT,
            alignment: 'center',
          },
          {
            width: '*',
            text: `شماره: ${issue.number === null ? '—' : code(issue.number)} – تاریخ: ${dayText(issue.day)}`,
            alignment: 'end',
            field: 'issue.number',
          },
        ],
        columnGap: 8,
        margin: [0, 0, 0, 2],
      },
      rule(WIDE_WIDTH, 0.5, HAIRLINE),
    ],
  }
}

/** A landscape A4 statement of many rows: the whole head on its first page, a line of it on the others. */
export function wideSheet(
  issue: PaperIssue,
  title: string,
  content: readonly PaperNode[],
): PaperDefinition {
  return {
    pageSize: 'A4',
    pageOrientation: 'landscape',
    pageMargins: [SIDE, 38, SIDE, 46],
    info: infoOf(issue, title),
    style: { ...BASE_STYLE, fontSize: 8.5 },
    ...watermarkOf(issue, 70, -32),
    header: (page) => (page === 1 ? { text: '' } : runningHead(issue, title)),
    footer: (page, pages) => ({
      stack: [imprint(issue, WIDE_WIDTH, pageOf(page, pages))],
      margin: [SIDE, 8, SIDE, 0],
    }),
    content: [
      { stack: [letterhead(issue, WIDE_WIDTH, 46)], margin: [0, -16, 0, 6] },
      { text: title, bold: true, fontSize: 14, alignment: 'center', margin: [0, 0, 0, 4] },
      ...reprintMark(issue),
      ...content,
    ],
  }
}
