import { z } from 'zod'
import { command, query, task } from '#core/kernel/method.ts'
import { VisitId } from '#core/visits/visit.model.ts'
import {
  Box,
  PrintedScan,
  RemovalReason,
  ScanLabel,
  ScanPicture,
  ScanToAdd,
  ShareAttempt,
  SharedPaper,
  ShareTerm,
  VaultScan,
} from './vault.model.ts'

const documentId = z.string().min(1).max(60)

export const vaultContract = {
  /** Everything in the citizen's box that the visit covers. */
  'vault.box': query({ permission: 'citizens.read', input: VisitId, output: Box }),
  /** Puts a file into the box as a scan, reduced; the same picture for the same paper again changes nothing. */
  'vault.addScan': task({ permission: 'requests.file', input: ScanToAdd, output: VaultScan }),
  /** Corrects what a scan is called and what it proves. */
  'vault.labelScan': command({
    permission: 'requests.file',
    input: ScanLabel.extend({ visitId: VisitId, documentId }),
    output: VaultScan,
  }),
  'vault.scan': query({
    permission: 'citizens.read',
    input: z.object({ visitId: VisitId, documentId }),
    output: ScanPicture,
  }),
  /** A scan on which a filed request rests stays. */
  'vault.removeScan': command({
    permission: 'requests.file',
    input: z.object({ visitId: VisitId, documentId, reason: RemovalReason }),
    output: z.null(),
  }),
  /** Prints a scan at the citizen's request. */
  'vault.printScan': task({
    permission: 'requests.file',
    input: z.object({ visitId: VisitId, documentId }),
    output: PrintedScan,
  }),
  /** Who asked for papers of the open citizen by a password, right or wrong; the newest first. */
  'vault.attempts': query({
    permission: 'citizens.read',
    input: VisitId,
    output: z.array(ShareAttempt),
  }),
  /** Lets others ask for a paper and prints its password for the citizen; a failed print takes it back. */
  'vault.share': task({
    permission: 'certificates.issue',
    input: z.object({ visitId: VisitId, documentId, term: ShareTerm }),
    output: SharedPaper,
  }),
  'vault.endShare': command({
    permission: 'certificates.issue',
    input: z.object({ visitId: VisitId, shareId: z.string().min(1).max(60) }),
    output: z.null(),
  }),
}
