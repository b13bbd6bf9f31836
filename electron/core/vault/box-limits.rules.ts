import type { Day } from '#core/kernel/day.ts'
import { LARGEST_FILE } from '#core/kernel/file-carriers.ts'
import { Refusal } from '#core/kernel/refusal.ts'
import type { Parameter } from '#core/parameters/parameters.model.ts'
import { parameterOn } from '#core/parameters/parameters.rules.ts'
import { LARGEST_SCAN } from './scan-file.rules.ts'
import type { BoxLimits } from './vault.model.ts'

const MEGABYTE = 1024 * 1024

/**
 * What may be put into a box on a day. A larger file than any call carries is not taken, whatever an office says.
 *
 * @law domain brief §3.21
 * @refuses `unavailable` when a value of that day is missing
 */
export function boxLimits(parameters: readonly Parameter[], day: Day): BoxLimits {
  const quota = parameterOn(parameters, 'BOX_QUOTA_MEGABYTES', 'FACTOR', day)
  const file = parameterOn(parameters, 'BOX_FILE_MEGABYTES', 'FACTOR', day)
  const pages = parameterOn(parameters, 'BOX_SCAN_PAGES', 'FACTOR', day)
  if (!quota?.value || !file?.value || !pages?.value)
    throw new Refusal('unavailable', { what: 'box-limits' })
  return {
    quotaBytes: quota.value * MEGABYTE,
    fileBytes: Math.min(LARGEST_FILE, file.value * MEGABYTE),
    scanBytes: LARGEST_SCAN,
    pages: pages.value,
  }
}
