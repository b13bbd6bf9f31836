import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import { rial } from '#core/kernel/rial.ts'
import { movement } from '#core/pensions/decree-lines.rules.ts'
import { forgetCitizen } from '../../../../renderer/client/forget.ts'
import { changeText, itemText, monthText } from '../../../../renderer/pensions/decree-words.ts'
import { useDecrees } from '../../../../renderer/pensions/decrees.store.ts'
import { usePensions } from '../../../../renderer/pensions/pension.store.ts'
import { createFakeOffice } from '../../../support/fake-office.ts'

let app = createFakeOffice()
beforeEach(async () => {
  setActivePinia(createPinia())
  app = createFakeOffice()
  vi.stubGlobal('window', { app: app.bridge })
  await usePensions().open('visit-1', null)
})
afterEach(() => vi.unstubAllGlobals())

it('shows one year, and the decree that counts in it', () => {
  const view = useDecrees()
  view.showYear(1403)
  expect(view.rows.map(({ year }) => year)).toEqual([1403])
  expect(view.chosen).toMatchObject({ year: 1403, counts: true })
  view.showYear(null)
  expect(view.rows).toHaveLength(6)
  expect(view.chosen?.year).toBe(1403)
})

it('goes to a decree of another year than the one that is shown', () => {
  const view = useDecrees()
  view.showYear(1403)
  const other = view.years[0] ?? 0
  const number = usePensions().decrees
  const wanted =
    number.state === 'ready' ? number.value.find(({ year }) => year === other) : undefined
  view.go(wanted?.decreeNumber ?? '')
  expect(view.year).toBeNull()
  expect(view.chosen?.year).toBe(other)
})

it('asks where the lines of the chosen decree come from', async () => {
  const view = useDecrees()
  await view.explain('visit-1')
  expect(app.calls.at(-1)).toMatchObject({
    method: 'pensions.decreeExplanation',
    input: { visitId: 'visit-1', decreeNumber: view.chosen?.decreeNumber },
  })
  expect(view.explained?.lines).toHaveLength(3)
})

it('closes the lines when another decree is chosen, and forgets at the end of the visit', async () => {
  const view = useDecrees()
  view.toggle(1)
  view.toggle(2)
  view.toggle(1)
  expect([...view.open]).toEqual([2])
  view.showYear(1402)
  await nextTick()
  expect([...view.open]).toEqual([])
  view.toggle(0)
  forgetCitizen()
  expect(view.year).toBeNull()
  expect([...view.open]).toEqual([])
  expect(view.explanation).toEqual({ state: 'idle' })
})

it('says a movement with its sign, and what is new or gone in words', () => {
  const said = (before: number, after: number) =>
    changeText(movement(rial(before), rial(after))).replace(/[\u2066\u2069]/g, '')
  expect(said(1000, 1456)).toBe('+۴۵٫۶٪')
  expect(said(200, 100)).toBe('−۵۰٪')
  expect([said(0, 5), said(5, 0), said(5, 5)]).toEqual(['تازه', 'برداشته شد', 'بی‌تغییر'])
})

it('names months and items, and of an unknown item says nothing', () => {
  expect(monthText(140_406)).toBe('شهریور ۱۴۰۴')
  expect(itemText('BASE')).toContain('مستمری مبنا')
  expect(itemText('X')).toBeUndefined()
})
