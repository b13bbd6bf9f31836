import type { RequestPaper } from '#core/requests/request-paper.model.ts'
import type { ScanLabel, VaultScan } from './vault.model.ts'

/** Codes of the texts of refusals. */
export type LabelFault = 'scan-tags-over-pages' | 'scan-tags-held'

type Labelled = Pick<VaultScan, 'papers' | 'measure' | 'requests'>

/**
 * What stands against a new label. One picture proves one paper, so that a file proves at most as many papers as it
 * has pages; what a filed request rests on goes on proving what it proved.
 *
 * @law domain brief §3.1: the same image may not be used for two documents
 */
export function labelFault(scan: Labelled, { papers }: ScanLabel): LabelFault | undefined {
  const wanted = new Set<RequestPaper>(papers)
  if (wanted.size > (scan.measure?.pages ?? 1)) return 'scan-tags-over-pages'
  const isHeld = scan.requests.length > 0 && scan.papers.some((paper) => !wanted.has(paper))
  return isHeld ? 'scan-tags-held' : undefined
}

/** Whether a label says anything new. */
export function isNewLabel(
  scan: Pick<VaultScan, 'title' | 'papers'>,
  { title, papers }: ScanLabel,
): boolean {
  const wanted = new Set(papers)
  const isSame = wanted.size === scan.papers.length && scan.papers.every((one) => wanted.has(one))
  return title !== scan.title || !isSame
}
