import { toPersianDigits } from '#core/kernel/digits.ts'
import { dayInTehran, tehranTime } from '#core/kernel/instant.ts'
import type { RevocationList } from '#core/verification/revocation-list.model.ts'
import type { Revocation } from '#core/verification/verification.model.ts'
import { ORGANISATION, PAPER_KIND, code, dayText, quoted } from '../paper-words.ts'
import type { PaperDefinition, PaperNode, TableCell } from '../persian-text/paper-definition.ts'
import { emblem } from './emblem.ts'
import { BASE_STYLE, invalidityOf, pageOf, watermarkOf } from './frame.ts'
import { ACCENT, ALERT, QUIET, TINT, boxLines, label, rule, value } from './paper-style.ts'

const TITLE = 'فهرست اسناد باطل‌شده'
const MARGIN = 34
const WIDTH = 595.28 - 2 * MARGIN
const SMALL = 8.5

/** A sheet without a number is no preview: only the kind of the office counts. */
function standing({ office }: RevocationList) {
  return { number: 'list', officeKind: office.kind }
}

function head(list: RevocationList): PaperNode {
  const { office, at } = list
  const branch = `${quoted(office.province)} – ${quoted(office.branchName)} (کد ${code(office.branchCode)})`
  const when = `${dayText(dayInTehran(at))} ساعت ${code(tehranTime(at))}`
  return {
    stack: [
      {
        columns: [
          { width: 90, stack: [emblem(44)] },
          {
            width: '*',
            alignment: 'center',
            stack: [
              { text: ORGANISATION, bold: true, fontSize: 14, color: ACCENT },
              value('office', branch, { fontSize: 9 }),
              { text: TITLE, bold: true, fontSize: 13, margin: [0, 6, 0, 0] },
              ...invalidityOf(standing(list)).map((text) => ({ text, color: ALERT, fontSize: 8 })),
            ],
          },
          { width: 90, text: when, fontSize: 8.5, color: QUIET, alignment: 'end' },
        ],
      },
      { ...rule(WIDTH, 1, ACCENT), margin: [0, 6, 0, 8] },
    ],
  }
}

function rowCells(row: Revocation, index: number): TableCell[] {
  const small = { fontSize: SMALL }
  return [
    { text: toPersianDigits(index + 1), ...small, alignment: 'center' },
    value('revocations.number', code(row.number), small),
    value('revocations.kind', PAPER_KIND[row.kind] ?? code(row.kind), small),
    value('revocations.issuedOn', dayText(row.issuedOn), small),
    value('revocations.revokedAt', dayText(dayInTehran(row.revokedAt)), small),
    value('revocations.reason', quoted(row.reason), small),
  ]
}

function table({ revocations }: RevocationList): PaperNode {
  if (revocations.length === 0)
    return { text: 'تا این روز سندی باطل نشده است.', bold: true, alignment: 'center' }
  const heads = ['ردیف', 'شمارهٔ سند', 'سند', 'صدور', 'ابطال', 'دلیل']
  return {
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: [24, 92, 88, 52, 52, '*'],
      body: [
        heads.map((text) => ({ ...label(text, { bold: true }), fillColor: TINT })),
        ...revocations.map(rowCells),
      ],
    },
    layout: boxLines({ x: 3, y: 2.4 }),
  }
}

/** The papers of an office that nobody may rely on any more, newest first, on A4; no issued paper itself. */
export function revocationListTemplate(list: RevocationList): PaperDefinition {
  return {
    pageSize: 'A4',
    pageMargins: [MARGIN, 30, MARGIN, 40],
    info: { title: TITLE, author: ORGANISATION, creationDate: new Date(list.at) },
    style: BASE_STYLE,
    ...watermarkOf(standing(list), 60, -40),
    footer: (page, pages) => ({
      text: pageOf(page, pages),
      alignment: 'center',
      fontSize: 8,
      color: QUIET,
    }),
    content: [
      head(list),
      {
        text: 'سندهای زیر را این شعبه صادر کرده و سپس باطل کرده است؛ به آن‌ها ترتیب اثر داده نمی‌شود.',
        margin: [0, 0, 0, 6],
      },
      table(list),
    ],
  }
}
