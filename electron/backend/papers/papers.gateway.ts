import { PaperStatement } from '#core/certificates/paper.model.ts'
import type { DrawnPaper } from '#core/certificates/paper.model.ts'
import type { Papers } from '#core/certificates/papers.ports.ts'
import { CodeSlip } from '#core/messages/code-slip.model.ts'
import { ReportSheet } from '#core/reports/report.model.ts'
import { ShareSlip } from '#core/vault/share-slip.model.ts'
import { RevocationList } from '#core/verification/revocation-list.model.ts'
import { createPaperThreads } from './paper-threads.ts'
import type { ThreadsSettings } from './paper-threads.ts'

/** Papers drawn in threads of their own. */
export interface WorkerPapers extends Papers {
  /** An aborted signal takes a paper that still waits out of the queue, and rejects. */
  render(
    statement: PaperStatement,
    options?: { readonly signal?: AbortSignal },
  ): Promise<DrawnPaper>
  /** Starts the first thread and parses the fonts ahead of the first paper. */
  warmUp(): void
  /** Draws a list of revoked papers: a sheet of its own, no issued paper. */
  renderList(list: RevocationList): Promise<DrawnPaper>
  /** Draws the report of a period. */
  renderReport(sheet: ReportSheet): Promise<DrawnPaper>
  /** Draws the slip with the password of a share; nobody keeps it. */
  renderSlip(slip: ShareSlip): Promise<DrawnPaper>
  /** Draws the slip with a one-time code; nobody keeps it. */
  renderCodeSlip(slip: CodeSlip): Promise<DrawnPaper>
  /** Ends the threads; papers still waiting are rejected. */
  close(): Promise<void>
}

/**
 * Draws papers in worker threads, so that the backend answers other windows meanwhile.
 *
 * @param settings where the worker's module and the fonts are
 * @refuses a statement that contradicts itself (ZodError) or cannot be drawn whole (PaperFault)
 */
export function createPapers(settings: ThreadsSettings): WorkerPapers {
  const threads = createPaperThreads(settings)
  return {
    warmUp: () => threads.warmUp(),
    render: async (statement, options) =>
      threads.draw(PaperStatement.parse(statement), options?.signal),
    renderList: async (list) => threads.draw(RevocationList.parse(list)),
    renderReport: async (sheet) => threads.draw(ReportSheet.parse(sheet)),
    renderSlip: async (slip) => threads.draw(ShareSlip.parse(slip)),
    renderCodeSlip: async (slip) => threads.draw(CodeSlip.parse(slip)),
    close: () => threads.close(),
  }
}
