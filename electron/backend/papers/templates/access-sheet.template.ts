import type { AccessRow, AccessSheet } from '#core/certificates/access-sheet.model.ts'
import { toPersianDigits } from '#core/kernel/digits.ts'
import { dayInTehran, tehranTime } from '#core/kernel/instant.ts'
import {
  DEED,
  NOTHING,
  PRESENCE,
  address,
  code,
  count,
  dayText,
  quoted,
  quotedOrNothing,
} from '../paper-words.ts'
import type { PaperDefinition, PaperNode, TableCell } from '../persian-text/paper-definition.ts'
import { fact, factTable, identityFacts, nameFact, wide } from './fact-table.ts'
import { besideCode, closing, letter } from './letter.ts'
import { TINT, boxLines, label, value } from './paper-style.ts'

const TITLE = 'چه کسی پروندهٔ مرا دیده است'
const SMALL = 8.5

/** What was shown in the clear, by the names of the fields. */
const FIELD: Readonly<Record<string, string>> = {
  MOBILE: 'شمارهٔ تلفن همراه',
  ACCOUNT: 'شمارهٔ حساب',
  IBAN: 'شمارهٔ شبا',
}

/** A paper's number, a tracking code, or a field in words. */
function objectText({ object }: AccessRow): string {
  const field = object === null ? undefined : FIELD[object]
  return field ?? quotedOrNothing(object)
}

function subject(paper: AccessSheet): PaperNode {
  const period =
    paper.from === null
      ? `از آغاز تا ${dayText(paper.issue.day)}`
      : `از ${dayText(paper.from)} تا ${dayText(paper.issue.day)}`
  return factTable({
    widths: [76, '*', 72, '*'],
    facts: [
      nameFact(paper.person),
      ...identityFacts(paper.person),
      wide(fact('دورهٔ گزارش', 'from', period, { bold: true })),
    ],
    padding: { x: 4, y: 4.6 },
  })
}

function rowCells(row: AccessRow, index: number): TableCell[] {
  const small = { fontSize: SMALL }
  return [
    { text: toPersianDigits(index + 1), ...small, alignment: 'center' },
    value('rows.at', dayText(dayInTehran(row.at)), small),
    value('rows.at', code(tehranTime(row.at)), small),
    value('rows.deed', DEED[row.deed], { ...small, bold: row.deed === 'REFUSED' }),
    value('rows.object', objectText(row), small),
    value('rows.presence', row.presence === null ? NOTHING : PRESENCE[row.presence], small),
    value('rows.clerkCode', code(row.clerkCode), small),
    value('rows.workstation', row.workstation === null ? NOTHING : address(row.workstation), small),
  ]
}

function trail({ rows }: AccessSheet): PaperNode {
  if (rows.length === 0) {
    return {
      text: 'در این دوره کسی در این شعبه پروندهٔ نام‌برده را باز نکرده است.',
      bold: true,
      fontSize: 11,
      alignment: 'center',
      margin: [0, 24, 0, 24],
    }
  }
  const heads = ['ردیف', 'روز', 'ساعت', 'چه شد', 'موضوع', 'به چه حقی', 'کد متصدی', 'میز']
  return {
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: [20, 50, 28, 80, '*', 80, 44, 50],
      body: [
        heads.map((text) => ({ ...label(text, { bold: true }), fillColor: TINT })),
        ...rows.map(rowCells),
      ],
    },
    layout: boxLines({ x: 3, y: 2.2 }),
    margin: [0, 0, 0, 7],
  }
}

/** «چه کسی پروندهٔ مرا دیده است»: the trail of a file in this office, newest first, on A4. */
export function accessSheetTemplate(paper: AccessSheet): PaperDefinition {
  const { issue } = paper
  return letter(issue, TITLE, [
    besideCode(issue, paper.trackingCode, [subject(paper)]),
    trail(paper),
    {
      text:
        `شمار رویدادها: ${count(paper.rows.length)}. این برگه به درخواست نام‌برده صادر شده است و دسترسی‌های ثبت‌شده در ` +
        `${quoted(issue.branch.name)} را نشان می‌دهد؛ متصدیان با کد شناخته می‌شوند و هویت آنان نزد رئیس شعبه است.`,
      alignment: 'justify',
      fontSize: 9,
      field: 'issue.branch.name',
    },
    closing(issue),
  ])
}
