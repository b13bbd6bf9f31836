import { checkScan, LARGEST_SCAN, type ScanFault } from '#core/vault/scan-file.rules.ts'
import { EnclosureFormat } from './ticket.model.ts'

/** How many pictures and papers one ticket takes. */
export const MOST_ENCLOSURES = 5

export type CheckedEnclosure =
  | { readonly ok: true; readonly format: EnclosureFormat }
  | { readonly ok: false; readonly fault: ScanFault }

/** Whether a file may be enclosed: as a scan of the box, and of a form that this window shows. */
export function checkEnclosure(bytes: Uint8Array): CheckedEnclosure {
  const checked = checkScan(bytes, LARGEST_SCAN)
  if (!checked.ok) return checked
  const format = EnclosureFormat.safeParse(checked.format)
  return format.success
    ? { ok: true, format: format.data }
    : { ok: false, fault: 'scan-not-a-picture' }
}
