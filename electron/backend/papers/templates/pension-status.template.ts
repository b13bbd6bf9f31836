import type { PensionStatusPaper, StatedPension } from '#core/certificates/pension-status.model.ts'
import {
  PENSION_STATUS,
  PENSION_TYPE,
  RELATION,
  branchText,
  code,
  count,
  dayText,
  quoted,
  quotedOrNothing,
  shareText,
} from '../paper-words.ts'
import type { PaperDefinition, PaperNode } from '../persian-text/paper-definition.ts'
import { fact, factTable, identityFacts, nameFact, wide } from './fact-table.ts'
import { besideCode, closing, letter, paragraph } from './letter.ts'
import { ALERT, TINT, boxLines, strong, value } from './paper-style.ts'

const TITLE = 'گواهی وضعیت مستمری'

function subject(paper: PensionStatusPaper): PaperNode {
  return factTable({
    widths: [76, '*', 72, '*'],
    facts: [
      nameFact(paper.person),
      ...identityFacts(paper.person),
      fact('داده تا', 'asOf', dayText(paper.asOf)),
    ],
    padding: { x: 4, y: 4.6 },
  })
}

/** The answer in one line, before its grounds. */
function answer(paper: PensionStatusPaper): PaperNode {
  const { files, paid } = paper
  const text =
    files === 0
      ? 'نام‌برده مستمری‌بگیر نیست: به نام او پروندهٔ مستمری ثبت نشده است.'
      : `شمار پرونده‌های مستمری نام‌برده: ${count(files)}؛ در حال پرداخت: ${count(paid)}.`
  return {
    table: {
      widths: ['*'],
      body: [
        [
          {
            ...value(files === 0 ? 'files' : 'paid', text, {
              bold: true,
              fontSize: 12,
              alignment: 'center',
            }),
            fillColor: TINT,
          },
        ],
      ],
    },
    layout: boxLines({ x: 8, y: 7 }),
    margin: [0, 2, 0, 10],
  }
}

function pensionBlock(pension: StatedPension): PaperNode {
  const { ownerName, since, reason, status } = pension
  const facts = [
    fact('وضعیت', 'pensions.status', PENSION_STATUS[status], {
      bold: true,
      ...(status === 'ACTIVE' ? {} : { color: ALERT }),
    }),
    fact('از تاریخ', 'pensions.since', dayText(since)),
    ...(status === 'ACTIVE'
      ? []
      : [wide(fact('علت', 'pensions.reason', quotedOrNothing(reason), { bold: true }))]),
    fact('نوع مستمری', 'pensions.pensionType', PENSION_TYPE[pension.pensionType]),
    fact(
      'سهم',
      'pensions.shareBp',
      `${shareText(pension.shareBp)} (${RELATION[pension.relation]})`,
    ),
    ...(ownerName === null
      ? []
      : [wide(fact('بیمه‌شدهٔ اصلی', 'pensions.ownerName', quoted(ownerName)))]),
    fact('شمارهٔ بیمهٔ اصلی', 'pensions.insuranceNumber', code(pension.insuranceNumber)),
    fact('تاریخ برقراری', 'pensions.establishedOn', dayText(pension.establishedOn)),
    fact('آخرین پرداخت', 'pensions.lastPaidOn', dayText(pension.lastPaidOn)),
    fact('شعبه', 'pensions.branch', branchText(pension.branch)),
  ]
  return {
    unbreakable: true,
    stack: [
      {
        text: [strong('پروندهٔ مستمری '), strong(code(pension.pensionNumber))],
        field: 'pensions.pensionNumber',
        fontSize: 11,
        margin: [0, 0, 0, 3],
      },
      factTable({ widths: [76, '*', 76, '*'], facts, padding: { x: 4, y: 3 } }),
    ],
    margin: [0, 0, 0, 10],
  }
}

/** What the statement rests on, and what it does not say. */
function terms({ issue, asOf, files }: PensionStatusPaper): string {
  const basis =
    `این گواهی به درخواست نام‌برده بر پایهٔ دادهٔ ${quoted(issue.branch.name)} تا ${dayText(asOf)} صادر شده است` +
    ' و تغییرهای پس از آن را نشان نمی‌دهد.'
  return files === 0 ? basis : `${basis} مبلغ مستمری در آن نیامده است و گواهی حقوق نیست.`
}

/** گواهی وضعیت مستمری: every pension file of a person as it stands, or that he has none, on A4 (domain brief §3.12). */
export function pensionStatusTemplate(paper: PensionStatusPaper): PaperDefinition {
  const { issue } = paper
  return letter(issue, TITLE, [
    besideCode(issue, paper.trackingCode, [subject(paper)]),
    answer(paper),
    ...paper.pensions.map(pensionBlock),
    paragraph(terms(paper), 'issue.branch.name'),
    closing(issue, 'رئیس شعبه', 6),
  ])
}
