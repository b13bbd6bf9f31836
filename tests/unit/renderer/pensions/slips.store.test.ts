import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import { forgetCitizen } from '../../../../renderer/client/forget.ts'
import { loaded } from '../../../../renderer/client/load.ts'
import { usePensions } from '../../../../renderer/pensions/pension.store.ts'
import { useSlips } from '../../../../renderer/pensions/slips.store.ts'
import { createFakeOffice } from '../../../support/fake-office.ts'

let app = createFakeOffice()
beforeEach(() => {
  setActivePinia(createPinia())
  app = createFakeOffice()
  vi.stubGlobal('window', { app: app.bridge })
})
afterEach(() => vi.unstubAllGlobals())

async function opened() {
  const pensions = usePensions()
  const slips = useSlips()
  slips.open('visit-1')
  await pensions.open('visit-1', null)
  return { pensions, slips }
}
const asked = (method: string) => app.calls.filter((one) => one.method === method)

it('compares with the month before, and goes on doing so with the next chosen slip', async () => {
  const { pensions, slips } = await opened()
  slips.compareBefore()
  await vi.waitFor(() => {
    expect(loaded(slips.comparison)?.to.slipNumber).toBe(pensions.slipNumber)
  })
  expect(loaded(slips.comparison)?.from.slipNumber).toBe(slips.all[1]?.slipNumber)
  await pensions.chooseSlip('visit-1', slips.all[3]?.slipNumber ?? '')
  await vi.waitFor(() => {
    expect(loaded(slips.comparison)?.from.slipNumber).toBe(slips.all[4]?.slipNumber)
  })
})

it('compares with a marked slip, the earlier one first, until it is marked again', async () => {
  const { pensions, slips } = await opened()
  const [newest, , third] = slips.all
  slips.mark(newest?.slipNumber ?? '')
  await nextTick()
  expect(slips.pair).toBeNull()
  await pensions.chooseSlip('visit-1', third?.slipNumber ?? '')
  expect(slips.pair).toEqual([third?.slipNumber, newest?.slipNumber])
  slips.mark(newest?.slipNumber ?? '')
  await nextTick()
  expect(slips.pair).toBeNull()
  expect(slips.comparison.state).toBe('idle')
})

it('has nothing to compare the first slip with', async () => {
  const { pensions, slips } = await opened()
  await pensions.chooseSlip('visit-1', slips.all.at(-1)?.slipNumber ?? '')
  slips.compareBefore()
  await nextTick()
  expect(slips.other).toBeUndefined()
  expect(asked('pensions.compareSlips')).toEqual([])
})

it('chooses a slip that the filter leaves, and keeps the choice without a filter', async () => {
  const { pensions, slips } = await opened()
  slips.year = 1403
  await vi.waitFor(() => {
    expect(slips.chosen?.year).toBe(1403)
  })
  expect(slips.rows.every(({ year }) => year === 1403)).toBe(true)
  const kept = pensions.slipNumber
  slips.clearFilter()
  await nextTick()
  expect(pensions.slipNumber).toBe(kept)
  expect(slips.rows).toHaveLength(slips.all.length)
})

it('reads the year of the chosen slip, and another when it is chosen', async () => {
  const { pensions, slips } = await opened()
  slips.look = 'GLANCE'
  await vi.waitFor(() => {
    expect(loaded(slips.glance)?.year).toBe(slips.chosen?.year)
  })
  slips.year = 1402
  await vi.waitFor(() => {
    expect(loaded(slips.glance)?.year).toBe(1402)
  })
  slips.chooseMonth(5)
  await vi.waitFor(() => {
    expect(pensions.slipNumber).toBe('80001011402051')
  })
  expect(slips.glanceYear).toBe(1402)
})

it('keeps all of it while the visit lasts, and forgets it at its end', async () => {
  const { slips } = await opened()
  slips.look = 'GLANCE'
  slips.compareBefore()
  slips.year = 1403
  forgetCitizen()
  expect([slips.look, slips.year, slips.against.kind]).toEqual(['LIST', null, 'NONE'])
  expect([slips.comparison.state, slips.glance.state]).toEqual(['idle', 'idle'])
})
