import { mayDo } from '#core/access/roles.ts'
import type { Actor } from '#core/kernel/actor.ts'
import type { Day } from '#core/kernel/day.ts'
import type { Instant } from '#core/kernel/instant.ts'
import type { Worklists } from '#core/requests/worklist.ports.ts'
import type { DuePromises, Notices } from './notice.model.ts'
import type { NoticeBoard, NoticeBook } from './notices.ports.ts'
import { arePromisesNew } from './notices.rules.ts'

interface Needs {
  readonly notices: NoticeBoard
  readonly worklists: Worklists
  readonly actor: Actor
  readonly today: () => Day
}

const SHOWN = 50

/** What concerns the clerk: the last notices, and the promises that are due in his own worklist. */
export async function readNotices(needs: Needs): Promise<Notices> {
  const { notices, actor } = needs
  const promises = await duePromises(needs)
  const items = [...(await notices.list(actor.clerkId, SHOWN))]
  const seen = await notices.findSeen(actor.clerkId, needs.today())
  const isNew = arePromisesNew(promises, seen)
  const unread = (await notices.countUnread(actor.clerkId)) + (isNew ? 1 : 0)
  return { items, promises, arePromisesNew: isNew, unread }
}

/** He has looked: everything up to a notice is read, and the promises are known for today. */
export async function lookAtNotices(
  { upTo }: { readonly upTo: number },
  needs: Needs & { readonly notices: NoticeBook; readonly now: () => Instant },
): Promise<Notices> {
  const { notices, actor } = needs
  await notices.markRead(actor.clerkId, upTo, needs.now())
  await notices.keepSeen(actor.clerkId, needs.today(), await duePromises(needs))
  return readNotices(needs)
}

async function duePromises({ worklists, actor, today }: Needs): Promise<DuePromises> {
  const { clerkId, branchCode } = actor
  const decides = mayDo(actor, 'requests.decide')
  const counts = await worklists.count({
    ...{ view: 'MINE', clerkId, branchCode, decides, today: today() },
    ...{ kind: null, status: null, owner: 'ANYBODY', origin: null, filedFrom: null, filedTo: null },
    ...{ citizenIds: null, trackingCode: null },
  })
  return { overdue: counts.OVERDUE, today: counts.TODAY }
}
