import type {
  PaperDefinition,
  PaperNode,
} from '../../electron/backend/papers/persian-text/paper-definition.ts'

const CONTROLS = /[\u2066-\u2069]/g

const quoted = (text: string): string =>
  text.replace(CONTROLS, '').replace(/[\\#$*_@<>[\]`~"/=+-]/g, (sign) => `\\${sign}`)

const POINTS = 10

interface Look {
  readonly fontSize?: number
  readonly bold?: boolean
  readonly color?: string
  readonly alignment?: string
}

function styled(look: Look, text: string): string {
  const settings = [
    ...(look.fontSize === undefined ? [] : [`size: ${look.fontSize}pt`]),
    ...(look.bold === true ? ['weight: "bold"'] : []),
    ...(look.color === undefined ? [] : [`fill: rgb("${look.color}")`]),
  ]
  return settings.length === 0 ? text : `#text(${settings.join(', ')})[${text}]`
}

function inner(node: PaperNode): string {
  if ('text' in node) {
    const spans = typeof node.text === 'string' ? [node.text] : node.text
    return spans
      .map((span) => (typeof span === 'string' ? quoted(span) : styled(span, quoted(span.text))))
      .join('')
  }
  if ('stack' in node) return node.stack.map(blockOf).join('\n')
  if ('columns' in node) {
    const cells = node.columns.map((column) => `[${blockOf(column)}]`)
    return `#grid(columns: (${'1fr, '.repeat(cells.length)}), ${cells.join(', ')})`
  }
  if ('table' in node) {
    const cells = node.table.body.flatMap((row) => {
      let covered = 0
      return row.flatMap((cell) => {
        if (covered-- > 0) return []
        covered = (cell.colSpan ?? 1) - 1
        return [`table.cell(colspan: ${cell.colSpan ?? 1})[${blockOf(cell)}]`]
      })
    })
    const widths = node.table.widths.map((width) =>
      typeof width === 'number' ? `${width}pt` : width === '*' ? '1fr' : 'auto',
    )
    return `#table(stroke: .5pt + rgb("#9fb0b8"), inset: 3pt, columns: (${widths.join(', ')}, ), ${cells.join(', ')})`
  }
  return 'qr' in node ? '#image("/qr.svg", width: 80pt)' : ''
}

function blockOf(node: PaperNode): string {
  const text = styled(node, inner(node))
  const { alignment } = node
  return alignment === 'center' || alignment === 'end'
    ? `#align(${alignment})[${text}]`
    : `#block[${text}]`
}

/** The same texts, sizes and tables as a source for Typst; its QR code is the file /qr.svg. */
export function typstSource(definition: PaperDefinition): string {
  const head = definition.header ? blockOf(definition.header(1, 1)) : ''
  const foot = definition.footer ? blockOf(definition.footer(1, 1)) : ''
  return `#set page(paper: "a4", margin: 40pt)
#set text(font: "Vazirmatn", lang: "fa", dir: rtl, size: ${definition.style.fontSize ?? POINTS}pt)
${head}
${definition.content.map(blockOf).join('\n')}
${foot}`
}
