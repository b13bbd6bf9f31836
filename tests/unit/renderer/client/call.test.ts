import { afterEach, expect, it, vi } from 'vitest'
import { refused } from '#core/kernel/reply.ts'
import { call } from '../../../../renderer/client/call.ts'
import {
  abandonCalls,
  resumeCalls,
  whenSignInIsWanted,
} from '../../../../renderer/client/signed-in.ts'
import { createFakeApp, ok, type Answers } from '../../../support/fake-app.ts'

function install(answers: Answers) {
  const app = createFakeApp(answers)
  vi.stubGlobal('window', { app: app.bridge })
  return app
}
afterEach(() => {
  abandonCalls()
  vi.unstubAllGlobals()
})

it('answers a wrong input at once, without asking the office', async () => {
  const app = install({})
  const reply = await call('citizens.search', { text: 'x'.repeat(201), limit: 8 })
  expect(reply).toEqual({
    ok: false,
    refusal: { code: 'invalid-input', field: 'text', fault: 'too_big' },
  })
  expect(app.calls).toEqual([])
})

it('says unavailable when the bridge breaks instead of throwing', async () => {
  install({ 'visits.end': () => Promise.reject(new Error('gone')) })
  expect(await call('visits.end', 'v-1')).toEqual(refused({ code: 'unavailable' }))
})

it('sends a call again once the clerk is back, and once only', async () => {
  const app = install({ 'visits.end': () => refused({ code: 'not-signed-in', what: 'locked' }) })
  const shown = vi.fn()
  const stop = whenSignInIsWanted(shown)
  const reply = call('visits.end', 'v-1')
  await vi.waitFor(() => expect(shown).toHaveBeenCalledOnce())
  app.answer('visits.end', () => ok(null))
  resumeCalls()
  expect(await reply).toEqual(ok(null))
  expect(app.calls).toHaveLength(2)
  stop()
})

it('lets a waiting call keep its refusal when another clerk signs in', async () => {
  install({ 'visits.end': () => refused({ code: 'not-signed-in' }) })
  const shown = vi.fn()
  const stop = whenSignInIsWanted(shown)
  const reply = call('visits.end', 'v-1')
  await vi.waitFor(() => expect(shown).toHaveBeenCalled())
  abandonCalls()
  expect(await reply).toEqual(refused({ code: 'not-signed-in' }))
  stop()
})

it('never keeps a sign-in or a lock waiting', async () => {
  install({
    'access.unlock': () => refused({ code: 'not-signed-in', what: 'sign-in' }),
    'access.lock': () => refused({ code: 'not-signed-in' }),
  })
  const shown = vi.fn()
  const stop = whenSignInIsWanted(shown)
  expect((await call('access.unlock', { secret: 'x' })).ok).toBe(false)
  expect((await call('access.lock', null)).ok).toBe(false)
  expect(shown).not.toHaveBeenCalled()
  stop()
})
