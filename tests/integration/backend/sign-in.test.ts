import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import {
  addClerks,
  secrets,
  setUp,
  signIn,
  wholeOffice,
  type WholeOffice,
} from '../../support/whole-office.ts'

let office: WholeOffice
const [FIRST, SECOND, THIRD] = [1, 2, 3]

beforeAll(async () => {
  office = await wholeOffice()
  await setUp(office)
  await signIn(office, FIRST, 'ADMINISTRATOR')
  await addClerks(office, FIRST)
  await office.get(FIRST, 'access.signOut', null)
})
afterEach(async () => {
  vi.useRealTimers()
  for (const window of [FIRST, SECOND, THIRD]) await office.ask(window, 'access.signOut', null)
})
afterAll(() => office.demolish())

const state = async () => (await office.get(FIRST, 'office.state', null)).state

describe('the door', () => {
  test('opens with the first clerk and closes after the last', async () => {
    expect(await state()).toBe('closed')
    const session = await signIn(office, FIRST, 'CLERK')
    expect(session).toMatchObject({
      role: 'CLERK',
      branchName: 'شعبه تهران',
      officeKind: 'test',
      workstation: 'desk-1',
      locked: false,
      dataAsOf: null,
    })
    await signIn(office, SECOND, 'SUPERVISOR')
    await office.get(FIRST, 'access.signOut', null)
    expect(await state()).toBe('open')
    await office.get(SECOND, 'access.signOut', null)
    expect(await state()).toBe('closed')
    expect(await office.ask(SECOND, 'citizens.search', { text: 'x' })).toMatchObject({
      refusal: { code: 'not-signed-in' },
    })
  })

  test('two who come at once find it open', async () => {
    await Promise.all([signIn(office, FIRST, 'CLERK'), signIn(office, SECOND, 'SUPERVISOR')])
    expect(await state()).toBe('open')
  })

  test('closing waits for who is at work', async () => {
    await signIn(office, FIRST, 'CLERK')
    const [found] = await Promise.all([
      office.ask(FIRST, 'citizens.search', { text: 'x' }),
      office.ask(FIRST, 'access.signOut', null),
    ])
    expect(found).toMatchObject({ ok: true })
    expect(await state()).toBe('closed')
  })

  test('a window that goes takes its session along', async () => {
    await signIn(office, FIRST, 'CLERK')
    await office.closeWindow(FIRST)
    expect(await state()).toBe('closed')
    expect(await office.get(FIRST, 'access.session', null)).toBeNull()
  })

  test('a wrong secret and an unknown name get the same answer', async () => {
    const wrong = await office.ask(FIRST, 'access.signIn', { userName: 'clerk', secret: 'x' })
    const unknown = await office.ask(FIRST, 'access.signIn', { userName: 'nobody', secret: 'x' })
    expect(wrong).toEqual({ ok: false, refusal: { code: 'not-signed-in', what: 'sign-in' } })
    expect(unknown).toEqual(wrong)
    expect(await state()).toBe('closed')
  })

  test('the user name in any letters and digits', async () => {
    const order = { userName: ' CLERK ', secret: secrets.CLERK }
    expect(await office.get(FIRST, 'access.signIn', order)).toMatchObject({ userName: 'clerk' })
  })

  test('another clerk at the same window takes it over', async () => {
    await signIn(office, FIRST, 'CLERK')
    await signIn(office, FIRST, 'SUPERVISOR')
    expect(await office.get(FIRST, 'access.session', null)).toMatchObject({ role: 'SUPERVISOR' })
  })
})

describe('mistakes', () => {
  test('the fifth in a row waits, also with the right secret, and a restart of the office remembers', async () => {
    await signIn(office, SECOND, 'ADMINISTRATOR')
    const now = Date.now()
    vi.useFakeTimers({ now, toFake: ['Date'] })
    const attempt = (secret: string) =>
      office.ask(FIRST, 'access.signIn', { userName: 'supervisor', secret })
    for (let n = 0; n < 4; n++) await attempt('wrong')
    const late = { ok: false, refusal: { what: 'too-many-attempts', values: { seconds: 2 } } }
    expect(await attempt(secrets.SUPERVISOR)).toMatchObject(late)

    const other = await wholeOffice({ folder: office.folder })
    await signIn(other, FIRST, 'ADMINISTRATOR')
    const order = { userName: 'supervisor', secret: secrets.SUPERVISOR }
    expect(await other.ask(SECOND, 'access.signIn', order)).toMatchObject(late)
    await other.stop()

    vi.setSystemTime(now + 3000)
    expect(await attempt(secrets.SUPERVISOR)).toMatchObject({ ok: true })
  })
})

describe('the lock', () => {
  test('hides everything until the same clerk is back', async () => {
    await signIn(office, FIRST, 'CLERK')
    await office.get(FIRST, 'access.lock', null)
    expect(await office.get(FIRST, 'access.session', null)).toMatchObject({ locked: true })
    expect(await office.ask(FIRST, 'citizens.search', { text: 'x' })).toEqual({
      ok: false,
      refusal: { code: 'not-signed-in', what: 'locked' },
    })
    const unlock = (secret: string) => office.ask(FIRST, 'access.unlock', { secret })
    expect(await unlock(secrets.SUPERVISOR)).toMatchObject({ ok: false })
    expect(await unlock(secrets.CLERK)).toMatchObject({ ok: true, value: { locked: false } })
    expect(await office.ask(FIRST, 'citizens.search', { text: 'x' })).toMatchObject({ ok: true })
  })

  test('Windows locking locks all desks and tells them once', async () => {
    await signIn(office, FIRST, 'CLERK')
    await signIn(office, SECOND, 'SUPERVISOR')
    office.events.length = 0
    office.lock()
    office.lock()
    expect(office.events).toEqual([{ topic: 'access.locked', payload: null }])
    expect(await office.get(SECOND, 'access.session', null)).toMatchObject({ locked: true })
  })

  test('nobody unlocks a window where nobody is signed in', async () => {
    expect(await office.ask(FIRST, 'access.unlock', { secret: secrets.CLERK })).toMatchObject({
      refusal: { code: 'not-signed-in' },
    })
  })
})

describe('clerks', () => {
  const newClerk = {
    userName: 'newcomer',
    fullName: 'تازه‌کار نمونه',
    role: 'CLERK',
    secret: 'newcomer-1',
    nationalId: null,
  } as const

  test('a secret is changed by who knows it', async () => {
    await signIn(office, FIRST, 'CLERK')
    const change = (current: string, next: string) =>
      office.ask(FIRST, 'access.changeSecret', { current, next })
    expect(await change('wrong', 'another-secret')).toMatchObject({
      refusal: { code: 'invalid-input', field: 'current', what: 'wrong-secret' },
    })
    await change(secrets.CLERK, 'another-secret')
    const old = { userName: 'clerk', secret: secrets.CLERK }
    expect(await office.ask(SECOND, 'access.signIn', old)).toMatchObject({ ok: false })
    expect(
      await office.ask(SECOND, 'access.signIn', { ...old, secret: 'another-secret' }),
    ).toMatchObject({ ok: true })
    await change('another-secret', secrets.CLERK)
  })

  test('who was made inactive is out at once and stays out', async () => {
    await signIn(office, FIRST, 'ADMINISTRATOR')
    const { clerkId } = await office.get(FIRST, 'access.addClerk', newClerk)
    const order = { userName: 'newcomer', secret: 'newcomer-1' }
    await office.get(SECOND, 'access.signIn', order)
    await office.get(FIRST, 'access.setActive', { clerkId, active: false })
    expect(await office.ask(SECOND, 'citizens.search', { text: 'x' })).toMatchObject({
      refusal: { code: 'not-signed-in' },
    })
    expect(await office.ask(SECOND, 'access.signIn', order)).toMatchObject({
      refusal: { code: 'forbidden', what: 'clerk-inactive' },
    })
    await office.get(FIRST, 'access.setActive', { clerkId, active: true })
    expect(await office.ask(SECOND, 'access.signIn', order)).toMatchObject({ ok: true })
  })

  test('a user name is given once', async () => {
    await signIn(office, FIRST, 'ADMINISTRATOR')
    expect(
      await office.ask(FIRST, 'access.addClerk', { ...newClerk, userName: 'CLERK' }),
    ).toMatchObject({ refusal: { code: 'conflict', what: 'user-name' } })
    const clerks = await office.get(FIRST, 'access.clerks', null)
    expect(clerks.filter(({ userName }) => userName.toLowerCase() === 'clerk')).toHaveLength(1)
  })
})
