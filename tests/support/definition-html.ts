import type {
  PaperDefinition,
  PaperNode,
} from '../../electron/backend/papers/persian-text/paper-definition.ts'
import { pathToFileURL } from 'node:url'

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

function inner(node: PaperNode): string {
  if ('text' in node) {
    const spans = typeof node.text === 'string' ? [node.text] : node.text
    return spans
      .map((span) =>
        typeof span === 'string'
          ? escaped(span)
          : `<span style="${styleOf({ ...span, text: span.text })}">${escaped(span.text)}</span>`,
      )
      .join('')
  }
  if ('stack' in node) return node.stack.map(htmlOf).join('')
  if ('columns' in node) {
    const cells = node.columns.map((column) => `<div style="flex:1">${htmlOf(column)}</div>`)
    return `<div style="display:flex">${cells.join('')}</div>`
  }
  if ('table' in node) {
    const rows = node.table.body.map((row) => {
      const cells = row
        .slice(0, row.length)
        .map((cell) => `<td colspan="${String(cell.colSpan ?? 1)}">${htmlOf(cell)}</td>`)
      const spanned = row.reduce((sum, cell) => sum + (cell.colSpan ?? 1) - 1, 0)
      return `<tr>${cells.slice(0, cells.length - spanned).join('')}</tr>`
    })
    return `<table>${rows.join('')}</table>`
  }
  if ('qr' in node) return qrOf(node.qr)
  return ''
}

/** A code of the same weight for the browser: 33 × 33 modules as one path, from the text's bytes. */
function qrOf(text: string): string {
  const bytes = Buffer.from(text)
  const dark = Array.from({ length: 33 * 33 }, (_, i) => ((bytes[i % bytes.length] ?? 0) + i) % 2)
  const path = dark.map((on, i) => (on ? `M${i % 33} ${Math.floor(i / 33)}h1v1h-1z` : '')).join('')
  return `<svg width="80" height="80" viewBox="0 0 33 33"><path d="${path}"/></svg>`
}

function styleOf(node: PaperNode): string {
  return [
    node.fontSize === undefined ? '' : `font-size:${node.fontSize}pt`,
    node.bold === true ? 'font-weight:700' : '',
    node.color === undefined ? '' : `color:${node.color}`,
    node.alignment === undefined ? '' : `text-align:${node.alignment}`,
  ]
    .filter((rule) => rule !== '')
    .join(';')
}

function htmlOf(node: PaperNode): string {
  return `<div style="${styleOf(node)}">${inner(node)}</div>`
}

/** The same texts, sizes and tables as a page for a browser, set in the same font files. */
export function definitionHtml(definition: PaperDefinition, fontsFolder: string): string {
  const face = (weight: number, name: string) =>
    `@font-face{font-family:V;font-weight:${weight};src:url(${pathToFileURL(`${fontsFolder}/Vazirmatn-${name}.ttf`).href})}`
  const head = definition.header ? htmlOf(definition.header(1, 1)) : ''
  const foot = definition.footer ? htmlOf(definition.footer(1, 1)) : ''
  const css = `${face(400, 'Regular')}${face(700, 'Bold')}@page{size:A4;margin:0}
*{margin:0}body{font:${definition.style.fontSize ?? 10}pt V;padding:40pt}
table{width:100%;border-collapse:collapse}td{border-bottom:.5pt solid #9fb0b8;padding:3pt}`
  return `<!doctype html><html lang="fa" dir="rtl"><meta charset="utf-8"><style>${css}</style>
<body>${head}${definition.content.map(htmlOf).join('')}${foot}</body></html>`
}
