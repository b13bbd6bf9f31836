import type { Instant } from '#core/kernel/instant.ts'
import type { RequestPaper } from '#core/requests/request-paper.model.ts'
import type { ScanFormat, VaultProof, VaultScan } from './vault.model.ts'

/** A scan with what only the office itself needs of it. */
export interface KeptScan extends VaultScan {
  readonly citizenId: number
}

/** The bytes of a scan and the hash they were kept with. */
export interface ScanFile {
  readonly format: ScanFormat
  readonly bytes: Uint8Array
  readonly sha256: string
}

export interface NewScan {
  readonly documentId: string
  readonly citizenId: number
  readonly paper: RequestPaper
  readonly title: string
  readonly visitId: string
  readonly clerkId: string
  readonly addedAt: Instant
  readonly file: ScanFile
}

/** The citizen's box: scans of the papers that his requests ask for. */
export interface Vault {
  /** What the box proves, newest first: of one paper there may be several scans. */
  listProofs(citizenId: number): Promise<readonly VaultProof[]>
  /** Newest first, without their bytes. */
  listScans(citizenId: number): Promise<readonly VaultScan[]>
  findScan(documentId: string): Promise<KeptScan | undefined>
  findScanFile(documentId: string): Promise<ScanFile | undefined>
  /** The scan of this citizen with these bytes. */
  findSamePicture(citizenId: number, sha256: string): Promise<KeptScan | undefined>
  /** Bytes of all scans of a citizen. */
  usedBytes(citizenId: number): Promise<number>
}

export interface VaultBook extends Vault {
  addScan(scan: NewScan): Promise<void>
  removeScan(documentId: string): Promise<void>
  /**
   * Holds the scans of these papers for a request that is being filed, in its transaction: from then on they are not
   * removed from the box. Papers without a scan, and those held already, are passed over.
   */
  encloseIn(requestId: string, citizenId: number, papers: readonly RequestPaper[]): Promise<void>
}
