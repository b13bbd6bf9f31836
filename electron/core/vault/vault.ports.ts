import type { Instant } from '#core/kernel/instant.ts'
import type { RequestPaper } from '#core/requests/request-paper.model.ts'
import type { ScanFault } from './scan-file.rules.ts'
import type {
  BroughtFile,
  RemovalReason,
  ScanFormat,
  ScanLabel,
  ScanMeasure,
  VaultProof,
  VaultScan,
} from './vault.model.ts'

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

/** A file made ready to be kept. */
export interface ReducedScan {
  readonly format: ScanFormat
  readonly bytes: Uint8Array
  readonly measure: ScanMeasure
  /** What was brought, where it is not what is kept. */
  readonly brought: BroughtFile | null
  /** Brightness of the patches of its pictures, for `isSamePicture`; null for what nobody drew. */
  readonly picture: Uint8Array | null
}

export type Reduction =
  | { readonly ok: true; readonly scan: ReducedScan }
  | {
      readonly ok: false
      readonly fault: ScanFault
      readonly values?: Readonly<Record<string, number>>
    }

/** Looks into files of strangers, in a thread of its own that may fail without harm. */
export interface ScanReducer {
  /** Makes a file ready to be kept: upright, without what does not show, at most A4 at 300 dots to the inch. */
  reduce(
    bytes: Uint8Array,
    most: { readonly pages: number; readonly scanBytes: number },
  ): Promise<Reduction>
  /** A kept picture on a sheet of A4, as a PDF. */
  sheet(file: Pick<ScanFile, 'format' | 'bytes'>): Promise<Uint8Array>
}

export interface NewScan {
  readonly documentId: string
  readonly citizenId: number
  readonly paper: RequestPaper
  readonly title: string
  readonly visitId: string
  readonly clerkId: string
  readonly addedAt: Instant
  readonly scan: ReducedScan
  /** Hash of what is kept, and of what was brought. */
  readonly sha256: string
  readonly broughtSha256: string
}

/** Who does something to a scan, and when. */
export interface ScanDeed {
  readonly documentId: string
  readonly visitId: string
  readonly clerkId: string
  readonly at: Instant
}

/** The citizen's box: scans of the papers that his requests ask for. */
export interface Vault {
  /** What the box proves, newest first: of one paper there may be several scans. */
  listProofs(citizenId: number): Promise<readonly VaultProof[]>
  /** Newest first, without their bytes. */
  listScans(citizenId: number): Promise<readonly VaultScan[]>
  findScan(documentId: string): Promise<KeptScan | undefined>
  findScanFile(documentId: string): Promise<ScanFile | undefined>
  /** The scan of this citizen that was brought or is kept with these bytes. */
  findSameBytes(citizenId: number, sha256: string): Promise<KeptScan | undefined>
  /** The scan of this citizen that shows the same, whatever its bytes. */
  findSamePicture(citizenId: number, picture: Uint8Array): Promise<KeptScan | undefined>
  /** Bytes of all scans of a citizen. */
  usedBytes(citizenId: number): Promise<number>
}

export interface VaultBook extends Vault {
  addScan(scan: NewScan): Promise<void>
  /** A new label beside the old ones; the last one counts. */
  labelScan(label: ScanLabel, deed: ScanDeed): Promise<void>
  /** Its bytes and labels go; that it was there, what it proved and why it went stays. */
  removeScan(reason: RemovalReason, deed: ScanDeed): Promise<void>
  /**
   * Holds the scans of these papers for a request that is being filed, in its transaction: from then on they are not
   * removed from the box. Papers without a scan, and those held already, are passed over.
   */
  encloseIn(requestId: string, citizenId: number, papers: readonly RequestPaper[]): Promise<void>
  /** The same with the scans themselves. */
  encloseScans(requestId: string, documentIds: readonly string[]): Promise<void>
}
