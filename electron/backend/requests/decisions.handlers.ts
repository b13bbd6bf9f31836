import { createHash } from 'node:crypto'
import { decideRequest } from '#core/requests/decide-request.use-case.ts'
import { openItem, readItemScan } from '#core/requests/read-item.use-case.ts'
import { readingNeeds, writingNeeds } from '../repositories.ts'
import type { Handlers } from '../scope.ts'

/** What the deciders of the branch read and decide. */
export const decisionsHandlers = {
  'requests.item': ({ trackingCode }, scope) => openItem(trackingCode, writingNeeds(scope)),
  async 'requests.itemScan'(input, scope) {
    const { format, bytes } = await readItemScan(input, {
      ...readingNeeds(scope),
      // The trail has the opening of the request.
      note: () => undefined,
      sha256: (file) => createHash('sha256').update(file).digest('hex'),
    })
    return { format, bytes: Buffer.from(bytes).toString('base64') }
  },
  'requests.decide': (input, scope) => decideRequest(input, writingNeeds(scope)),
} satisfies Pick<Handlers, 'requests.item' | 'requests.itemScan' | 'requests.decide'>
