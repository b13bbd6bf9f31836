import type { DecisionLetter, ToldAct } from '#core/certificates/decision-letter.model.ts'
import { STATUS_AFTER } from '#core/requests/decide.rules.ts'
import { code, dayText, quoted } from '../paper-words.ts'
import type { PaperDefinition, PaperNode } from '../persian-text/paper-definition.ts'
import { fact, factTable, identityFacts, nameFact, wide } from './fact-table.ts'
import { amountTable, besideCode, closing, letter, paragraph } from './letter.ts'
import { ALERT, TINT, boxLines, label, strong, value } from './paper-style.ts'

const TITLE = 'نامهٔ اعلام نتیجهٔ درخواست'

/** What was decided, in a line. */
const OUTCOME: Readonly<Record<ToldAct, string>> = {
  ASK: 'اطلاعات درخواست باید تکمیل شود',
  RETURN: 'درخواست برای اصلاح مدارک بازگردانده شد',
  REFUSE: 'با درخواست موافقت نشد',
  APPROVE: 'با درخواست موافقت شد',
  ARTICLE16: 'با رسیدگی بر پایهٔ مادهٔ ۱۶ موافقت شد',
}

/** What the note of the decider is, beside each. */
const NOTE: Readonly<Record<ToldAct, string>> = {
  ASK: 'آنچه باید تکمیل شود',
  RETURN: 'توضیح کارشناس',
  REFUSE: 'علت',
  APPROVE: 'توضیح',
  ARTICLE16: 'توضیح',
}

const FURTHER: Readonly<Record<ToldAct, string | null>> = {
  ASK: 'برای تکمیل، با همین نامه یا کد رهگیری به شعبه مراجعه کنید. رسیدگی پس از تکمیل ادامه می‌یابد.',
  RETURN:
    'مدارک اصلاح‌شده را با همین نامه یا کد رهگیری به شعبه بیاورید. رسیدگی پس از تحویل مدارک ادامه می‌یابد.',
  REFUSE: null,
  APPROVE: null,
  ARTICLE16: null,
}

function subject(paper: DecisionLetter): PaperNode {
  return factTable({
    widths: [76, '*', 72, '*'],
    facts: [
      nameFact(paper.person),
      ...identityFacts(paper.person),
      fact('تاریخ ثبت', 'filedOn', dayText(paper.filedOn)),
      fact('تاریخ تصمیم', 'decidedOn', dayText(paper.decidedOn)),
      fact('کد متصدی', 'decidedBy', code(paper.decidedBy)),
      fact('کد وضعیت', 'act', code(STATUS_AFTER[paper.act])),
      wide(fact('موضوع', 'title', quoted(paper.title), { bold: true })),
    ],
    padding: { x: 4, y: 4 },
  })
}

function outcome({ act }: DecisionLetter): PaperNode {
  return {
    table: {
      widths: ['*'],
      body: [
        [
          {
            ...value('act', OUTCOME[act], {
              bold: true,
              fontSize: 12.5,
              alignment: 'center',
              ...(act === 'REFUSE' ? { color: ALERT } : {}),
            }),
            fillColor: TINT,
          },
        ],
      ],
    },
    layout: boxLines({ x: 8, y: 7 }),
    margin: [0, 2, 0, 9],
  }
}

function papersToCorrect({ papers }: DecisionLetter): PaperNode[] {
  if (papers.length === 0) return []
  return [
    {
      table: {
        headerRows: 1,
        keepWithHeaderRows: 1,
        dontBreakRows: true,
        widths: ['*'],
        body: [
          [
            {
              ...label('مدارکی که باید اصلاح یا دوباره آورده شود', { bold: true }),
              fillColor: TINT,
            },
          ],
          ...papers.map((title) => [value('papers', quoted(title))]),
        ],
      },
      layout: boxLines({ x: 6, y: 3.5 }),
      margin: [0, 0, 0, 9],
    },
  ]
}

/** A heading in the line and what it heads, with the decider's own words kept as one. */
function said(name: string, text: string, field: string): PaperNode {
  return {
    text: [strong(`${name}: `), quoted(text)],
    field,
    alignment: 'justify',
    lineHeight: 1.15,
    margin: [0, 0, 0, 7],
  }
}

/** نامهٔ اعلام نتیجهٔ درخواست: what was decided, to the applicant, on A4 (domain brief §3.0). */
export function decisionLetterTemplate(paper: DecisionLetter): PaperDefinition {
  const { issue, act, note, article, amount, objection } = paper
  const further = FURTHER[act]
  return letter(issue, TITLE, [
    besideCode(issue, paper.trackingCode, [subject(paper)]),
    outcome(paper),
    ...papersToCorrect(paper),
    ...(amount === null ? [] : [amountTable([['مبلغ تصویب‌شده', 'amount', amount, true]], 4)]),
    ...(note === null ? [] : [said(NOTE[act], note, 'note')]),
    ...(article === null ? [] : [said('مستند', article, 'article')]),
    ...(objection === null ? [] : [said('اعتراض', objection, 'objection')]),
    ...(further === null ? [] : [paragraph(further)]),
    closing(issue, paper.byHead ? 'رئیس شعبه' : 'کارشناس رسیدگی', 14),
  ])
}
