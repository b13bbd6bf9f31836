import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { WorklistItem } from '#core/requests/worklist.model.ts'
import { useWorklist } from '../../../../renderer/requests/worklist.store.ts'
import { createFakeApp, ok } from '../../../support/fake-app.ts'
import { jalali } from '../../../support/counter.ts'

const item: WorklistItem = {
  trackingCode: '4835023013',
  kind: 'MARRIAGE',
  status: '9',
  group: 'RUNNING',
  citizenId: 1,
  citizenName: 'نمونه',
  maskedId: '001****011',
  filedOn: jalali('1405/08/01'),
  ageDays: 3,
  promisedOn: null,
  owner: null,
  isMine: false,
  filedBy: 'متصدی',
  origin: 'COUNTER',
  version: 1,
}
const refusedOf = (items: readonly { readonly trackingCode: string }[]) =>
  items.slice(0, 1).map(({ trackingCode }) => ({ trackingCode, because: 'own-filing' as const }))
const counts = { OVERDUE: 0, TODAY: 0, AWAITING_PAPERS: 0, RUNNING: 1, DONE: 0 }

const line = (n: number): WorklistItem => ({ ...item, trackingCode: String(5_000_000_000 + n) })

function install(all: readonly WorklistItem[] = [item]) {
  const app = createFakeApp({
    'requests.worklist': ({ after, limit }) => {
      const from = after ? all.findIndex((one) => one.trackingCode === after.trackingCode) + 1 : 0
      const items = all.slice(from, from + limit)
      const last = items.at(-1)
      const place = last && { ...last, due: '9999' }
      return ok({ items, counts, next: from + limit < all.length && place ? place : null })
    },
    'requests.take': ({ items }) =>
      ok({ done: items.map(({ trackingCode }) => trackingCode), left: [] }),
    'requests.assign': ({ items, partly }) =>
      partly
        ? ok({
            done: items.slice(1).map(({ trackingCode }) => trackingCode),
            left: refusedOf(items),
          })
        : ok({ done: [], left: refusedOf(items) }),
  })
  vi.stubGlobal('window', { app: app.bridge })
  return app
}
beforeEach(() => {
  vi.useFakeTimers()
  setActivePinia(createPinia())
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('opens on the clerk’s own requests and selects the first', async () => {
  const app = install()
  const worklist = useWorklist()
  await worklist.enter('clerk-1')
  expect(app.calls[0]?.input).toMatchObject({ view: 'MINE', groups: [], text: '' })
  expect(worklist.selected).toBe('4835023013')
})

it('waits for a pause in the typing', async () => {
  const app = install()
  const worklist = useWorklist()
  worklist.type('نم')
  worklist.type('نمو')
  expect(app.calls).toHaveLength(0)
  await vi.advanceTimersByTimeAsync(200)
  expect(app.calls.map((one) => one.input)).toMatchObject([{ text: 'نمو' }])
})

it('shows another clerk neither the list nor the filters', async () => {
  install()
  const worklist = useWorklist()
  await worklist.enter('clerk-1')
  await worklist.look('BRANCH')
  await worklist.toggle('DONE')
  const entering = worklist.enter('clerk-2')
  expect(worklist.worklist).toBeUndefined()
  await entering
  expect([worklist.view, worklist.groups]).toEqual(['MINE', []])
})

it('goes on behind the last line, and reads the same lines anew when something changed', async () => {
  const app = install(Array.from({ length: 450 }, (_, n) => line(n)))
  const worklist = useWorklist()
  await worklist.enter('clerk-1')
  expect(worklist.items).toHaveLength(100)
  await worklist.showMore()
  await worklist.showMore()
  await worklist.showMore()
  expect(worklist.items).toHaveLength(400)
  await worklist.refresh()
  expect(worklist.items).toHaveLength(400)
  expect(new Set(worklist.items.map(({ trackingCode }) => trackingCode)).size).toBe(400)
  await worklist.showMore()
  expect(worklist.items).toHaveLength(450)
  expect(worklist.worklist?.next).toBeNull()
  for (const { input } of app.calls) expect(input).toHaveProperty('limit')
})

it('does with the marked lines what is to be done, else with the one selected', async () => {
  const app = install([line(1), line(2), line(3)])
  const worklist = useWorklist()
  await worklist.enter('clerk-1')
  await worklist.take()
  worklist.marks = [line(2).trackingCode, line(3).trackingCode]
  await worklist.take()
  const taken = app.calls.filter(({ method }) => method === 'requests.take')
  expect(taken.map(({ input }) => input)).toMatchObject([
    { items: [{ trackingCode: line(1).trackingCode, version: 1 }] },
    { items: [{ trackingCode: line(2).trackingCode }, { trackingCode: line(3).trackingCode }] },
  ])
  expect(worklist.marks).toEqual([])
})

it('keeps the marks of what was left', async () => {
  install([line(1), line(2), line(3)])
  const worklist = useWorklist()
  await worklist.enter('clerk-1')
  worklist.marks = [1, 2, 3].map((n) => line(n).trackingCode)
  expect(await worklist.assign('clerk-2', false)).toMatchObject({ done: [] })
  expect(worklist.marks).toHaveLength(3)
  await worklist.assign('clerk-2', true)
  expect(worklist.marks).toEqual([line(1).trackingCode])
})

it('is narrowed as long as something narrows it', async () => {
  install()
  const worklist = useWorklist()
  await worklist.enter('clerk-1')
  await worklist.narrow({ kind: 'MARRIAGE' })
  expect(worklist.isNarrowed).toBe(true)
  await worklist.narrow({ kind: null })
  expect(worklist.isNarrowed).toBe(false)
  worklist.show({ group: 'OVERDUE' })
  expect([worklist.view, worklist.groups]).toEqual(['MINE', ['OVERDUE']])
  await worklist.showAll()
  expect(worklist.isNarrowed).toBe(false)
})
