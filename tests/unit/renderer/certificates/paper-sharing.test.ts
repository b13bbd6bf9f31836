import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { refused } from '#core/kernel/reply.ts'
import { paperSharing } from '../../../../renderer/certificates/paper-sharing.ts'
import { createFakeApp, ok, type FakeApp } from '../../../support/fake-app.ts'
import { day } from '../../../support/fake-office.ts'

const until = day('1405/09/09')
const shared = {
  share: { shareId: 's', documentId: 'd', from: day('1405/09/02'), until },
  ...{ where: 'laser', fault: null },
}
let app: FakeApp
beforeEach(() => {
  app = createFakeApp({ 'vault.share': () => ok(shared) })
  vi.stubGlobal('window', { app: app.bridge })
})
afterEach(() => vi.unstubAllGlobals())

it('tells until when, and is not given twice', async () => {
  const sharing = paperSharing()
  await sharing.again()
  expect(app.calls).toEqual([])
  await sharing.share('v', 'd', 'WEEK')
  expect(sharing.state.value).toEqual({ state: 'shared', until, where: 'laser' })
  await sharing.again()
  expect(app.calls).toEqual([
    { method: 'vault.share', input: { visitId: 'v', documentId: 'd', term: 'WEEK' } },
  ])
})

it('says that nothing was given when the password was not printed, and tries once more', async () => {
  app.answer('vault.share', () => ok({ share: null, where: null, fault: 'no-printer' }))
  const sharing = paperSharing()
  await sharing.share('v', 'd', 'DAY')
  expect(sharing.state.value).toEqual({ state: 'failed', reason: 'no-printer' })
  app.answer('vault.share', () => refused({ code: 'conflict', what: 'share-in-force' }))
  await sharing.again()
  expect(sharing.state.value).toMatchObject({ state: 'refused' })
  app.answer('vault.share', () => ok(shared))
  await sharing.again()
  expect(sharing.state.value.state).toBe('shared')
})

it('shows nothing of a paper that was put away meanwhile', async () => {
  const sharing = paperSharing()
  const given = sharing.share('v', 'd', 'DAY')
  sharing.clear()
  await given
  expect(sharing.state.value).toEqual({ state: 'none' })
  expect(app.calls).toHaveLength(1)
})
