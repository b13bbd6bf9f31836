// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { beforeEach, expect, it } from 'vitest'
import { PaperKind } from '#core/certificates/paper.model.ts'
import { defaultDeskSettings, type DeskSettings } from '#core/kernel/settings.ts'
import PaperPrintingForm from '../../../../renderer/desk/PaperPrintingForm.vue'
import { useDesk } from '../../../../renderer/desk/desk.store.ts'
import { usePrinters } from '../../../../renderer/desk/printers.store.ts'
import { t } from '../../../../renderer/locales/texts.ts'
import { createFakeApp, ok, type FakeApp } from '../../../support/fake-app.ts'

const slip = { printer: 'slips', tray: 'A5', copies: 2, duplex: 'simplex' as const }
const sold = { printer: 'sold', tray: null, copies: 1, duplex: 'longEdge' as const }

let app: FakeApp
let kept: DeskSettings
beforeEach(() => {
  kept = { ...defaultDeskSettings, papers: { 'pension-slip': slip, decree: sold } }
  app = createFakeApp({
    'desk.settings': () => ok(kept),
    'desk.change': () => ok(kept),
    'desk.printers': () =>
      ok([
        { name: 'office', isDefault: true, trays: [] },
        { name: 'slips', isDefault: false, trays: ['A4', 'A5'] },
      ]),
  })
  Object.assign(window, { app: app.bridge })
})

async function show() {
  const pinia = createPinia()
  await useDesk(pinia).load()
  await usePrinters(pinia).reload()
  const form = mount(PaperPrintingForm, { global: { plugins: [pinia] } })
  const row = (kind: PaperKind) =>
    form.get(`[role=group][aria-label="${t(`enums.paperKind.${kind}`)}"]`)
  return { form, row }
}
const changes = () =>
  app.calls.filter((one) => one.method === 'desk.change').map((one) => one.input)

it('has a row for every kind of paper, each control with a name of its own', async () => {
  const { form } = await show()
  expect(form.findAll('[role=group]')).toHaveLength(PaperKind.options.length)
  const names = form.findAll('select').map((one) => one.attributes('aria-label'))
  expect(new Set(names)).toHaveLength(4 * PaperKind.options.length)
})

it('offers trays where the printer tells them, and says what to do where it does not', async () => {
  const { form, row } = await show()
  const tray = row('pension-slip').findAll('select')[1]
  expect(tray?.findAll('option').map((one) => one.text())).toEqual([
    t('administration.printing.anyTray'),
    'A4',
    'A5',
  ])
  expect(row('salary-certificate').findAll('select')[1]?.attributes('disabled')).toBeDefined()
  expect(form.text()).toContain(t('administration.printing.trayHint'))
})

it('marks a printer that is gone', async () => {
  const { row } = await show()
  const printer = row('decree').get('select')
  expect((printer.element as HTMLSelectElement).value).toBe('sold')
  expect(printer.text()).toContain(t('administration.printerGone', { name: 'sold' }))
})

it('keeps each change at once, and forgets a kind that goes the way of the others', async () => {
  const { row } = await show()
  await row('salary-certificate').findAll('select')[2]?.setValue('3')
  await row('pension-slip').get('button').trigger('click')
  await flushPromises()
  expect(changes()).toEqual([
    {
      papers: {
        'salary-certificate': { printer: null, tray: null, copies: 3, duplex: 'simplex' },
      },
    },
    { papers: { 'pension-slip': null } },
  ])
})
