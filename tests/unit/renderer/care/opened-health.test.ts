// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h, KeepAlive, nextTick, ref } from 'vue'
import type { OpenedHealth } from '#core/care/health.model.ts'
import { instantAt } from '#core/kernel/instant.ts'
import { refused } from '#core/kernel/reply.ts'
import {
  OPEN_MS,
  useOpenedHealth,
  type OpenHealthList,
} from '../../../../renderer/care/opened-health.ts'
import { isCurtainDrawn } from '../../../../renderer/ui/curtain.ts'
import { createFakeApp, ok, type FakeApp } from '../../../support/fake-app.ts'
import { jalali } from '../../../support/counter.ts'

const list: OpenedHealth = {
  openedAt: instantAt(Date.UTC(2026, 10, 23, 6, 30)),
  people: [{ personId: '0000001015', fullName: 'نام', relation: 'SELF', closed: null }],
  rows: [
    {
      ...{ trackingCode: '1048400022', personId: '0000001015', category: 'DRUG' },
      ...{ issuedOn: jalali('1405/06/27'), visitTime: '10:38', doctorName: 'دکتر', centre: 'بهار' },
    },
  ],
}

let app: FakeApp
let health: OpenHealthList
const isThere = ref(true)
const View = defineComponent(() => {
  health = useOpenedHealth()
  return () => h('p', health.opened.value?.rows.map(({ trackingCode }) => trackingCode).join(' '))
})
const Around = defineComponent(() => () => h(KeepAlive, () => (isThere.value ? h(View) : null)))

beforeEach(() => {
  vi.useFakeTimers()
  isThere.value = true
  isCurtainDrawn.value = false
  app = createFakeApp({ 'care.openHealth': () => ok(list) })
  Object.assign(window, { app: app.bridge })
})
afterEach(() => {
  isCurtainDrawn.value = false
  vi.useRealTimers()
})

async function opened() {
  const around = mount(Around)
  expect(await health.open('v', 'به درخواست او')).toBe(true)
  await nextTick()
  expect(around.text()).toContain('1048400022')
  return around
}

describe('an opened list', () => {
  it('closes itself after five minutes', async () => {
    const around = await opened()
    vi.advanceTimersByTime(OPEN_MS - 1)
    expect(health.opened.value).not.toBeNull()
    vi.advanceTimersByTime(1)
    await nextTick()
    expect([health.opened.value, health.closedBy.value]).toEqual([null, 'TIME'])
    expect(around.text()).toBe('')
  })

  it('is gone the moment the desk is locked', async () => {
    await opened()
    isCurtainDrawn.value = true
    expect([health.opened.value, health.closedBy.value]).toEqual([null, 'LOCK'])
  })

  it('is gone when the part is left, also where the screen is kept', async () => {
    await opened()
    const kept = health
    isThere.value = false
    await nextTick()
    expect([kept.opened.value, kept.closedBy.value]).toEqual([null, 'LEFT'])
    isThere.value = true
    await nextTick()
    expect(health).toBe(kept)
    expect(kept.opened.value).toBeNull()
    expect(await kept.open('v', 'باز هم')).toBe(true)
  })

  it('is gone with its component, and no timer is left', async () => {
    const around = await opened()
    around.unmount()
    expect(health.opened.value).toBeNull()
    expect(vi.getTimerCount()).toBe(0)
  })

  it('asks the office anew for each opening, with its reason', async () => {
    await opened()
    health.close(null)
    expect(health.closedBy.value).toBeNull()
    await health.open('v', 'علت دیگر')
    expect(app.calls.map(({ input }) => input)).toEqual([
      { visitId: 'v', reason: 'به درخواست او' },
      { visitId: 'v', reason: 'علت دیگر' },
    ])
  })
})

it('throws an answer away that comes after the lock', async () => {
  mount(Around)
  let answer: () => void = () => undefined
  app.answer('care.openHealth', () => new Promise((give) => (answer = () => give(ok(list)))))
  const opening = health.open('v', 'به درخواست او')
  await flushPromises()
  isCurtainDrawn.value = true
  answer()
  expect(await opening).toBe(false)
  expect(health.opened.value).toBeNull()
})

it('is asked for once while the answer is awaited, and says why it was refused', async () => {
  mount(Around)
  app.answer('care.openHealth', () =>
    refused({ code: 'forbidden', what: 'outside-power', values: { part: 'HEALTH' } }),
  )
  const both = [health.open('v', 'به درخواست او'), health.open('v', 'به درخواست او')]
  expect(await Promise.all(both)).toEqual([false, false])
  expect(app.calls).toHaveLength(1)
  expect(health.refusal.value).toMatchObject({ what: 'outside-power' })
})
