import { base64Of } from '../client/base64.ts'

/** The most that one check takes, in bytes: three orders above a paper of the office. */
const LARGEST = 2_800_000
/** A PDF says so within its first bytes, after what a mail program may have put before it. */
const HEAD = 1024

export type FileFault = 'not-pdf' | 'too-big' | 'empty' | 'unreadable'

export type PaperFile =
  | { readonly ok: true; readonly name: string; readonly pdf: string }
  | { readonly ok: false; readonly name: string; readonly fault: FileFault }

/** A file that was dropped or chosen, as base64. Refuses what is no PDF by its bytes, whatever its name says. */
export async function readPaperFile(file: File): Promise<PaperFile> {
  const name = file.name === '' ? 'paper.pdf' : file.name.slice(0, 255)
  const no = (fault: FileFault): PaperFile => ({ ok: false, name, fault })
  if (file.size === 0) return no('empty')
  try {
    const head = new TextDecoder('latin1').decode(await file.slice(0, HEAD).arrayBuffer())
    if (!head.includes('%PDF-')) return no('not-pdf')
    if (file.size > LARGEST) return no('too-big')
    return { ok: true, name, pdf: base64Of(new Uint8Array(await file.arrayBuffer())) }
  } catch {
    return no('unreadable')
  }
}
