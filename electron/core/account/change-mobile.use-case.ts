import type { Citizens } from '#core/citizens/citizens.ports.ts'
import { formatJalali } from '#core/kernel/day.ts'
import { toPersianDigits } from '#core/kernel/digits.ts'
import { dayInTehran, type Instant } from '#core/kernel/instant.ts'
import { Refusal } from '#core/kernel/refusal.ts'
import type { SentCode } from '#core/messages/one-time-codes.model.ts'
import type { OneTimeCodeBook } from '#core/messages/one-time-codes.ports.ts'
import {
  sendCode,
  type SendCodeNeeds,
  takeCode,
  type TakeCodeNeeds,
} from '#core/messages/one-time-codes.rules.ts'
import { queueMessage, type QueueNeeds } from '#core/messages/outbox.rules.ts'
import type { VisitNeeds } from '#core/visits/open-visit.rules.ts'
import { requireOwnNumber, visitForMobile } from './mobile-visit.rules.ts'
import type { MobileFile, MobileProof, NewMobile } from './mobile.model.ts'
import type { MobileChangeBook } from './mobile.ports.ts'
import { readMobile, type ReadMobileNeeds } from './read-mobile.use-case.ts'

interface Noting {
  readonly note: (about: {
    readonly citizenId: number
    readonly visitId: string
    readonly object?: string
  }) => void
}

interface SendNeeds extends SendCodeNeeds {
  /** Reads one state of the data; what is noted stays with a refusal. */
  readonly reading: <T>(
    work: (needs: VisitNeeds & Noting & { readonly citizens: Citizens }) => Promise<T>,
  ) => Promise<T>
}

/**
 * Sends a code to the number that shall be the person's new mobile.
 *
 * @refuses as `visitForMobile`, `requireOwnNumber` and `sendCode` do
 */
export async function sendMobileCode(
  { visitId, mobile }: NewMobile,
  needs: SendNeeds,
): Promise<SentCode> {
  const citizenId = await needs.reading(async (reading) => {
    const visit = await visitForMobile(visitId, reading)
    await requireOwnNumber(mobile, visit.citizenId, reading.citizens)
    return visit.citizenId
  })
  return await sendCode(
    { purpose: 'MOBILE_CHANGE', subject: `citizen ${citizenId}`, mobile },
    needs,
  )
}

interface ChangeNeeds extends TakeCodeNeeds, QueueNeeds, Noting, ReadMobileNeeds {
  readonly citizens: Citizens
  readonly codes: OneTimeCodeBook
  readonly mobileChanges: MobileChangeBook
  readonly now: () => Instant
  /** As notices name it. */
  readonly branchName: string
}

/**
 * Changes the mobile to the number that the code came to. The old number is told by a notice; from this moment on the
 * accounts of the person are held.
 *
 * @law domain brief §3.22
 * @refuses as `visitForMobile`, `requireOwnNumber` and `takeCode` do
 */
export async function changeMobile(
  { visitId, code }: MobileProof,
  needs: ChangeNeeds,
): Promise<MobileFile> {
  const { actor, citizens, codes, mobileChanges, newId, note, now } = needs
  const { citizenId, personId } = await visitForMobile(visitId, needs)
  const subject = `citizen ${citizenId}` as const
  const newMobile = (await codes.findLive('MOBILE_CHANGE', subject))?.mobile
  if (newMobile === undefined) throw new Refusal('rule', { what: 'code-none', field: 'code' })
  const order = { purpose: 'MOBILE_CHANGE', subject, mobile: newMobile, code } as const
  const taken = await takeCode(order, needs)
  // Somebody else may have taken the number meanwhile.
  await requireOwnNumber(newMobile, citizenId, citizens)
  const oldMobile = (await citizens.findHidden(citizenId, 'MOBILE')) ?? null
  const changeId = newId()
  const changedAt = now()
  await mobileChanges.changeMobile({
    ...{ changeId, citizenId, personId, oldMobile, newMobile, codeId: taken.codeId },
    ...{ verifiedBy: taken.channel, visitId, changedAt, changedBy: actor.clerkId },
  })
  note({ citizenId, visitId, object: `mobile change ${changeId} ${taken.channel}` })
  if (oldMobile !== null) await tellOldNumber({ citizenId, oldMobile, changedAt }, needs)
  return await readMobile(visitId, needs)
}

async function tellOldNumber(
  change: {
    readonly citizenId: number
    readonly oldMobile: string
    readonly changedAt: Instant
  },
  needs: ChangeNeeds,
): Promise<void> {
  const { citizenId, oldMobile: mobile, changedAt } = change
  const day = toPersianDigits(formatJalali(dayInTehran(changedAt)))
  const values = { branch: needs.branchName, day }
  await queueMessage({ kind: 'MOBILE_CHANGED', citizenId, mobile, values }, needs)
}
