import type { SalaryCertificate } from '#core/certificates/salary-certificate.model.ts'
import { toPersianDigits } from '#core/kernel/digits.ts'
import {
  PENSION_TYPE,
  branchText,
  code,
  codeOrNothing,
  dayText,
  monthText,
  quoted,
} from '../paper-words.ts'
import type { PaperDefinition, PaperNode } from '../persian-text/paper-definition.ts'
import { fact, factTable, identityFacts, nameFact } from './fact-table.ts'
import { addressee, amountTable, besideCode, closing, letter, paragraph } from './letter.ts'
import { TINT, amountCell, boxLines, label, value } from './paper-style.ts'

const TITLE = 'گواهی حقوق'
/** What the centre does not tell of a commitment. */
const UNTOLD = 'نامعلوم'

function facts(paper: SalaryCertificate): PaperNode {
  return factTable({
    widths: [76, '*', 72, '*'],
    facts: [
      nameFact(paper.person),
      ...identityFacts(paper.person),
      fact('شمارهٔ بیمه', 'insuranceNumber', codeOrNothing(paper.insuranceNumber)),
      fact('شمارهٔ مستمری', 'pensionNumber', code(paper.pensionNumber)),
      fact('نوع مستمری', 'pensionType', PENSION_TYPE[paper.pensionType]),
      fact('تاریخ برقراری', 'establishedOn', dayText(paper.establishedOn)),
      fact('شعبهٔ پرداخت', 'branch', branchText(paper.branch)),
    ],
    padding: { x: 4, y: 4 },
  })
}

function commitments({ commitments: rows }: SalaryCertificate): PaperNode[] {
  if (rows === null) return []
  if (rows.length === 0) {
    return [{ text: 'تعهد کسر اقساط جاری: ندارد.', margin: [0, 0, 0, 8] }]
  }
  const head = ['تعهد کسر اقساط به نفع', 'مبلغ هر قسط (ریال)', 'اقساط مانده'].map((text) => ({
    ...label(text, { bold: true }),
    fillColor: TINT,
  }))
  return [
    {
      table: {
        headerRows: 1,
        keepWithHeaderRows: 1,
        dontBreakRows: true,
        widths: ['*', 120, 80],
        body: [
          head,
          ...rows.map((row) => [
            value(
              'commitments.recipientName',
              row.recipientName === null ? UNTOLD : quoted(row.recipientName),
            ),
            row.instalment === null
              ? value('commitments.instalment', UNTOLD)
              : amountCell('commitments.instalment', row.instalment, 120, { fontSize: 10 }),
            value(
              'commitments.remainingCount',
              row.remainingCount === null ? UNTOLD : toPersianDigits(row.remainingCount),
            ),
          ]),
        ],
      },
      layout: boxLines({ x: 5, y: 3 }),
      margin: [0, 0, 0, 8],
    },
  ]
}

function declaration({ issue, recipient }: SalaryCertificate): PaperNode {
  const validity =
    issue.validUntil === null
      ? ''
      : ` اعتبار این گواهی تا پایان روز ${dayText(issue.validUntil)} است.`
  return paragraph(
    `این گواهی به درخواست نام‌برده و فقط برای ارائه به ${quoted(recipient.name)} – شعبهٔ ` +
      `${quoted(recipient.branchName)} صادر شده است، برای مرجع دیگری معتبر نیست، ضمانت‌نامه به شمار نمی‌آید و ` +
      `هیچ‌گونه تعهدی برای سازمان تأمین اجتماعی ایجاد نمی‌کند.${validity}`,
    'recipient.branchName',
  )
}

/** گواهی حقوق / گواهی مستمری: one A4 letter to one recipient (domain brief §4.1). */
export function salaryCertificateTemplate(paper: SalaryCertificate): PaperDefinition {
  return letter(paper.issue, TITLE, [
    addressee(paper.recipient, TITLE),
    paragraph(
      `با سلام و احترام؛ به استحضار می‌رساند بر پایهٔ پروندهٔ مستمری، مشخصات و حقوق نام‌بردهٔ زیر در ${monthText(paper.period)} به این شرح است:`,
    ),
    besideCode(paper.issue, paper.trackingCode, [facts(paper)]),
    amountTable(
      [
        ['مستمری ماهانه (ناخالص)', 'gross', paper.gross],
        ['جمع کسورات', 'deductions', paper.deductions],
        ['خالص پرداختی', 'net', paper.net, true],
      ],
      4,
    ),
    ...commitments(paper),
    declaration(paper),
    closing(paper.issue, 'رئیس شعبه', 18),
  ])
}
