import { Refusal, type RefusalData } from '#core/kernel/refusal.ts'
import type { VisitNeeds } from '#core/visits/open-visit.rules.ts'
import type { BatchItem, BatchOrder, BatchProgress, BatchResult } from './batch.model.ts'
import { expandBatch, type PlannedPaper } from './batch.rules.ts'
import { issuePaper, type IssuingNeeds } from './issue-paper.use-case.ts'
import type { PaperSources } from './paper-sources.ports.ts'

interface Ordered {
  readonly visitId: string
  readonly batch: BatchOrder
}

/** What a batch would issue, in its order. @refuses as `expandBatch` does */
export async function listBatch(
  { visitId, batch }: Ordered,
  needs: VisitNeeds & PaperSources,
): Promise<BatchItem[]> {
  return (await expandBatch(batch, visitId, needs)).map(itemOf)
}

interface Needs extends IssuingNeeds {
  /** The key of one paper of a batch: the same for the same batch and paper, a UUID. */
  readonly keyOf: (batchKey: string, paper: string) => string
  readonly isCancelled: () => boolean
  readonly onProgress: (progress: BatchProgress) => void
  /** What may be told of a failure that nobody foresaw; it is logged. */
  readonly tell: (cause: unknown) => RefusalData
}

/**
 * Issues the papers of a list one after the other, each in a transaction of its own: a paper that is refused does not
 * keep the others from being issued, and what is issued stays when the batch is cancelled or the program dies. The
 * same key again issues only what is missing. One at a time, because papers of one kind follow each other by number.
 *
 * @refuses as `expandBatch` does; after that everything is told of each paper
 */
export async function issueBatch(
  ordered: Ordered & { readonly idempotencyKey: string },
  needs: Needs,
): Promise<BatchResult> {
  const { visitId, batch, idempotencyKey: batchId } = ordered
  const planned = await needs.reading((reading) => expandBatch(batch, visitId, reading))
  const items: BatchResult['items'] = []
  const tellProgress = (): void => {
    const refused = items.filter(({ outcome }) => outcome === 'REFUSED').length
    needs.onProgress({ batchId, done: items.length, total: planned.length, refused })
  }
  tellProgress()
  for (const paper of planned) {
    if (needs.isCancelled()) break
    items.push(await issueOne(paper, ordered, needs))
    tellProgress()
  }
  const left = planned.slice(items.length)
  const untouched = { outcome: 'CANCELLED', paper: null, refusal: null } as const
  return {
    batchId,
    cancelled: left.length > 0,
    items: [...items, ...left.map((paper) => ({ ...itemOf(paper), ...untouched }))],
  }
}

async function issueOne(
  planned: PlannedPaper,
  { visitId, idempotencyKey }: { readonly visitId: string; readonly idempotencyKey: string },
  needs: Needs,
): Promise<BatchResult['items'][number]> {
  const { citizenId, order } = planned
  const key = needs.keyOf(idempotencyKey, JSON.stringify([citizenId, order]))
  try {
    const paper = await issuePaper({ visitId, order, idempotencyKey: key }, needs, citizenId)
    return { ...itemOf(planned), outcome: 'ISSUED', paper, refusal: null }
  } catch (cause) {
    const refusal = cause instanceof Refusal ? cause.data : needs.tell(cause)
    return { ...itemOf(planned), outcome: 'REFUSED', paper: null, refusal }
  }
}

function itemOf({ order, citizenName, label }: PlannedPaper): BatchItem {
  return { kind: order.kind, citizenName, label }
}
