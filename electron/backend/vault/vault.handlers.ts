import { createHash } from 'node:crypto'
import { addScan } from '#core/vault/add-scan.use-case.ts'
import { labelScan } from '#core/vault/label-scan.use-case.ts'
import { printScan } from '#core/vault/print-scan.use-case.ts'
import { readAttempts } from '#core/vault/read-attempts.use-case.ts'
import { readBox, readScan } from '#core/vault/read-box.use-case.ts'
import { removeScan } from '#core/vault/remove-scan.use-case.ts'
import { endShare, sharePaper } from '#core/vault/share-paper.use-case.ts'
import type { ShareSlip } from '#core/vault/share-slip.model.ts'
import type { ScanReducer } from '#core/vault/vault.ports.ts'
import { readingNeeds, writingNeeds } from '../repositories.ts'
import type { Handlers } from '../scope.ts'
import { ShareTriesRepository } from './share-tries.repository.ts'
import { sharePasswords } from './share-passwords.ts'

/** What the slice needs beside its scope. */
export interface VaultParts {
  /** Draws the slip of a share as a PDF. */
  readonly drawSlip: (slip: ShareSlip) => Promise<Uint8Array>
  readonly reducer: ScanReducer
}

type VaultHandlers = Pick<Handlers, Extract<keyof Handlers, `vault.${string}`>>

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** The citizen's box: issued papers, scans, and who may ask for a paper. */
export function vaultHandlers({ drawSlip, reducer }: VaultParts): VaultHandlers {
  return {
    'vault.box': (visitId, scope) => readBox(visitId, readingNeeds(scope)),
    'vault.addScan': ({ bytes, ...scan }, { now, newId, inQuery, inCommand }) =>
      addScan(
        { ...scan, bytes: Buffer.from(bytes, 'base64') },
        {
          ...{ reducer, now, newId, sha256 },
          reading: (work) => inQuery((inside) => work(readingNeeds(inside))),
          writing: (work) => inCommand((inside) => work(writingNeeds(inside))),
        },
      ),
    'vault.labelScan': (input, scope) => labelScan(input, writingNeeds(scope)),
    async 'vault.scan'(input, scope) {
      const { format, bytes } = await readScan(input, { ...readingNeeds(scope), sha256 })
      return { format, bytes: Buffer.from(bytes).toString('base64') }
    },
    'vault.removeScan': (input, scope) => removeScan(input, writingNeeds(scope)),
    'vault.printScan': (input, { desk, office, inQuery, inCommand }) =>
      printScan(input, {
        ...{ reducer, desk, sha256, fileAllowed: office.kind !== 'real' },
        reading: (work) => inQuery((inside) => work(readingNeeds(inside))),
        writing: (work) => inCommand((inside) => work(writingNeeds(inside))),
      }),
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
    async 'vault.attempts'(visitId, scope) {
      const tries = new ShareTriesRepository(scope.reader)
      return [...(await readAttempts(visitId, { ...readingNeeds(scope), tries }))]
    },
  }
}
