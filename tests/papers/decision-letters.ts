import type { z } from 'zod'
import { DecisionLetter } from '#core/certificates/decision-letter.model.ts'
import { issue, person } from './statement-parts.ts'
import type { Issue } from './statement-parts.ts'

const granted: Partial<z.input<typeof DecisionLetter>> = {
  act: 'APPROVE',
  amount: 211_627_750,
  note: 'سند ازدواج و سابقهٔ دو سال پیش از عقد دیده شد.',
}

/** نامهٔ نتیجه of an invented request: granted, unless told otherwise. */
export function aDecisionLetter(
  change: Partial<z.input<typeof DecisionLetter>> = {},
  issueChange: Partial<Issue> = {},
): DecisionLetter {
  return DecisionLetter.parse({
    kind: 'decision-letter',
    issue: { ...issue, validUntil: null, ...issueChange },
    trackingCode: '1048409917',
    person,
    title: 'درخواست کمک‌هزینهٔ ازدواج',
    filedOn: '2026-11-21',
    decidedOn: '2026-11-24',
    decidedBy: '90031',
    byHead: true,
    papers: [],
    article: null,
    objection: null,
    ...granted,
    ...change,
  })
}

/** Returned with papers to correct. */
export function aReturnedLetter(papers = 3): DecisionLetter {
  return aDecisionLetter({
    ...{ act: 'RETURN', byHead: false, amount: null, note: 'تصویرها ناخواناست.' },
    papers: Array.from({ length: papers }, (_, i) => `مدرک شمارهٔ ${i + 1} با عنوانی بلند`),
  })
}

/** Refused, with a reason, its article and how to object. */
export function aRefusal(note = 'سابقهٔ پنج سال پیش از عقد ۵۰۰ روز است؛ ۷۲۰ روز لازم است.') {
  return aDecisionLetter({
    ...{ act: 'REFUSE', byHead: false, amount: null, note },
    article: 'مادهٔ ۸۵ قانون تأمین اجتماعی',
    objection: 'می‌توانید با مدارک تازه درخواست دیگری ثبت کنید که به همین کد رهگیری ارجاع دهد.',
  })
}
