import { createHash } from 'node:crypto'
import { addScan } from '#core/vault/add-scan.use-case.ts'
import { readBox, readScan } from '#core/vault/read-box.use-case.ts'
import { removeScan } from '#core/vault/remove-scan.use-case.ts'
import { endShare, sharePaper } from '#core/vault/share-paper.use-case.ts'
import type { ShareSlip } from '#core/vault/share-slip.model.ts'
import { readingNeeds, writingNeeds } from '../repositories.ts'
import type { Handlers } from '../scope.ts'
import { sharePasswords } from './share-passwords.ts'

/** What the slice needs beside its scope. */
export interface VaultParts {
  /** Draws the slip of a share as a PDF. */
  readonly drawSlip: (slip: ShareSlip) => Promise<Uint8Array>
}

type VaultHandlers = Pick<Handlers, Extract<keyof Handlers, `vault.${string}`>>

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** The citizen's box: issued papers, scans, and who may ask for a paper. */
export function vaultHandlers({ drawSlip }: VaultParts): VaultHandlers {
  return {
    'vault.box': (visitId, scope) => readBox(visitId, readingNeeds(scope)),
    'vault.addScan': ({ bytes, ...scan }, scope) =>
      addScan({ ...scan, bytes: Buffer.from(bytes, 'base64') }, { ...writingNeeds(scope), sha256 }),
    async 'vault.scan'(input, scope) {
      const { format, bytes } = await readScan(input, { ...readingNeeds(scope), sha256 })
      return { format, bytes: Buffer.from(bytes).toString('base64') }
    },
    'vault.removeScan': (input, scope) => removeScan(input, writingNeeds(scope)),
    'vault.share': (input, scope) => {
      const { desk, office, now, newId, inQuery, inCommand } = scope
      const { kind, branchCode, branchName, province } = office
      return sharePaper(input, {
        ...{ desk, now, newId, drawSlip, passwords: sharePasswords },
        office: { kind, branchCode, branchName, province },
        reading: (work) => inQuery((inside) => work(readingNeeds(inside))),
        writing: (work) => inCommand((inside) => work(writingNeeds(inside))),
      })
    },
    'vault.endShare': (input, scope) => endShare(input, writingNeeds(scope)),
  }
}
