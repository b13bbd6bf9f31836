import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { ImportProgress, ImportResult } from '#core/extracts/extract.model.ts'
import { importPace } from '../../../../renderer/extracts/import-pace.ts'
import { useImport } from '../../../../renderer/extracts/import.store.ts'
import { createFakeApp, ok, type Answers } from '../../../support/fake-app.ts'

const progress = (rowsDone: number, percent: number): ImportProgress => ({
  importId: 'import-1',
  phase: 'LOADING',
  file: 'citizens.csv',
  rowsDone,
  rowsTotal: 1000,
  accepted: rowsDone,
  rejected: 0,
  percent,
  files: [],
})
const done: ImportResult = {
  outcome: 'done',
  importId: 'import-1',
  accepted: 1000,
  rejected: 0,
  files: [],
  notes: [],
  fault: null,
}

function install(answers: Answers = {}) {
  const app = createFakeApp({
    'extracts.history': () => ok([]),
    'extracts.running': () => ok(null),
    'extracts.choose': () => ok({ token: 'token-1', name: 'sample' }),
    'extracts.import': () => ok({ importId: 'import-1' }),
    'extracts.result': () => ok(null),
    ...answers,
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

it('follows an import to its result', async () => {
  const app = install({ 'extracts.running': () => ok(progress(0, 0)) })
  const imports = useImport()
  await imports.choose('folder')
  await imports.begin(false)
  app.emit('extracts.progress', progress(500, 50))
  expect([imports.isRunning, imports.progress?.percent]).toEqual([true, 50])
  app.answer('extracts.result', () => ok(done))
  await vi.advanceTimersByTimeAsync(1000)
  expect([imports.isRunning, imports.result?.outcome, imports.chosen]).toEqual([
    false,
    'done',
    null,
  ])
})

it('finds the import that runs already, as after another screen', async () => {
  install({ 'extracts.running': () => ok(progress(200, 20)) })
  const imports = useImport()
  await imports.open()
  expect([imports.isRunning, imports.progress?.rowsDone]).toEqual([true, 200])
})

it('ends with the history when the backend started again and knows no result', async () => {
  install()
  const imports = useImport()
  await imports.choose('zip')
  await imports.begin(false)
  await vi.advanceTimersByTimeAsync(1000)
  expect([imports.isRunning, imports.result]).toEqual([false, null])
})

it('starts one import for two presses', async () => {
  const app = install({ 'extracts.running': () => ok(progress(0, 0)) })
  const imports = useImport()
  await imports.choose('folder')
  await Promise.all([imports.begin(false), imports.begin(false)])
  expect(app.calls.filter((one) => one.method === 'extracts.import')).toHaveLength(1)
})

it('measures the pace over the last seconds, anew in each phase', () => {
  const measure = importPace()
  expect(measure(progress(0, 0), 0)).toEqual({ rowsPerSecond: undefined, secondsLeft: undefined })
  expect(measure(progress(200, 20), 2000)).toEqual({ rowsPerSecond: 100, secondsLeft: 8 })
  const next = measure({ ...progress(0, 60), phase: 'INDEXING' }, 3000)
  expect(next.rowsPerSecond).toBeUndefined()
})
