import { toPersianDigits } from '#core/kernel/digits.ts'
import { dayInTehran, tehranTime } from '#core/kernel/instant.ts'
import { durationParts } from '#core/reports/report.rules.ts'
import { Deed, type DeedCounts, type ReportSheet, type Spread } from '#core/reports/report.model.ts'
import { NOTHING, ORGANISATION, code, dayText, quoted } from '../paper-words.ts'
import type {
  PaperDefinition,
  PaperNode,
  Points,
  TableCell,
} from '../persian-text/paper-definition.ts'
import { emblem } from './emblem.ts'
import { BASE_STYLE, invalidityOf, pageOf, watermarkOf } from './frame.ts'
import { ACCENT, ALERT, QUIET, TINT, boxLines, label, rule, value } from './paper-style.ts'

const MARGIN = 34
const WIDTH = 595.28 - 2 * MARGIN
const SMALL = 8.5
const BAR = 96

const DEED: Readonly<Record<Deed, string>> = {
  FILED: 'ثبت',
  ASKED: 'نقص مدارک',
  RETURNED: 'تکمیل',
  PROCESSED: 'پردازش',
  APPROVED: 'تأیید',
  REFUSED: 'رد',
  WITHDRAWN: 'انصراف',
}
const PART = { DAY: 'روز', HOUR: 'ساعت', MINUTE: 'دقیقه' } as const

/** A sheet without a number is no preview: only the kind of the office counts. */
function standing({ office }: ReportSheet) {
  return { number: 'report', officeKind: office.kind }
}

function duration(minutes: number | undefined): string {
  if (minutes === undefined) return NOTHING
  return durationParts(minutes)
    .map(([part, n]) => `${toPersianDigits(n)} ${PART[part]}`)
    .join(' و ')
}

function period({ report: { from, to } }: ReportSheet): string {
  return from === to ? `روز ${dayText(from)}` : `از ${dayText(from)} تا ${dayText(to)}`
}

function head(sheet: ReportSheet): PaperNode {
  const { office, at, clerk, report } = sheet
  const branch = `${quoted(office.province)} – ${quoted(office.branchName)} (کد ${code(office.branchCode)})`
  const when = `${dayText(dayInTehran(at))} ساعت ${code(tehranTime(at))}`
  const by = `${quoted(clerk.fullName)} (${code(clerk.clerkCode)})`
  const title = report.whose === 'MINE' ? 'گزارش کار متصدی' : 'گزارش کار شعبه'
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
              { text: title, bold: true, fontSize: 13, margin: [0, 6, 0, 0] },
              { text: period(sheet), fontSize: 10 },
              ...invalidityOf(standing(sheet)).map((text) => ({ text, color: ALERT, fontSize: 8 })),
            ],
          },
          {
            width: 90,
            alignment: 'end',
            fontSize: 8,
            color: QUIET,
            stack: [{ text: when }, value('clerk', by)],
          },
        ],
      },
      { ...rule(WIDTH, 1, ACCENT), margin: [0, 6, 0, 8] },
    ],
  }
}

const number = (n: number): TableCell => ({
  text: toPersianDigits(n),
  fontSize: SMALL,
  alignment: 'center',
})
const heading = (text: string, column: number): TableCell => ({
  ...label(text, { bold: true, ...(column === 0 ? {} : { alignment: 'center' }) }),
  fillColor: TINT,
})
const section = (text: string): PaperNode => ({
  text,
  bold: true,
  fontSize: 10.5,
  color: ACCENT,
  margin: [0, 12, 0, 4],
})

const cellsOf = (counts: DeedCounts): TableCell[] =>
  Deed.options.map((deed) => number(counts[deed]))

function table(
  heads: readonly string[],
  widths: readonly (Points | '*')[],
  rows: TableCell[][],
): PaperNode {
  return {
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths,
      body: [heads.map(heading), ...rows],
    },
    layout: boxLines({ x: 3, y: 2.4 }),
  }
}

const DEED_HEADS = Deed.options.map((deed) => DEED[deed])
const DEED_WIDTHS = Deed.options.map(() => 40)

function totals({ report }: ReportSheet): PaperNode {
  return table(
    DEED_HEADS,
    Deed.options.map(() => '*' as const),
    [cellsOf(report.totals)],
  )
}

function times({ report }: ReportSheet): PaperNode {
  const line = (name: string, spread: Spread | null): TableCell[] => [
    { text: name, fontSize: SMALL },
    number(spread?.count ?? 0),
    { text: duration(spread?.median), fontSize: SMALL },
    { text: duration(spread?.ninety), fontSize: SMALL },
  ]
  return table(
    ['زمان', 'تعداد', 'میانه', 'نود درصد تا'],
    ['*', 60, 120, 120],
    [line('از ثبت تا نخستین اقدام', report.firstAct), line('از ثبت تا تصمیم', report.decision)],
  )
}

function byKind({ report, kindNames }: ReportSheet): PaperNode {
  return table(
    ['نوع درخواست', ...DEED_HEADS, 'میانه تا تصمیم'],
    ['*', ...DEED_WIDTHS, 70],
    report.kinds.map(({ kind, counts, decision }) => [
      value('kind', kindNames[kind] ?? kind, { fontSize: SMALL }),
      ...cellsOf(counts),
      { text: duration(decision?.median), fontSize: SMALL },
    ]),
  )
}

function byClerk({ report }: ReportSheet): PaperNode {
  return table(
    ['متصدی', ...DEED_HEADS],
    ['*', ...DEED_WIDTHS],
    report.clerks.map(({ fullName, clerkCode, counts }) => [
      value('clerk', `${quoted(fullName)} (${code(clerkCode)})`, { fontSize: SMALL }),
      ...cellsOf(counts),
    ]),
  )
}

/** What was filed and what was decided of each kind, as bars with their figures. */
function chart({ report, kindNames }: ReportSheet): PaperNode {
  const most = Math.max(
    1,
    ...report.kinds.map(({ counts }) => Math.max(counts.FILED, decided(counts))),
  )
  const bar = (n: number, color: string): TableCell => {
    const w = Math.round((n / most) * BAR * 10) / 10
    if (w === 0) return { text: '' }
    return { canvas: [{ type: 'rect', x: BAR - w, y: 2, w, h: 8, color }] }
  }
  return table(
    ['نوع درخواست', 'ثبت', '', 'تصمیم', ''],
    ['*', BAR, 34, BAR, 34],
    report.kinds.map(({ kind, counts }) => [
      value('kind', kindNames[kind] ?? kind, { fontSize: SMALL }),
      bar(counts.FILED, ACCENT),
      number(counts.FILED),
      bar(decided(counts), QUIET),
      number(decided(counts)),
    ]),
  )
}

function decided({ APPROVED, REFUSED }: DeedCounts): number {
  return APPROVED + REFUSED
}

/** What a branch or a clerk did in a period, on A4; no issued paper. */
export function dayReportTemplate(sheet: ReportSheet): PaperDefinition {
  const { report } = sheet
  const isEmpty = report.kinds.length === 0
  return {
    pageSize: 'A4',
    pageMargins: [MARGIN, 30, MARGIN, 40],
    info: { title: 'گزارش کار', author: ORGANISATION, creationDate: new Date(sheet.at) },
    style: BASE_STYLE,
    ...watermarkOf(standing(sheet), 60, -40),
    footer: (page, pages) => ({
      text: `گزارش داخلی شعبه؛ سند رسمی نیست. ${pageOf(page, pages)}`,
      alignment: 'center',
      fontSize: 8,
      color: QUIET,
    }),
    content: [
      head(sheet),
      ...(isEmpty
        ? [{ text: 'در این دوره کاری ثبت نشده است.', bold: true, alignment: 'center' as const }]
        : [
            totals(sheet),
            section('زمان‌ها'),
            times(sheet),
            section('به تفکیک نوع درخواست'),
            byKind(sheet),
            section('ثبت و تصمیم'),
            chart(sheet),
            section('به تفکیک متصدی'),
            byClerk(sheet),
          ]),
    ],
  }
}
