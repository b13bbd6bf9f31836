import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { refused } from '#core/kernel/reply.ts'
import { useSession } from '../../../../renderer/access/session.store.ts'
import { whenForgotten } from '../../../../renderer/client/forget.ts'
import { createFakeApp, ok, type Answers } from '../../../support/fake-app.ts'
import { aSession } from '../../../support/fake-office.ts'

const cleared = vi.fn()
whenForgotten(cleared)

function install(answers: Answers) {
  const app = createFakeApp(answers)
  vi.stubGlobal('window', { app: app.bridge })
  return app
}
beforeEach(() => {
  setActivePinia(createPinia())
  cleared.mockClear()
})
afterEach(() => vi.unstubAllGlobals())

const words = { userName: 'baje', secret: 'baje-1405' }

it('keeps the work when the same clerk comes back', async () => {
  install({ 'access.signIn': () => ok(aSession()), 'access.unlock': () => ok(aSession()) })
  const access = useSession()
  await access.signIn(words)
  cleared.mockClear()
  access.showLock()
  expect(access.isLocked).toBe(true)
  await access.unlock('baje-1405')
  expect(access.isLocked).toBe(false)
  expect(cleared).not.toHaveBeenCalled()
})

it('clears the desk for another clerk', async () => {
  const app = install({ 'access.signIn': () => ok(aSession()) })
  const access = useSession()
  await access.signIn(words)
  access.showLock()
  cleared.mockClear()
  app.answer('access.signIn', () => ok(aSession({ clerkId: 'clerk-2', userName: 'sarparast' })))
  await access.signIn({ userName: 'sarparast', secret: 'sarparast-1405' })
  expect(cleared).toHaveBeenCalledOnce()
  expect(access.session?.clerkId).toBe('clerk-2')
})

it('signs the clerk in again when the backend forgot the session', async () => {
  const app = install({
    'access.signIn': () => ok(aSession()),
    'access.unlock': () => refused({ code: 'not-signed-in' }),
    'access.session': () => ok(null),
  })
  const access = useSession()
  await access.signIn(words)
  await access.load()
  expect(access.isLocked).toBe(true)
  await access.unlock('baje-1405')
  expect(access.isLocked).toBe(false)
  expect(app.calls.at(-1)).toEqual({ method: 'access.signIn', input: words })
})

it('does not try a wrong secret twice', async () => {
  const app = install({
    'access.signIn': () => ok(aSession()),
    'access.unlock': () => refused({ code: 'not-signed-in', what: 'sign-in' }),
  })
  const access = useSession()
  await access.signIn(words)
  access.showLock()
  expect((await access.unlock('wrong')).ok).toBe(false)
  expect(access.isLocked).toBe(true)
  expect(app.calls.filter((one) => one.method === 'access.signIn')).toHaveLength(1)
})

it('hides the work before the office has heard of the lock', async () => {
  let answer: () => void = () => undefined
  const heard = new Promise<void>((resolve) => (answer = resolve))
  install({
    'access.signIn': () => ok(aSession()),
    'access.lock': async () => {
      await heard
      return ok(null)
    },
  })
  const access = useSession()
  await access.signIn(words)
  const locking = access.lock()
  expect(access.isLocked).toBe(true)
  answer()
  await locking
})
