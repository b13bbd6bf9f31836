import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { instantAt } from '#core/kernel/instant.ts'
import { refused } from '#core/kernel/reply.ts'
import type { ParameterChange, ParameterList } from '#core/parameters/parameter-change.model.ts'
import { useParameters } from '../../../../renderer/parameters/parameters.store.ts'
import { createFakeApp, ok, type Answers } from '../../../support/fake-app.ts'
import { day } from '../../../support/fake-office.ts'

const change: ParameterChange = {
  ...{ changeId: 'a', code: 'MONTH_DAYS', unit: 'DAYS', value: '31', validTo: null },
  ...{ validFrom: day('1405/09/01'), source: 'بخشنامه', reason: 'دلیل', state: 'OPEN' },
  ...{ proposedAt: instantAt(0), proposedBy: 'مدیر', decidedAt: null, decidedBy: null },
  ...{ note: null, isOwn: false },
}
const list: ParameterList = {
  day: day('1405/09/02'),
  entries: [
    { code: 'MONTH_DAYS', inForce: null, rows: [] },
    { code: 'YEAR_DAYS', inForce: null, rows: [] },
  ],
  changes: [change],
}

function install(answers: Answers) {
  const app = createFakeApp({ 'parameters.list': () => ok(list), ...answers })
  vi.stubGlobal('window', { app: app.bridge })
  return { ...app, of: (method: string) => app.calls.filter((one) => one.method === method) }
}
beforeEach(() => {
  setActivePinia(createPinia())
})
afterEach(() => vi.unstubAllGlobals())

it('counts what waits, and shows it alone when asked', async () => {
  install({})
  const store = useParameters()
  await store.reload()
  expect([store.countOf('ALL'), store.countOf('WAITING')]).toEqual([2, 1])
  store.filter = 'WAITING'
  expect(store.shown.map(({ code }) => code)).toEqual(['MONTH_DAYS'])
  store.text = 'YEAR'
  expect(store.shown).toEqual([])
  store.showAll()
  expect(store.shown).toHaveLength(2)
})

it('decides once for two presses and reads the list anew', async () => {
  const app = install({ 'parameters.decide': () => ok(null) })
  const store = useParameters()
  const decision = { outcome: 'APPROVED', changeId: 'a' } as const
  await Promise.all([store.decide(decision), store.decide(decision)])
  expect(app.of('parameters.decide')).toHaveLength(1)
  expect(app.of('parameters.list')).toHaveLength(1)
})

it('shows what happened meanwhile when somebody was faster', async () => {
  const conflict = { code: 'conflict', what: 'parameter-decided' } as const
  install({ 'parameters.decide': () => refused(conflict) })
  const store = useParameters()
  await store.decide({ outcome: 'REFUSED', changeId: 'a', note: 'سند ندارد' })
  expect(store.refusal).toEqual(conflict)
  expect(store.list.state).toBe('ready')
  store.forgive()
  expect(store.refusal).toBeNull()
})

it('keeps the chosen value in sight when it is narrowed away', async () => {
  install({})
  const store = useParameters()
  await store.reload()
  store.selected = 'YEAR_DAYS'
  store.filter = 'WAITING'
  expect(store.chosen?.code).toBe('YEAR_DAYS')
})
