import { formatJalali } from '#core/kernel/day.ts'
import { dayInTehran } from '#core/kernel/instant.ts'
import { Refusal } from '#core/kernel/refusal.ts'
import { STATUS_AFTER } from '#core/requests/decide.rules.ts'
import type { KeptDecision } from '#core/requests/decisions.ports.ts'
import type { RequestWording } from '#core/requests/requests.ports.ts'
import { DecisionLetter, ToldAct } from './decision-letter.model.ts'
import { keyFigures } from './key-figures.rules.ts'
import type { OfficialPaper, Stating } from './official-paper.ts'
import { paperPerson } from './paper-person.rules.ts'
import { withoutEnd } from './paper-validity.rules.ts'

const FIGURES = ['nationalId', 'trackingCode', 'requestStatus', 'decidedOn', 'amount'] as const

type Kind = 'decision-letter'

/**
 * What the letter of a decision states, all of it from the decision as it was kept.
 *
 * @law domain brief §3.0: a refusal has its reason
 */
export function decisionLetter(
  { issue, identity }: Pick<Stating<Kind>, 'issue' | 'identity'>,
  { decision, wording }: { readonly decision: KeptDecision; readonly wording: RequestWording },
): DecisionLetter {
  const act = ToldAct.safeParse(decision.act)
  if (!act.success) throw new Refusal('rule', { what: 'no-letter' })
  const { papers } = decision
  return DecisionLetter.parse({
    kind: 'decision-letter',
    issue,
    trackingCode: decision.trackingCode,
    person: paperPerson(identity),
    title: wording.title,
    filedOn: decision.filedOn,
    decidedOn: dayInTehran(decision.decidedAt),
    act: act.data,
    decidedBy: decision.decidedBy.clerkCode,
    byHead: decision.statusBefore === '16',
    papers: papers.map((code) => wording.papers[code] ?? code),
    note: decision.note,
    article: articleOf(decision, wording),
    amount: decision.amount,
    objection: act.data === 'REFUSE' ? wording.objection : null,
  })
}

function articleOf({ reason }: KeptDecision, { articles }: RequestWording): string | null {
  const code = reason?.article ?? null
  return code === null ? null : (articles[code] ?? code)
}

export const decisionLetterPaper: OfficialPaper<Kind> = {
  kind: 'decision-letter',
  digit: '12',
  part: 'BENEFITS',
  presence: null,
  validUntil: withoutEnd,
  async state(stating, { decisions, wordings }) {
    const decision = await decisions.find(stating.order.decisionId)
    const wording = decision && wordings.of(decision.kind)
    if (decision?.citizenId !== stating.citizenId || !wording)
      throw new Refusal('not-found', { what: 'decision' })
    return decisionLetter(stating, { decision, wording })
  },
  figureNames: FIGURES,
  figures: ({ person, trackingCode, act, decidedOn, amount }) =>
    keyFigures(FIGURES, {
      ...{ nationalId: person.nationalId, trackingCode, amount },
      requestStatus: STATUS_AFTER[act],
      decidedOn: formatJalali(decidedOn),
    }),
}
