import type {
  PaperDefinition,
  PaperNode,
  PaperStyle,
} from '../../electron/backend/papers/persian-text/paper-definition.ts'

export interface BlockSpan {
  readonly text: string
  readonly bold: boolean
  readonly color: string
}

/** One text of a paper without line breaks, as it stands alone on a line of its own. */
export interface TextBlock {
  readonly spans: readonly BlockSpan[]
  readonly fontSize: number
  readonly direction: 'rtl' | 'ltr' | 'auto'
}

const INK = '#000000'

/** Cuts spans at forced line breaks. */
function linesOf(spans: readonly BlockSpan[]): BlockSpan[][] {
  const lines: BlockSpan[][] = [[]]
  for (const span of spans) {
    span.text.split('\n').forEach((text, i) => {
      if (i > 0) lines.push([])
      lines.at(-1)?.push({ ...span, text })
    })
  }
  return lines
}

function blocksIn(node: PaperNode, outer: PaperStyle): TextBlock[] {
  const style = { ...outer, ...node }
  if ('text' in node) {
    const spans = typeof node.text === 'string' ? [node.text] : node.text
    const { bold = false, color = INK, fontSize = 10, direction = 'rtl' } = style
    const styled = spans.map((span) =>
      typeof span === 'string'
        ? { text: span, bold, color }
        : { text: span.text, bold: span.bold ?? bold, color: span.color ?? color },
    )
    return linesOf(styled).map((line) => ({ spans: line, fontSize, direction }))
  }
  const inside = (nodes: readonly PaperNode[]) => nodes.flatMap((child) => blocksIn(child, style))
  if ('stack' in node) return inside(node.stack)
  if ('columns' in node) return inside(node.columns)
  if ('table' in node) return inside(node.table.body.flat())
  if ('ul' in node || 'ol' in node) return inside([...(node.ul ?? []), ...(node.ol ?? [])])
  return []
}

const textOf = ({ spans }: TextBlock): string => spans.map(({ text }) => text).join('')

/** A block of plain text, for lines that belong to no paper. */
export function plainBlock(text: string, fontSize = 11): TextBlock {
  return { spans: [{ text, bold: false, color: INK }], fontSize, direction: 'rtl' }
}

/** Every text of a definition, head and foot of its first page too; each once. */
export function textBlocksOf(definition: PaperDefinition): TextBlock[] {
  const { header, footer, content, style } = definition
  const nodes = [header?.(1, 2), footer?.(1, 2), ...content].flatMap((node) => node ?? [])
  const blocks = nodes
    .flatMap((node) => blocksIn(node, { fontSize: 10, ...style }))
    .filter((block) => textOf(block).trim() !== '')
  return [...new Map(blocks.map((block) => [JSON.stringify(block), block])).values()]
}
