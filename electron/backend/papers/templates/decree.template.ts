import type { DecreePaper, HeirShare, PaperArrears } from '#core/certificates/decree.model.ts'
import { toPersianDigits } from '#core/kernel/digits.ts'
import { jalaliMonthName } from '#core/kernel/day.ts'
import { rialInWords } from '#core/kernel/words.ts'
import {
  DECREE_NOTICE,
  DECREE_TITLE,
  NOTHING,
  PENSION_TYPE,
  RELATION,
  amount,
  branchText,
  code,
  codeOrNothing,
  count,
  dayText,
  quoted,
  quotedOrNothing,
  shareText,
} from '../paper-words.ts'
import type { PaperDefinition, PaperNode, TableCell } from '../persian-text/paper-definition.ts'
import { fact, factTable, nameFact, wide } from './fact-table.ts'
import type { Fact } from './fact-table.ts'
import { besideCode, closing, letter } from './letter.ts'
import {
  ALERT,
  QUIET,
  TINT,
  amountCell,
  boxLines,
  label,
  sizeOfAmount,
  strong,
  value,
} from './paper-style.ts'

const YEARLY_BASIS = 'مواد ۹۶ و ۱۱۱ قانون تأمین اجتماعی'
const RETIREMENT_FORMULA =
  'متوسط مزد × سال‌های پرداخت حق بیمه ÷ ۳۰، حداکثر ۳۵ سی‌ام متوسط مزد (مادهٔ ۷۷ قانون تأمین اجتماعی)'

const spaced = (node: PaperNode): PaperNode => ({ stack: [node], margin: [0, 0, 0, 7] })

/** Number, year, month and days of the decree, under its title. */
function decreeHead(paper: DecreePaper): PaperNode {
  const cells: readonly (readonly [name: string, field: string, text: string])[] = [
    ['شمارهٔ حکم', 'decreeNumber', code(paper.decreeNumber)],
    ['سال', 'year', toPersianDigits(paper.year)],
    ['ماه', 'month', jalaliMonthName(paper.month)],
    ['تاریخ حکم', 'decidedOn', dayText(paper.decidedOn)],
    ['تاریخ اجرا', 'effectiveOn', dayText(paper.effectiveOn)],
  ]
  return spaced({
    table: {
      widths: ['*', 50, 70, 90, 90],
      body: [
        cells.map(([name, field, text]) => ({
          stack: [
            label(name, { alignment: 'center' }),
            value(field, text, { bold: true, alignment: 'center' }),
          ],
          fillColor: TINT,
        })),
      ],
    },
    layout: boxLines({ x: 4, y: 2 }),
  })
}

/** Which decree of the year this one took the place of, or lost it to. */
function place({ replaces, replacedBy }: DecreePaper): PaperNode[] {
  const line = (words: readonly [string, string], field: string, number: string): PaperNode => ({
    text: [words[0], strong(code(number)), words[1]],
    field,
    alignment: 'center',
    margin: [0, -2, 0, 6],
  })
  return [
    ...(replaces === null
      ? []
      : [line(['این حکم جایگزین حکم شمارهٔ ', ' همین سال است.'], 'replaces', replaces)]),
    ...(replacedBy === null
      ? []
      : [
          {
            ...line(
              ['حکم شمارهٔ ', ' جای این حکم را گرفته است و این حکم ملاک پرداخت نیست.'],
              'replacedBy',
              replacedBy,
            ),
            color: ALERT,
          },
        ]),
  ]
}

function identity(paper: DecreePaper): Fact[] {
  const { person, owner } = paper
  return [
    nameFact(person),
    ...(owner === null
      ? []
      : [wide(fact('بیمه‌شدهٔ متوفی', 'owner.fullName', quoted(owner.fullName)))]),
    fact('نام پدر', 'person.fatherName', quotedOrNothing(person.fatherName)),
    fact('تاریخ تولد', 'person.birthDay', dayText(person.birthDay)),
    fact('کد ملی', 'person.nationalId', code(person.nationalId)),
    fact('شمارهٔ بیمه', 'insuranceNumber', codeOrNothing(paper.insuranceNumber)),
    fact('شمارهٔ مستمری', 'pensionNumber', code(paper.pensionNumber)),
    fact('نوع مستمری', 'pensionType', PENSION_TYPE[paper.pensionType]),
    fact('تاریخ برقراری', 'establishedOn', dayText(paper.establishedOn)),
    fact('شعبه', 'branch', branchText(paper.branch)),
  ]
}

function record(paper: DecreePaper): Fact[] {
  const days = paper.contributionDays === null ? NOTHING : `${count(paper.contributionDays)} روز`
  const wage = paper.averageWage === null ? NOTHING : `${amount(paper.averageWage)} ریال`
  return [
    fact('سابقهٔ پرداخت', 'contributionDays', days),
    fact('متوسط مزد', 'averageWage', wage),
    ...(paper.pensionType === 'RETIREMENT'
      ? [wide(fact('شیوهٔ محاسبه', 'pensionType', RETIREMENT_FORMULA, { fontSize: 9 }))]
      : []),
    ...(paper.proportional
      ? [wide(fact('یادآوری', 'proportional', 'این مستمری متناسب با سنوات پرداخت حق بیمه است.'))]
      : []),
  ]
}

function lines(paper: DecreePaper): PaperNode {
  const head = ['اقلام مستمری', 'پیش از افزایش (ریال)', 'پس از افزایش (ریال)'].map((text) => ({
    ...label(text, { bold: true }),
    fillColor: TINT,
  }))
  return spaced({
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: ['*', 130, 130],
      body: [
        head,
        ...paper.lines.map((line): TableCell[] => [
          value('lines.title', quoted(line.title)),
          amountCell('lines.before', line.before, 130, { fontSize: 10 }),
          amountCell('lines.after', line.after, 130, { fontSize: 10 }),
        ]),
        [
          { text: 'جمع مستمری پرونده', bold: true, fillColor: TINT },
          {
            ...amountCell('totalBefore', paper.totalBefore, 130, { bold: true, fontSize: 10 }),
            fillColor: TINT,
          },
          {
            ...amountCell('totalAfter', paper.totalAfter, 130, { bold: true, fontSize: 10 }),
            fillColor: TINT,
          },
        ],
      ],
    },
    layout: boxLines({ x: 6, y: 1.6 }),
  })
}

function payable(paper: DecreePaper): PaperNode {
  const name = paper.heirs.length === 0 ? 'مستمری ماهانهٔ قابل پرداخت' : 'سهم ماهانهٔ قابل پرداخت'
  const row = (title: string, field: string, rial: DecreePaper['payable'], bold: boolean) => [
    { text: title, bold },
    value(field, `${amount(rial)} ریال`, {
      bold,
      fontSize: sizeOfAmount(rial, 70, bold ? 10.5 : 10),
    }),
    value(field, rialInWords(rial), { fontSize: 8, bold }),
  ]
  return spaced({
    unbreakable: true,
    table: {
      widths: [106, 98, '*'],
      body: [
        row('جمع پس از افزایش', 'totalAfter', paper.totalAfter, false),
        ...(paper.ownAfter === null
          ? []
          : [row('سهم نام‌برده از این حکم', 'ownAfter', paper.ownAfter, false)]),
        row(name, 'payable', paper.payable, true),
      ],
    },
    layout: boxLines({ x: 6, y: 2.2 }),
  })
}

function heirRow(heir: HeirShare): TableCell[] {
  const bold = heir.own
  return [
    value('heirs.fullName', quoted(heir.fullName), { bold }),
    value('heirs.relation', RELATION[heir.relation], { bold }),
    value('heirs.shareBp', shareText(heir.shareBp), { bold }),
    value('heirs.amount', heir.amount === null ? NOTHING : amount(heir.amount), { bold }),
    value('heirs.until', dayText(heir.until), { bold }),
  ].map((cell) => (heir.own ? { ...cell, fillColor: TINT } : cell))
}

function heirs(paper: DecreePaper): PaperNode[] {
  if (paper.heirs.length === 0) return []
  const head = ['بازماندگان', 'نسبت', 'سهم', 'مبلغ ماهانه (ریال)', 'تا تاریخ'].map((text) => ({
    ...label(text, { bold: true }),
    fillColor: TINT,
  }))
  return [
    {
      table: {
        headerRows: 1,
        keepWithHeaderRows: 1,
        dontBreakRows: true,
        widths: ['*', 60, 50, 110, 76],
        body: [head, ...paper.heirs.map(heirRow)],
      },
      layout: boxLines({ x: 6, y: 1.4 }),
      margin: [0, 0, 0, 2],
    },
    {
      text: 'در این نسخه تنها مبلغ سهم نام‌برده درج شده است.',
      fontSize: 8,
      color: QUIET,
      margin: [0, 0, 0, 4],
    },
  ]
}

function arrearsText({ monthly, months, from, to, sum, overpaid }: PaperArrears): string {
  const monthText = (month: PaperArrears['from']) =>
    `${jalaliMonthName(month.month)} ${toPersianDigits(month.year)}`
  const span = `از ${monthText(from)} تا ${monthText(to)} (${toPersianDigits(months)} ماه)`
  const what = overpaid ? 'برآورد بیش‌پرداخت پرونده' : 'برآورد معوقهٔ پرونده'
  return `${what}: ماهانه ${amount(monthly)} ریال ${span}، جمعاً ${amount(sum)} ریال؛ مبلغ قطعی با شعبه است.`
}

/** What came late, as an estimate that binds nobody. */
function arrears(paper: DecreePaper): PaperNode[] {
  return paper.arrears.map((step) => ({
    ...value('arrears', arrearsText(step)),
    fontSize: 9,
    margin: [0, 0, 0, 3],
  }))
}

/** What the centre's data leave in doubt, under the figures that it concerns. */
function notices(paper: DecreePaper): PaperNode[] {
  return paper.notices.map((notice) => ({
    text: [strong('توضیح: '), DECREE_NOTICE[notice]],
    fontSize: 9,
    color: ALERT,
    margin: [0, 0, 0, 3],
  }))
}

function basisOf({ basis, decreeKind }: DecreePaper): string {
  if (basis !== null) return quoted(basis)
  return decreeKind === 'ESTABLISHMENT' ? NOTHING : YEARLY_BASIS
}

/** حکم مستمری: the decree of a year, before and after the increase, on A4 (domain brief §4.5). */
export function decreeTemplate(paper: DecreePaper): PaperDefinition {
  const until = paper.issue.validUntil
  return letter(paper.issue, DECREE_TITLE[paper.decreeKind], [
    decreeHead(paper),
    ...place(paper),
    besideCode(paper.issue, paper.trackingCode, [
      factTable({
        widths: [72, '*', 68, '*'],
        facts: [...identity(paper), ...record(paper)],
        padding: { x: 4, y: 2.2 },
      }),
    ]),
    lines(paper),
    payable(paper),
    ...heirs(paper),
    ...arrears(paper),
    ...notices(paper),
    {
      text: [
        strong('مبنای قانونی: '),
        { text: basisOf(paper), field: 'basis' },
        until === null
          ? paper.replacedBy === null
            ? '. این حکم تا صدور حکم بعدی معتبر است.'
            : '.'
          : `. این حکم تا پایان روز ${dayText(until)} معتبر است.`,
      ],
      alignment: 'justify',
    },
    closing(paper.issue, 'مقام مجاز صدور حکم', paper.heirs.length === 0 ? 8 : 3),
  ])
}
