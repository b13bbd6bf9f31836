import type { SalaryCertificate } from '#core/certificates/salary-certificate.model.ts'
import { toPersianDigits } from '#core/kernel/digits.ts'
import { formatRial } from '#core/kernel/rial.ts'
import type { Rial } from '#core/kernel/rial.ts'
import { rialInWords } from '#core/kernel/words.ts'
import { NOTHING, PENSION_TYPE, address, code, dayText, monthText, quoted } from '../paper-words.ts'
import type { PaperDefinition, PaperNode, TableCell } from '../persian-text/paper-definition.ts'
import { verificationText } from '../verification.ts'
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
import { TINT, boxLines, label, rowLines, strong, value } from './paper-style.ts'

const TITLE = 'گواهی حقوق'
const SIDE = 46
const WIDTH = 595.28 - 2 * SIDE

function addressee({ recipient }: SalaryCertificate): PaperNode {
  return {
    stack: [
      value(
        'recipient.name',
        `به: ${quoted(recipient.name)} – شعبهٔ ${quoted(recipient.branchName)}`,
        { bold: true, fontSize: 11.5 },
      ),
      { text: [strong('موضوع: '), TITLE], margin: [0, 3, 0, 0] },
    ],
    margin: [0, 0, 0, 8],
  }
}

/** Facts two by two in reading order: label, value, label, value. */
function factRows(facts: readonly (readonly [string, TableCell])[]): TableCell[][] {
  const rows: TableCell[][] = []
  for (let i = 0; i < facts.length; i += 2) {
    const cells = [facts[i], facts[i + 1]].map((fact) => fact ?? (['', { text: '' }] as const))
    rows.push(cells.flatMap(([name, cell]) => [label(name), cell]))
  }
  return rows
}

function facts(paper: SalaryCertificate): PaperNode {
  const { person } = paper
  const certificate = person.birthCertificateNumber
  const wide = (name: string, cell: TableCell): TableCell[] => [
    label(name),
    { ...cell, colSpan: 3 },
    { text: '' },
    { text: '' },
  ]
  return {
    table: {
      widths: [86, '*', 92, '*'],
      body: [
        wide(
          'نام و نام خانوادگی',
          value('person.fullName', quoted(person.fullName), { bold: true, fontSize: 11 }),
        ),
        ...factRows([
          ['نام پدر', value('person.fatherName', quoted(person.fatherName ?? NOTHING))],
          ['کد ملی', value('person.nationalId', code(person.nationalId))],
          [
            'شمارهٔ شناسنامه',
            value('person.birthCertificateNumber', certificate ? code(certificate) : NOTHING),
          ],
          [
            'محل صدور',
            value('person.birthCertificatePlace', quoted(person.birthCertificatePlace ?? NOTHING)),
          ],
          ['تاریخ تولد', value('person.birthDay', dayText(person.birthDay))],
          [
            'شمارهٔ بیمه',
            value('insuranceNumber', paper.insuranceNumber ? code(paper.insuranceNumber) : NOTHING),
          ],
          ['شمارهٔ مستمری', value('pensionNumber', code(paper.pensionNumber))],
          ['نوع مستمری', value('pensionType', PENSION_TYPE[paper.pensionType])],
          ['تاریخ برقراری', value('establishedOn', dayText(paper.establishedOn))],
          [
            'شعبهٔ پرداخت‌کننده',
            value('branch', `${quoted(paper.branch.name)} (کد ${code(paper.branch.code)})`),
          ],
        ]),
      ],
    },
    layout: rowLines({ x: 4, y: 3.8 }),
    margin: [0, 0, 0, 10],
  }
}

function amounts(paper: SalaryCertificate): PaperNode {
  const head = ['شرح', 'مبلغ (ریال)', 'مبلغ به حروف'].map((text) => ({
    ...label(text, { bold: true }),
    fillColor: TINT,
  }))
  const row = (name: string, field: string, amount: Rial, strong: boolean): TableCell[] => [
    { text: name, bold: strong },
    value(field, code(formatRial(amount)), { bold: strong, fontSize: 11, noWrap: true }),
    value(field, rialInWords(amount), { fontSize: 9.5, bold: strong }),
  ]
  return {
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: [104, 104, '*'],
      body: [
        head,
        row('مستمری ماهانه (ناخالص)', 'gross', paper.gross, false),
        row('جمع کسورات', 'deductions', paper.deductions, false),
        row('خالص پرداختی', 'net', paper.net, true),
      ],
    },
    layout: boxLines({ x: 5, y: 3.6 }),
    margin: [0, 0, 0, 8],
  }
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
        dontBreakRows: true,
        widths: ['*', 120, 80],
        body: [
          head,
          ...rows.map((row) => [
            value('commitments.recipientName', quoted(row.recipientName)),
            value('commitments.instalment', code(formatRial(row.instalment))),
            value('commitments.remainingCount', toPersianDigits(row.remainingCount)),
          ]),
        ],
      },
      layout: boxLines({ x: 5, y: 3 }),
      margin: [0, 0, 0, 8],
    },
  ]
}

function declaration(paper: SalaryCertificate): PaperNode {
  const { issue, recipient } = paper
  const validity =
    issue.validUntil === null
      ? ''
      : ` اعتبار این گواهی تا پایان روز ${dayText(issue.validUntil)} است.`
  return {
    text:
      `این گواهی به درخواست نام‌برده و فقط برای ارائه به ${quoted(recipient.name)} – شعبهٔ ` +
      `${quoted(recipient.branchName)} صادر شده است، برای مرجع دیگری معتبر نیست، ضمانت‌نامه به شمار نمی‌آید و ` +
      `هیچ‌گونه تعهدی برای سازمان تأمین اجتماعی ایجاد نمی‌کند.${validity}`,
    alignment: 'justify',
    lineHeight: 1.15,
    field: 'recipient.branchName',
  }
}

function closing(paper: SalaryCertificate): PaperNode {
  const text = verificationText(paper)
  return {
    unbreakable: true,
    margin: [0, 14, 0, 0],
    columns: [
      {
        width: '*',
        stack: [signatureBlock('رئیس شعبه', quoted(paper.issue.branch.name))],
      },
      { width: '*', stack: [sealPlace(78)] },
      {
        width: 150,
        alignment: 'center',
        stack: [
          verificationCode(text, 2.2),
          {
            text: ['کد رهگیری: ', strong(code(paper.trackingCode))],
            fontSize: 9.5,
            field: 'trackingCode',
          },
          {
            text: address(paper.issue.verificationUrl),
            fontSize: 7,
            field: 'issue.verificationUrl',
          },
        ],
      },
    ],
  }
}

/** گواهی حقوق / گواهی مستمری: one A4 letter to one recipient (domain brief §4.1). */
export function salaryCertificateTemplate(paper: SalaryCertificate): PaperDefinition {
  const { issue } = paper
  return {
    pageSize: 'A4',
    pageMargins: [SIDE, 112, SIDE, 62],
    info: infoOf(issue, TITLE),
    style: BASE_STYLE,
    ...watermarkOf(issue, 62, -52),
    header: () => ({ stack: [letterhead(issue, WIDTH, 52)], margin: [SIDE, 26, SIDE, 0] }),
    footer: (page, pages) => ({
      stack: [imprint(issue, WIDTH, pageOf(page, pages))],
      margin: [SIDE, 12, SIDE, 0],
    }),
    content: [
      { text: TITLE, bold: true, fontSize: 16, alignment: 'center', margin: [0, 2, 0, 8] },
      ...reprintMark(issue),
      addressee(paper),
      {
        text: `با سلام و احترام؛ به استحضار می‌رساند بر پایهٔ پروندهٔ مستمری، مشخصات و حقوق نام‌بردهٔ زیر در ${monthText(paper.period)} به این شرح است:`,
        alignment: 'justify',
        lineHeight: 1.15,
        margin: [0, 0, 0, 8],
      },
      facts(paper),
      amounts(paper),
      ...commitments(paper),
      declaration(paper),
      closing(paper),
    ],
  }
}
