import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Output } from '#core/contract.ts'
import { refused } from '#core/kernel/reply.ts'
import { forgetCitizen } from '../../../../renderer/client/forget.ts'
import { useShareCheck } from '../../../../renderer/verification/share-check.store.ts'
import { createFakeApp, ok, type FakeApp } from '../../../support/fake-app.ts'
import { day } from '../../../support/fake-office.ts'

const shown = {
  verdict: { verdict: 'GENUINE' },
  ...{ pdf: 'JVBERi0=', until: day('1405/09/09') },
} as unknown as Output<'verification.checkShare'>
let app: FakeApp
beforeEach(() => {
  setActivePinia(createPinia())
  app = createFakeApp({ 'verification.checkShare': () => ok(shown) })
  vi.stubGlobal('window', { app: app.bridge })
})
afterEach(() => vi.unstubAllGlobals())

it('asks nothing while a field is wrong, and says which', async () => {
  const check = useShareCheck()
  expect(await check.check()).toBe('personId')
  check.personId = '0000001024'
  expect(await check.check()).toBe('personId')
  check.personId = '۰۰۰۰۰۰۱۰۲۳'
  expect(await check.check()).toBe('password')
  expect(app.calls).toEqual([])
})

it('shows the paper and forgets the password', async () => {
  const check = useShareCheck()
  check.personId = '۰۰۰۰۰۰۱۰۲۳'
  check.password = '۴۸۲۰۷-۱۹۳۵۶-۷۰۴۴۱'
  expect(await check.check()).toBeUndefined()
  expect(check.found).toEqual({ state: 'ready', value: shown })
  expect(check.password).toBe('')
  expect(app.calls[0]?.input).toMatchObject({ personId: '0000001023' })
})

it('keeps what was typed when it was wrong, and shows nothing of the answer before', async () => {
  const check = useShareCheck()
  check.personId = '0000001023'
  check.password = '1'
  await check.check()
  app.answer('verification.checkShare', () => refused({ code: 'forbidden', what: 'share-check' }))
  check.password = '2'
  await check.check()
  expect(check.found.state).toBe('refused')
  expect(check.password).toBe('2')
  forgetCitizen()
  expect([check.found.state, check.personId, check.password]).toEqual(['idle', '', ''])
})
