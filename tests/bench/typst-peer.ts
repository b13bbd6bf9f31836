import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { PaperStatement } from '#core/certificates/paper.model.ts'
import { definitionOf } from '../../electron/backend/papers/paper-templates.ts'
import { qrMatrix } from '../../electron/backend/papers/persian-text/qr-matrix.ts'
import { requirePeer } from './peer-packages.ts'
import { typstSource } from './typst-source.ts'

interface Compiler {
  readonly pdf: (source: { readonly mainFileContent: string }) => Uint8Array
  readonly evictCache: (age: number) => void
}

interface TypstModule {
  readonly NodeCompiler: {
    readonly create: (settings: {
      readonly workspace: string
      readonly fontArgs: readonly { readonly fontPaths: readonly string[] }[]
    }) => Compiler
  }
}

function qrSvg(text: string): string {
  const { size, dark } = qrMatrix(text, 'M')
  const modules = Array.from(dark, (on, i) =>
    on ? `M${i % size} ${Math.floor(i / size)}h1v1h-1z` : '',
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path d="${modules.join('')}"/></svg>`
}

/**
 * Typst in this process, with the same texts, sizes, tables and a QR code of the same weight.
 *
 * @param keepsCache whether what one paper computed may serve the next, as in a server
 */
export function typstPeer(
  fontsFolder: string,
  keepsCache: boolean,
): (statement: PaperStatement) => Promise<Uint8Array> {
  const { NodeCompiler } = requirePeer('@myriaddreamin/typst-ts-node-compiler') as TypstModule
  const workspace = mkdtempSync(path.join(tmpdir(), 'typst-'))
  writeFileSync(
    path.join(workspace, 'qr.svg'),
    qrSvg('https://verify.example.ir/d/9002-1405-000417'),
  )
  const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontPaths: [fontsFolder] }] })
  return (statement) => {
    const pdf = compiler.pdf({ mainFileContent: typstSource(definitionOf(statement)) })
    compiler.evictCache(keepsCache ? 10 : 0)
    return Promise.resolve(new Uint8Array(pdf))
  }
}
