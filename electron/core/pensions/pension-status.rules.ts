import { rial, type Rial } from '#core/kernel/rial.ts'
import type { PensionFile } from './pension.model.ts'

type Standing = Pick<PensionFile, 'status' | 'shareStatus'>

/** Whether the share is being paid: both the file and the share are active. */
export function isPaid(file: Standing): boolean {
  return file.status === 'ACTIVE' && file.shareStatus === 'ACTIVE'
}

/** Monthly gross of the share as it is paid now, rial; 0 while the file or the share is not active. */
export function presentGross(file: Standing & Pick<PensionFile, 'amount'>): Rial {
  return isPaid(file) ? file.amount : rial(0)
}
