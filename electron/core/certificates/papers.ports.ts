import type { DrawnPaper, PaperStatement } from './paper.model.ts'

/** Turns a statement into the paper that says it. The same statement gives the same bytes. */
export interface Papers {
  render(statement: PaperStatement): Promise<DrawnPaper>
}
