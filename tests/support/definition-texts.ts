import type {
  PaperDefinition,
  PaperNode,
} from '../../electron/backend/papers/persian-text/paper-definition.ts'

const ISOLATES = /[\u2066-\u2069]/g

function textsIn(node: PaperNode): string[] {
  if ('text' in node) {
    const spans = typeof node.text === 'string' ? [node.text] : node.text
    const text = spans.map((span) => (typeof span === 'string' ? span : span.text)).join('')
    return [text.replace(ISOLATES, '')]
  }
  if ('stack' in node) return node.stack.flatMap(textsIn)
  if ('columns' in node) return node.columns.flatMap(textsIn)
  if ('table' in node) return node.table.body.flat().flatMap(textsIn)
  if ('ul' in node || 'ol' in node) return [...(node.ul ?? []), ...(node.ol ?? [])].flatMap(textsIn)
  return []
}

/** Every text of a definition as its reader sees it, head and foot of each page included. */
export function textsOf(definition: PaperDefinition, pages = 1): string[] {
  const framing = Array.from({ length: pages }, (_, i) => [
    definition.header?.(i + 1, pages),
    definition.footer?.(i + 1, pages),
  ])
  return [...framing.flat().flatMap((node) => node ?? []), ...definition.content]
    .flatMap(textsIn)
    .filter((text) => text.trim() !== '')
}

/** Runs of letters with their marks and joiners, or of digits. */
export function wordsOf(text: string): string[] {
  return text.normalize('NFC').match(/[\p{L}\p{M}\u200c]+|\p{Nd}+/gu) ?? []
}
