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
  origin: 'COUNTER',
}
const counts = { OVERDUE: 0, TODAY: 0, AWAITING_PAPERS: 0, RUNNING: 1, DONE: 0 }

function install() {
  const app = createFakeApp({
    'requests.worklist': () => ok({ items: [item], counts, more: false }),
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
