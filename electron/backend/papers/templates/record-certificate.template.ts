import type { RecordCertificate } from '#core/certificates/record-certificate.model.ts'
import { toPersianDigits } from '#core/kernel/digits.ts'
import {
  NOTHING,
  RECORD_SCOPE,
  RECORD_TYPE,
  branchText,
  code,
  count,
  dayText,
  monthText,
  quoted,
} from '../paper-words.ts'
import type { PaperDefinition, PaperNode, TableCell } from '../persian-text/paper-definition.ts'
import { fact, factTable, identityFacts, nameFact, wide } from './fact-table.ts'
import { addressee, besideCode, closing, letter, paragraph } from './letter.ts'
import { TINT, boxLines, label, value } from './paper-style.ts'
import { recordTotals } from './record-totals.ts'

const TITLE = 'گواهی سابقهٔ پرداخت حق بیمه'

function facts(paper: RecordCertificate): PaperNode {
  const numbers = paper.insuranceNumbers.map((number) => code(number)).join('، ')
  return factTable({
    widths: [76, '*', 72, '*'],
    facts: [
      nameFact(paper.person),
      ...identityFacts(paper.person),
      fact('شعبهٔ پرونده', 'branch', branchText(paper.branch)),
      wide(fact('شمارهٔ بیمه', 'insuranceNumbers', numbers)),
    ],
    padding: { x: 4, y: 4.6 },
  })
}

function sorts({ sorts: rows }: RecordCertificate): PaperNode {
  if (rows.length === 0) {
    return paragraph('در سوابق نام‌برده روزی با پرداخت حق بیمه ثبت نشده است.')
  }
  const head = ['نوع سابقه', 'از سال', 'تا سال', 'روزهای ثبت‌شده'].map((text) => ({
    ...label(text, { bold: true }),
    fillColor: TINT,
  }))
  return {
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: ['*', 80, 80, 110],
      body: [
        head,
        ...rows.map((row): TableCell[] => [
          value('sorts.recordType', RECORD_TYPE[row.recordType]),
          value('sorts.firstYear', toPersianDigits(row.firstYear)),
          value('sorts.lastYear', toPersianDigits(row.lastYear)),
          value('sorts.days', count(row.days)),
        ]),
      ],
    },
    layout: boxLines({ x: 6, y: 2.6 }),
    margin: [0, 0, 0, 9],
  }
}

function lastWorkshop({ lastWorkshop: last }: RecordCertificate): PaperNode {
  const text =
    last === null
      ? NOTHING
      : `${last.name === null ? '' : `${quoted(last.name)} – `}کد کارگاه ${code(last.code)} – ${monthText(last.month)}`
  return {
    stack: [
      factTable({
        widths: [140, '*'],
        facts: [fact('آخرین کارگاه و آخرین ماه آن', 'lastWorkshop', text)],
      }),
    ],
    margin: [0, 0, 0, 9],
  }
}

/** گواهی سابقه برای مرجع: what is declared of a record to one institution (domain brief §3.4). */
export function recordCertificateTemplate(paper: RecordCertificate): PaperDefinition {
  const { issue, recipient } = paper
  const validity =
    issue.validUntil === null
      ? ''
      : ` اعتبار این گواهی تا پایان روز ${dayText(issue.validUntil)} است.`
  return letter(issue, TITLE, [
    addressee(recipient, TITLE),
    paragraph(
      `با سلام و احترام؛ به استحضار می‌رساند سابقهٔ نام‌بردهٔ زیر (${RECORD_SCOPE[paper.totals.scope]}) بر پایهٔ اطلاعات ثبت‌شده تا ${dayText(paper.totals.asOf)} به این شرح است:`,
    ),
    besideCode(issue, paper.trackingCode, [facts(paper)]),
    recordTotals(paper.totals),
    sorts(paper),
    lastWorkshop(paper),
    paragraph(
      `نام‌برده در تاریخ ${dayText(paper.acceptedOn)} سوابق خود را دیده و درستی آن را پذیرفته است. روزهای هم‌زمان در جمع ` +
        'سابقه یک بار شمرده می‌شود. سوابق ماه‌های پایانی ممکن است هنوز ثبت نشده باشد.',
    ),
    paragraph(
      `این گواهی به درخواست نام‌برده و فقط برای ارائه به ${quoted(recipient.name)} – شعبهٔ ${quoted(recipient.branchName)} ` +
        `صادر شده است و برای مرجع دیگری معتبر نیست.${validity}`,
      'recipient.branchName',
    ),
    closing(issue, 'رئیس شعبه', 14),
  ])
}
