import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { forgetCitizen } from '../../../../renderer/client/forget.ts'
import { loaded } from '../../../../renderer/client/load.ts'
import { usePensions } from '../../../../renderer/pensions/pension.store.ts'
import { ok } from '../../../support/fake-app.ts'
import { createFakeOffice } from '../../../support/fake-office.ts'

let app = createFakeOffice()
beforeEach(() => {
  setActivePinia(createPinia())
  app = createFakeOffice()
  vi.stubGlobal('window', { app: app.bridge })
})
afterEach(() => vi.unstubAllGlobals())

it('opens the file that is paid with its newest slip and decree', async () => {
  const pensions = usePensions()
  await pensions.open('visit-1', null)
  expect(pensions.pensionNumber).toBe('8000101')
  expect(loaded(pensions.slip)?.slipNumber).toBe(loaded(pensions.slips)?.[0]?.slipNumber)
  expect(pensions.decreeNumber).toBe(loaded(pensions.decrees)?.[0]?.decreeNumber)
})

it('opens the file whose number was searched for', async () => {
  const pensions = usePensions()
  await pensions.open('visit-1', '8000109')
  expect(pensions.pensionNumber).toBe('8000109')
})

it('asks once, and keeps the chosen slip while other roles are looked at', async () => {
  const pensions = usePensions()
  await pensions.open('visit-1', null)
  const third = loaded(pensions.slips)?.[2]?.slipNumber ?? ''
  await pensions.chooseSlip('visit-1', third)
  await pensions.open('visit-1', null)
  expect(pensions.slipNumber).toBe(third)
  expect(app.calls.filter((one) => one.method === 'pensions.files')).toHaveLength(1)
})

it('has nothing to choose for someone who is no pensioner', async () => {
  app.answer('pensions.files', () => ok([]))
  const pensions = usePensions()
  await pensions.open('visit-1', null)
  expect(loaded(pensions.files)).toEqual([])
  expect(pensions.pensionNumber).toBeNull()
})

it('forgets everything at the end of the visit', async () => {
  const pensions = usePensions()
  await pensions.open('visit-1', null)
  forgetCitizen()
  expect([pensions.files, pensions.slips, pensions.slip, pensions.decrees]).toEqual(
    Array.from({ length: 4 }, () => ({ state: 'idle' })),
  )
  expect(pensions.slipNumber).toBeNull()
})
