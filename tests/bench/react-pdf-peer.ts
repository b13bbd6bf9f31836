import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { PaperStatement } from '#core/certificates/paper.model.ts'
import { definitionOf } from '../../electron/backend/papers/paper-templates.ts'
import type { PaperNode } from '../../electron/backend/papers/persian-text/paper-definition.ts'
import { resolvePeer } from './peer-packages.ts'
import type { PeerPackage } from './peer-packages.ts'

type Element = object
type Style = Record<string, unknown>

interface ReactPdf {
  readonly Font: { readonly register: (font: object) => void }
  readonly Document: unknown
  readonly Page: unknown
  readonly View: unknown
  readonly Text: unknown
  readonly renderToBuffer: (document: Element) => Promise<Uint8Array>
}

interface React {
  readonly createElement: (type: unknown, props: object, ...children: unknown[]) => Element
}

const ALIGNMENTS: Readonly<Record<string, string>> = { center: 'center', end: 'left' }
const CONTROLS = /[\u2066-\u2069]/g

function styleOf(node: Pick<PaperNode, 'alignment' | 'fontSize' | 'bold' | 'color'>): Style {
  return {
    textAlign: ALIGNMENTS[node.alignment ?? ''] ?? 'right',
    ...(node.fontSize !== undefined && { fontSize: node.fontSize }),
    ...(node.bold === true && { fontWeight: 700 }),
    ...(node.color !== undefined && { color: node.color }),
  }
}

/** react-pdf with the same texts, sizes and tables; it has no code to draw, a box stands for it. */
export async function reactPdfPeer(
  fontsFolder: string,
  load: (name: PeerPackage) => unknown,
): Promise<(statement: PaperStatement) => Promise<Uint8Array>> {
  const pdf = (await import(pathToFileURL(resolvePeer('@react-pdf/renderer')).href)) as ReactPdf
  const { createElement: h } = load('react') as React
  const face = (weight: string): string => path.join(fontsFolder, `Vazirmatn-${weight}.ttf`)
  pdf.Font.register({
    family: 'V',
    fonts: [{ src: face('Regular') }, { src: face('Bold'), fontWeight: 700 }],
  })
  const direction = 'rtl'
  const row = { flexDirection: 'row-reverse' }

  const elementOf = (node: PaperNode): Element => {
    const style = styleOf(node)
    if ('text' in node) {
      const spans = typeof node.text === 'string' ? [node.text] : node.text
      const parts = spans.map((span) =>
        typeof span === 'string'
          ? span.replace(CONTROLS, '')
          : h(pdf.Text, { style: styleOf(span) }, span.text.replace(CONTROLS, '')),
      )
      return h(pdf.Text, { style: { ...style, direction } }, ...parts)
    }
    if ('stack' in node) return h(pdf.View, { style }, ...node.stack.map(elementOf))
    if ('columns' in node) {
      const cells = node.columns.map((cell) => h(pdf.View, { style: { flex: 1 } }, elementOf(cell)))
      return h(pdf.View, { style: row }, ...cells)
    }
    if ('table' in node) {
      const border = '0.5pt solid #9fb0b8'
      const rows = node.table.body.map((cells) =>
        h(
          pdf.View,
          { style: row, wrap: false },
          ...cells.map((cell) =>
            h(pdf.View, { style: { flex: 1, border, padding: 3 } }, elementOf(cell)),
          ),
        ),
      )
      return h(pdf.View, {}, ...rows)
    }
    return h(pdf.View, { style: { width: 80, height: 'qr' in node ? 80 : 1 } })
  }

  return (statement) => {
    const definition = definitionOf(statement)
    const nodes = [
      ...(definition.header ? [definition.header(1, 1)] : []),
      ...definition.content,
      ...(definition.footer ? [definition.footer(1, 1)] : []),
    ]
    const style = { fontFamily: 'V', fontSize: definition.style.fontSize ?? 10, padding: 40 }
    return pdf.renderToBuffer(
      h(pdf.Document, {}, h(pdf.Page, { size: 'A4', style }, ...nodes.map(elementOf))),
    )
  }
}
