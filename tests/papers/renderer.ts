import { fileURLToPath } from 'node:url'
import { createPaperRenderer } from '../../electron/backend/papers/paper-renderer.ts'
import { definitionOf } from '../../electron/backend/papers/paper-templates.ts'
import type { PaperDefinition } from '../../electron/backend/papers/persian-text/paper-definition.ts'
import type { PaperStatement } from '#core/certificates/paper.model.ts'

export const fontsFolder = fileURLToPath(new URL('../../resources/fonts', import.meta.url))
export const renderPaper = createPaperRenderer({ fontsFolder })

/** A page with nothing but the given content, for looking at the text layer alone. */
export function plainPaper(
  content: PaperDefinition['content'],
  change: Partial<PaperDefinition> = {},
): PaperDefinition {
  return {
    pageSize: 'A4',
    pageMargins: [40, 40, 40, 40],
    info: { title: 'plain', creationDate: new Date(0) },
    style: {},
    content,
    ...change,
  }
}

/** The PDF of a statement. */
export function paperOf(statement: PaperStatement): Promise<Uint8Array> {
  return renderPaper(definitionOf(statement))
}
