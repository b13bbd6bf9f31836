import type { VisitNeeds } from '#core/visits/open-visit.rules.ts'
import type { PaperOrder } from './paper.model.ts'
import type { DrawnPaper } from './paper.model.ts'
import type { Papers } from './papers.ports.ts'
import type { PaperSources } from './paper-sources.ports.ts'
import { statePaper, visitForPaper } from './state-paper.rules.ts'

interface Needs extends VisitNeeds, PaperSources {
  readonly papers: Papers
}

/** Stands where the tracking code of the issued paper will be. */
const NO_CODE = '----------'

/** The paper as it would be: without a number, marked as a preview. Takes nothing and keeps nothing. */
export async function previewPaper(
  { visitId, order }: { readonly visitId: string; readonly order: PaperOrder },
  needs: Needs,
): Promise<DrawnPaper> {
  const { citizenId } = await visitForPaper(needs, visitId, order)
  const naming = { number: null, trackingCode: NO_CODE }
  return needs.papers.render(await statePaper(order, citizenId, naming, needs))
}
