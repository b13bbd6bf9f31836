import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { instantAt } from '#core/kernel/instant.ts'
import { refused } from '#core/kernel/reply.ts'
import type { Revocation } from '#core/verification/verification.model.ts'
import { useKeys } from '../../../../renderer/verification/keys.store.ts'
import { useRevocations } from '../../../../renderer/verification/revocations.store.ts'
import { createFakeApp, ok, type Answers } from '../../../support/fake-app.ts'
import { day } from '../../../support/fake-office.ts'

const revoked: Revocation = {
  documentId: 'document-1',
  number: '900-1405-1-000001',
  kind: 'salary-certificate',
  issuedOn: day('1405/09/01'),
  revokedAt: instantAt(0),
  reason: 'نادرست',
}
const key = {
  keyId: '5f2a91c3',
  createdAt: instantAt(0),
  retiredAt: null,
  certificateSha256: '5f',
  certificateUntil: day('1415/01/01'),
}

function install(answers: Answers) {
  const app = createFakeApp(answers)
  vi.stubGlobal('window', { app: app.bridge })
  return { ...app, of: (method: string) => app.calls.filter((one) => one.method === method) }
}
beforeEach(() => {
  setActivePinia(createPinia())
})
afterEach(() => vi.unstubAllGlobals())

it('revokes once for two presses, reads the list anew and selects the document', async () => {
  const app = install({
    'verification.revoke': () => ok(revoked),
    'verification.revocations': () => ok([revoked]),
  })
  const store = useRevocations()
  const { number, reason } = revoked
  await Promise.all([store.revoke(number, reason), store.revoke(number, reason)])
  expect(app.of('verification.revoke')).toHaveLength(1)
  expect([store.selected, store.list.state]).toEqual(['document-1', 'ready'])
})

it('looks a number up in Latin digits before it is revoked', async () => {
  const app = install({ 'verification.check': () => refused({ code: 'unavailable' }) })
  const store = useRevocations()
  expect(await store.look(' ۹۰۰-۱۴۰۵-۱-۰۰۰۰۰۱ ')).toBeUndefined()
  expect(app.calls[0]?.input).toEqual({ by: 'text', text: '900-1405-1-000001' })
  expect(store.refusal).toEqual({ code: 'unavailable' })
  store.forgive()
  expect([store.refusal, store.isBusy]).toEqual([null, false])
})

it('makes one new key for two presses and reads the keys anew', async () => {
  const app = install({
    'verification.rotate': () => ok(key),
    'verification.keys': () => ok([key]),
  })
  const keys = useKeys()
  const [made] = await Promise.all([keys.rotate(), keys.rotate()])
  expect([made?.keyId, keys.keys.state]).toEqual(['5f2a91c3', 'ready'])
  expect(app.of('verification.rotate')).toHaveLength(1)
})

it('says where the public keys were saved, and nothing when the clerk thought better of it', async () => {
  const app = install({ 'verification.publish': () => ok('/somewhere') })
  const keys = useKeys()
  expect(await keys.publish()).toBe('/somewhere')
  app.answer('verification.publish', () => ok(null))
  expect(await keys.publish()).toBeUndefined()
  expect(keys.refusal).toBeNull()
  app.answer('verification.publish', () => refused({ code: 'unavailable' }))
  expect(await keys.publish()).toBeUndefined()
  expect(keys.refusal).toEqual({ code: 'unavailable' })
})
