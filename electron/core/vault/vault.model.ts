import { z } from 'zod'
import { Day } from '#core/kernel/day.ts'
import { Instant } from '#core/kernel/instant.ts'
import { RequestPaper } from '#core/requests/request-paper.model.ts'

/** What a scan may be, by its bytes. */
export const ScanFormat = z.enum(['pdf', 'jpg', 'png'])
export type ScanFormat = z.infer<typeof ScanFormat>

/** A paper of the citizen that the box can show whenever a request asks for it. */
export const VaultProof = z.object({
  documentId: z.string(),
  paper: RequestPaper,
  title: z.string(),
  addedOn: Day,
})
export type VaultProof = z.infer<typeof VaultProof>

/** A scan in the box; `size` in bytes. */
export const VaultScan = VaultProof.extend({
  format: ScanFormat,
  size: z.number().int().positive(),
  addedAt: Instant,
  /** A filed request rests on it, so it stays. */
  enclosed: z.boolean(),
})
export type VaultScan = z.infer<typeof VaultScan>

/** Why a share ended before its last day, or after it. */
export const ShareEnd = z.enum(['REVOKED', 'NOT_PRINTED', 'RAN_OUT'])
export type ShareEnd = z.infer<typeof ShareEnd>
