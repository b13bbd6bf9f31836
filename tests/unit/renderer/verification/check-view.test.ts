// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Verdict } from '#core/verification/verification.model.ts'
import { t } from '../../../../renderer/locales/texts.ts'
import CheckView from '../../../../renderer/verification/CheckView.vue'
import { createFakeApp, ok, type FakeApp } from '../../../support/fake-app.ts'

const altered: Verdict = {
  verdict: 'ALTERED',
  source: 'PDF',
  kind: 'salary-certificate',
  number: '900-1405-1-000001',
  day: null,
  validUntil: null,
  keyId: '5f2a91c3',
  signature: 'BROKEN',
  figures: [
    { name: 'gross', sealed: '2000000', found: '2000000', agrees: true },
    { name: 'net', sealed: '1000000', found: '9000000', agrees: false },
  ],
  revocation: null,
  usedOn: null,
  issuedHere: true,
  officeKind: 'real',
}

let app: FakeApp
beforeEach(() => {
  app = createFakeApp({ 'verification.check': () => ok(altered) })
  Object.assign(window, { app: app.bridge })
})
afterEach(() => {
  document.body.innerHTML = ''
})

const show = () => {
  const view = mount(CheckView, { attachTo: document.body, global: { plugins: [createPinia()] } })
  return { view, box: view.get('input:not([type=file])').element as HTMLInputElement }
}
/** Keys as a scanner sends them: one after the other, none waited for. */
function scan(box: HTMLInputElement, digits: string): void {
  for (const digit of digits) {
    box.value += digit
    box.dispatchEvent(new InputEvent('input', { bubbles: true, data: digit }))
  }
}

it('takes a scan of seven hundred digits in Persian or Latin, begun as soon as it opens', async () => {
  const { view, box } = show()
  await flushPromises()
  expect(document.activeElement).toBe(box)
  const digits = '0123456789'.repeat(70)
  scan(box, digits.slice(0, 350))
  scan(
    box,
    digits.slice(350).replace(/\d/g, (one) => '۰۱۲۳۴۵۶۷۸۹'[Number(one)] ?? ''),
  )
  await view.get('form').trigger('submit')
  await flushPromises()
  expect(app.calls).toEqual([{ method: 'verification.check', input: { by: 'text', text: digits } }])
})

it('names the figure that differs, with both its values, in words', async () => {
  const { view, box } = show()
  scan(box, '123')
  await view.get('form').trigger('submit')
  await flushPromises()
  expect(view.get('h2').text()).toBe(t('verification.verdict.ALTERED'))
  expect(view.get('article header').text()).toContain('خالص پرداختی')
  const rows = view.findAll('tbody tr').map((row) => row.text().replace(/\s+/g, ' '))
  expect(rows[0]).toContain(t('verification.agrees'))
  expect(rows[1]).toContain(t('verification.disagrees'))
  expect(rows[1]).toContain('۱٬۰۰۰٬۰۰۰ ریال')
  expect(rows[1]).toContain('۹٬۰۰۰٬۰۰۰ ریال')
  expect(view.get('[role=status]').text()).toBe(t('verification.verdict.ALTERED'))
})

it('takes a PDF that is dropped and says what it cannot take', async () => {
  const { view } = show()
  const drop = (...files: File[]) => view.trigger('drop', { dataTransfer: { files } })
  await drop(new File(['GIF89a'], 'عکس.gif'))
  await vi.waitFor(() => expect(view.find('[role=alert]').text()).toContain('عکس.gif'))
  expect(app.calls).toHaveLength(0)
  await drop(new File(['%PDF-1.7'], 'گواهی.pdf'))
  await vi.waitFor(() => expect(view.find('article').text()).toContain('گواهی.pdf'))
  expect(app.calls[0]?.input).toMatchObject({ by: 'file', name: 'گواهی.pdf' })
})
