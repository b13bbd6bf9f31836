import { Refusal } from '#core/kernel/refusal.ts'
import { partsOfRequest } from '#core/visits/visit-scope.rules.ts'
import type { HeldVisit, Visits } from '#core/visits/visits.ports.ts'
import type { IssuedPaper } from './certificate.model.ts'
import { issuePaper, type IssuingNeeds } from './issue-paper.use-case.ts'

/**
 * Issues the letter of a decision to whoever decided, without the citizen: the visit that the decision was, ended at
 * once, opens this one paper. Asked again, it answers with the same letter; anybody else issues it in a visit.
 *
 * @refuses `not-found` for a decision of somebody else; `rule` where the applicant is told nothing
 */
export async function issueLetter(decisionId: string, needs: IssuingNeeds): Promise<IssuedPaper> {
  const visit = await needs.reading(async ({ decisions, actor }): Promise<HeldVisit> => {
    const decision = await decisions.find(decisionId)
    if (decision?.decidedBy.clerkId !== actor.clerkId)
      throw new Refusal('not-found', { what: 'decision' })
    const { visitId, citizenId, personId, role, decidedAt } = decision
    return {
      ...{ visitId, citizenId, personId, clerkId: actor.clerkId, beganAt: decidedAt },
      ...{ presenceKind: 'OPEN_REQUEST', purpose: 'FOLLOW_UP', holderName: null, power: null },
      scope: [...partsOfRequest(role)],
    }
  })
  return issuePaper(
    {
      ...{ visitId: visit.visitId, idempotencyKey: decisionId },
      order: { kind: 'decision-letter', decisionId },
    },
    {
      ...needs,
      reading: (work) =>
        needs.reading((inside) => work({ ...inside, visits: beside(inside.visits, visit) })),
      writing: (work) =>
        needs.writing((inside) => work({ ...inside, visits: beside(inside.visits, visit) })),
    },
  )
}

/** The open visits, and the one that the decision was. */
function beside(visits: Visits, decided: HeldVisit): Visits {
  return {
    findOpen: (visitId) =>
      visitId === decided.visitId ? Promise.resolve(decided) : visits.findOpen(visitId),
    findOpenOfClerk: (clerkId) => visits.findOpenOfClerk(clerkId),
    findOpenRequestRole: (citizenId, code) => visits.findOpenRequestRole(citizenId, code),
  }
}
