import type { CareStatement, StatedEntitlement } from '#core/certificates/care-statement.model.ts'
import { toPersianDigits } from '#core/kernel/digits.ts'
import { CARE_STATE, restsOnLaw, untilOrReason } from '../care-words.ts'
import { RELATION, code, codeOrNothing, count, dayText, quoted } from '../paper-words.ts'
import type { PaperDefinition, PaperNode, TableCell } from '../persian-text/paper-definition.ts'
import { fact, factTable, identityFacts, nameFact } from './fact-table.ts'
import { besideCode, closing, letter, paragraph } from './letter.ts'
import { ALERT, TINT, boxLines, label, value } from './paper-style.ts'

const TITLE = 'گواهی استحقاق درمان'
const SMALL = 9

function subject(paper: CareStatement): PaperNode {
  return factTable({
    widths: [76, '*', 72, '*'],
    facts: [
      nameFact(paper.person),
      ...identityFacts(paper.person),
      fact('روز استعلام', 'on', dayText(paper.on), { bold: true }),
      fact('داده تا', 'asOf', dayText(paper.asOf)),
    ],
    padding: { x: 4, y: 4.6 },
  })
}

const ANSWER: Readonly<Record<StatedEntitlement['state'], string>> = {
  COVERED: 'نام‌برده در این روز از درمان تأمین اجتماعی برخوردار است.',
  NOT_COVERED: 'نام‌برده در این روز از درمان تأمین اجتماعی برخوردار نیست.',
  PENDING: 'استحقاق نام‌برده برای این روز در حال استعلام است.',
}

/** The answer for the person himself in one line, and how many of the family are covered. */
function answer({ people, covered }: CareStatement): PaperNode {
  const own = people[0]?.state ?? 'NOT_COVERED'
  const family =
    people.length === 1
      ? 'فرد تبعی به نام او ثبت نیست.'
      : `از ${count(people.length)} نفر این برگه ${count(covered)} نفر برخوردارند.`
  return {
    table: {
      widths: ['*'],
      body: [
        [
          {
            stack: [
              value('people.state', ANSWER[own], {
                bold: true,
                fontSize: 12,
                alignment: 'center',
              }),
              value('covered', family, { fontSize: 9.5, alignment: 'center' }),
            ],
            fillColor: TINT,
          },
        ],
      ],
    },
    layout: boxLines({ x: 8, y: 6 }),
    margin: [0, 2, 0, 8],
  }
}

/** The number that covers him; where the person himself is somebody's dependant, as whom. */
function numberText({ insuranceNumber, relation, through }: StatedEntitlement): string {
  const number = codeOrNothing(insuranceNumber)
  return relation === through ? number : `${number} (${RELATION[through]})`
}

function rowCells(one: StatedEntitlement, index: number): TableCell[] {
  const small = { fontSize: SMALL }
  const no = one.state === 'COVERED' ? {} : { color: ALERT }
  return [
    { text: toPersianDigits(index + 1), ...small, alignment: 'center' },
    value('people.fullName', quoted(one.fullName), small),
    value('people.personId', code(one.personId), small),
    value('people.relation', RELATION[one.relation], small),
    value('people.state', CARE_STATE[one.state], { ...small, ...no, bold: true }),
    value('people.insuranceNumber', numberText(one), small),
    value('people.until', untilOrReason(one), small),
  ]
}

function family({ people }: CareStatement): PaperNode {
  const heads = ['ردیف', 'نام و نام خانوادگی', 'کد ملی', 'نسبت', 'استحقاق', 'شمارهٔ بیمه']
  return {
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: [20, 104, 60, 44, 62, 58, '*'],
      body: [
        [...heads, 'تا کی، یا علت'].map((text) => ({
          ...label(text, { bold: true }),
          fillColor: TINT,
        })),
        ...people.map(rowCells),
      ],
    },
    layout: boxLines({ x: 3, y: 3 }),
    margin: [0, 0, 0, 8],
  }
}

/** What the statement rests on, and what it does not say. */
function terms(paper: CareStatement): string {
  const { issue, asOf } = paper
  const basis =
    `این گواهی به درخواست نام‌برده بر پایهٔ دادهٔ ${quoted(issue.branch.name)} تا ${dayText(asOf)} و مواد ۵۴ و ۵۸ ` +
    'قانون تأمین اجتماعی صادر شده است و تغییرهای پس از آن را نشان نمی‌دهد.'
  const law =
    'برای کسی که مرکز ردیف پوشش نفرستاده، پاسخ از شرایط افراد تبعی و پوشش بیمه‌شدهٔ اصلی به دست آمده است.'
  return [
    basis,
    ...(restsOnLaw(paper) ? [law] : []),
    'در این برگه هیچ دادهٔ سلامت نیامده است.',
  ].join(' ')
}

/** گواهی استحقاق درمان: the person and his dependants on one day, on A4 (domain brief §3.16). */
export function careStatementTemplate(paper: CareStatement): PaperDefinition {
  const { issue } = paper
  return letter(issue, TITLE, [
    besideCode(issue, paper.trackingCode, [subject(paper)]),
    answer(paper),
    family(paper),
    paragraph(terms(paper), 'issue.branch.name'),
    closing(issue, 'رئیس شعبه', 6),
  ])
}
