import { toPersianDigits } from '#core/kernel/digits.ts'
import type { Because } from '#core/kernel/decision.ts'
import { dayInTehran, instantAt, tehranTime, type Instant } from '#core/kernel/instant.ts'
import type { Parameter } from '#core/parameters/parameters.model.ts'
import { parameterOn } from '#core/parameters/parameters.rules.ts'

export type HoldReason = 'account-hold' | 'parameter-missing'

/** `until`: the first moment at which an account may be filed again; null when that cannot be told. */
export interface AccountHold {
  readonly until: Instant | null
  readonly because: Because<HoldReason>
}

const HOUR_MS = 3_600_000

/**
 * The hold on account changes after the mobile was changed, as long as it lasts: whoever takes over a mobile shall not
 * take over the money with it. The hours are those of the parameter on the day of the change; where it is missing
 * nothing is let through.
 *
 * @law domain brief §3.22; ACCOUNT_HOLD_HOURS
 */
export function accountHold(
  mobileChangedAt: Instant | null,
  parameters: readonly Parameter[],
  now: Instant,
): AccountHold | undefined {
  if (mobileChangedAt === null) return undefined
  const changedOn = dayInTehran(mobileChangedAt)
  const hours = parameterOn(parameters, 'ACCOUNT_HOLD_HOURS', 'FACTOR', changedOn)
  if (!hours) {
    const values = { parameter: 'ACCOUNT_HOLD_HOURS', day: changedOn }
    return { until: null, because: { code: 'parameter-missing', values } }
  }
  const until = instantAt(Date.parse(mobileChangedAt) + hours.value * HOUR_MS)
  if (now >= until) return undefined
  const values = {
    hours: hours.value,
    day: dayInTehran(until),
    time: toPersianDigits(tehranTime(until)),
  }
  return { until, because: { code: 'account-hold', values } }
}
