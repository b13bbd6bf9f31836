import { Refusal } from '#core/kernel/refusal.ts'
import type { Parameters } from '#core/parameters/parameters.ports.ts'
import { openVisit, type VisitNeeds } from '#core/visits/open-visit.rules.ts'
import type { Decree, DecreeExplanation } from './decree.model.ts'
import { explainDecree } from './decree-explanation.rules.ts'
import { decreesOf } from './decrees.rules.ts'
import { ownPensionFile } from './own-file.rules.ts'
import type { Pensions } from './pensions.ports.ts'

interface Needs extends VisitNeeds {
  readonly pensions: Pensions
}

interface OfFile {
  readonly visitId: string
  readonly pensionNumber: string
}

/** Decrees of a file he has a share of, newest first. @refuses `not-found` for any other file */
export async function listDecrees(
  { visitId, pensionNumber }: OfFile,
  needs: Needs,
): Promise<Decree[]> {
  const { citizenId } = await openVisit(needs, visitId, 'PENSION')
  const file = await ownPensionFile(citizenId, pensionNumber, needs)
  const decrees = await needs.pensions.listDecrees(pensionNumber)
  const slips = await needs.pensions.listSlips(citizenId, pensionNumber)
  return decreesOf(decrees, file, slips)
}

/** One decree line by line, by the dated parameters in use. @refuses `not-found` for one of another file */
export async function readDecreeExplanation(
  { visitId, pensionNumber, decreeNumber }: OfFile & { readonly decreeNumber: string },
  needs: Needs & { readonly parameters: Parameters },
): Promise<DecreeExplanation> {
  const { citizenId } = await openVisit(needs, visitId, 'PENSION')
  const file = await ownPensionFile(citizenId, pensionNumber, needs)
  const decrees = await needs.pensions.listDecrees(pensionNumber)
  const decree = decrees.find((each) => each.decreeNumber === decreeNumber)
  if (!decree) throw new Refusal('not-found', { what: 'decree' })
  return explainDecree({ decree, file, parameters: await needs.parameters.list() })
}
