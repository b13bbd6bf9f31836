import { Refusal } from '#core/kernel/refusal.ts'
import type { Documents, KeptPaper } from './certificates.ports.ts'
import type { DrawnPaper } from './paper.model.ts'

interface Needs {
  readonly documents: Documents
  /** SHA-256 of bytes in lower-case hex. */
  readonly sha256: (bytes: Uint8Array) => string
}

/**
 * The bytes of a copy as they were handed out: 0 is the issue, n the n-th reprint.
 *
 * @refuses `not-found` for a paper of a program that kept none; `conflict` when the bytes are not those of that day
 */
export async function keptFile(
  paper: Pick<KeptPaper, 'documentId' | 'sha256'>,
  copy: number,
  { documents, sha256 }: Needs,
): Promise<DrawnPaper> {
  const file = await documents.findFile(paper.documentId, copy)
  if (!file) throw new Refusal('not-found', { what: 'paper-file' })
  const issued = copy === 0 ? paper.sha256 : file.sha256
  const found = sha256(file.bytes)
  if (found !== issued || found !== file.sha256)
    throw new Refusal('conflict', { what: 'paper-differs' })
  return file
}
