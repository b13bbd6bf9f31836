import type { Day } from '#core/kernel/day.ts'
import { rial, type Rial } from '#core/kernel/rial.ts'
import type { PensionFile, PensionNext } from './pension.model.ts'

type Statuses = Pick<PensionFile, 'status' | 'shareStatus'>

/** Whether the share is being paid: both the file and the share are active. */
export function isPaid(file: Statuses): boolean {
  return file.status === 'ACTIVE' && file.shareStatus === 'ACTIVE'
}

/** Monthly gross of the share as it is paid now, rial; 0 while the file or the share is not active. */
export function presentGross(file: Statuses & Pick<PensionFile, 'amount'>): Rial {
  return isPaid(file) ? file.amount : rial(0)
}

/**
 * How a file stands for the one who has a share of it. `since` and `reason` as the centre sent them, null where it did
 * not; `next` what the person can do about it, null while he is paid.
 */
export interface PensionStanding {
  readonly status: PensionFile['status']
  readonly of: 'FILE' | 'SHARE'
  readonly since: Day | null
  readonly reason: string | null
  readonly next: PensionNext | null
}

/**
 * The state that stops the payment, the file's before the share's; a share that is paid stands since it was
 * established. An end in the future belongs to a share that is still paid and says nothing of now.
 *
 * @law domain brief §3.12; Social Security Act, arts. 81, 82 for what brings a share back
 */
export function standingOf(
  file: Statuses &
    Pick<
      PensionFile,
      'pensionType' | 'relation' | 'establishedOn' | 'endedOn' | 'endReason' | 'status'
    >,
  on: Day,
): PensionStanding {
  const of = file.status === 'ACTIVE' ? 'SHARE' : 'FILE'
  const status = of === 'FILE' ? file.status : file.shareStatus
  if (status === 'ACTIVE')
    return { status, of, since: file.establishedOn, reason: null, next: null }
  const ended = file.endedOn !== null && file.endedOn <= on ? file.endedOn : null
  return { status, of, since: ended, reason: file.endReason, next: nextOf(file, status) }
}

function nextOf(
  { pensionType, relation }: Pick<PensionFile, 'pensionType' | 'relation'>,
  status: PensionFile['status'],
): PensionNext {
  if (status === 'PENDING') return 'AWAIT_DECREE'
  if (pensionType !== 'SURVIVORS') return status === 'SUSPENDED' ? 'SHOW_LIFE' : 'OBJECT'
  if (relation === 'SON') return 'PROVE_STUDIES'
  if (relation === 'DAUGHTER') return 'DECLARE_NO_HUSBAND'
  return status === 'SUSPENDED' ? 'SHOW_CONDITION' : 'OBJECT'
}
