import type { DrawnPaper } from '#core/certificates/paper.model.ts'
import type { Drawable } from './paper-templates.ts'
import type { PaperFaultDetail } from './persian-text/paper-fault.ts'

/** What a worker must know before it can draw. */
export interface WorkerSettings {
  readonly fontsFolder: string
}

/** One paper to draw. */
export interface PaperTask {
  readonly id: number
  readonly statement: Drawable
}

/** A drawn paper, or why it was refused, or the stack of what went wrong. */
export type PaperAnswer = { readonly id: number } & (
  | {
      readonly drawn: {
        readonly bytes: Uint8Array<ArrayBuffer>
        readonly sha256: DrawnPaper['sha256']
      }
    }
  | { readonly fault: PaperFaultDetail }
  | { readonly failure: string }
)
