// @vitest-environment happy-dom
import { mount, type VueWrapper } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { h, nextTick } from 'vue'
import { refused } from '#core/kernel/reply.ts'
import DebtStatementForm from '../../../../renderer/certificates/DebtStatementForm.vue'
import PaperFrame from '../../../../renderer/certificates/PaperFrame.vue'
import PensionStatusForm from '../../../../renderer/certificates/PensionStatusForm.vue'
import SalaryForm from '../../../../renderer/certificates/SalaryForm.vue'
import { useDebtStatement } from '../../../../renderer/certificates/debt-statement.store.ts'
import { usePaperPanel } from '../../../../renderer/certificates/paper-panel.store.ts'
import { usePensionStatus } from '../../../../renderer/certificates/pension-status.store.ts'
import { useSalaryCertificate } from '../../../../renderer/certificates/salary-certificate.store.ts'
import { t } from '../../../../renderer/locales/texts.ts'
import { ok, type FakeApp } from '../../../support/fake-app.ts'
import { createFakeOffice } from '../../../support/fake-office.ts'
import { anIssuedPaper, anOpening } from '../../../support/fake-papers.ts'

vi.mock('../../../../renderer/ui/Dialog.vue', () => ({ default: { render: () => null } }))
vi.mock('../../../../renderer/ui/AppIcon.vue', () => ({ default: { render: () => null } }))
vi.mock('../../../../renderer/certificates/PdfView.vue', () => ({
  default: { render: () => h('canvas') },
}))

const bank = { institutionCode: 'B013', name: 'بانک رفاه', kind: 'BANK', bankCode: '013' } as const
const printed = anIssuedPaper({ printState: 'PRINTED', prints: 1, trackingCode: '14050900017' })
let app: FakeApp
let frame: VueWrapper | undefined

beforeEach(() => {
  setActivePinia(createPinia())
  app = createFakeOffice({
    'certificates.recipients': () => ok([bank]),
    'certificates.preview': () => ok({ pdf: '' }),
    'certificates.pdf': () => ok({ pdf: '' }),
    'certificates.issue': () => ok(anIssuedPaper()),
    'certificates.print': () =>
      ok({ paper: printed, printed: true, where: 'Laser 1', reason: null }),
  })
  Object.assign(window, { app: app.bridge })
})
afterEach(() => {
  frame?.unmount()
  frame = undefined
})

async function show(kind: 'salary-certificate' | 'debt-statement') {
  const isSalary = kind === 'salary-certificate'
  const form = isSalary ? useSalaryCertificate() : useDebtStatement()
  frame = mount(PaperFrame, {
    props: { kind, title: t(`enums.paperKind.${kind}`), kinds: [], batch: false },
    slots: { default: () => h(isSalary ? SalaryForm : DebtStatementForm) },
    attachTo: document.body,
  })
  await usePaperPanel().open(form, anOpening())
  await nextTick()
  return frame
}
const issues = () => app.calls.filter(({ method }) => method === 'certificates.issue')

it('has the focus in its first field, and takes it to the first fault when it is sent', async () => {
  const shown = await show('salary-certificate')
  const paper = useSalaryCertificate()
  const box = shown.get('[role=combobox]')
  await vi.waitFor(() => expect(document.activeElement).toBe(box.element))
  paper.recipient = bank
  paper.branch = 'م'
  await shown.get('form').trigger('submit')
  expect(document.activeElement).toBe(shown.get('[name=recipientBranch]').element)
  expect(shown.text()).toContain(t('papers.branchShort'))
  expect(issues()).toEqual([])
})

it('issues once, and shows number, tracking code and where it was printed', async () => {
  const shown = await show('salary-certificate')
  const paper = useSalaryCertificate()
  paper.recipient = bank
  paper.branch = 'مرکزی'
  await nextTick()
  await shown.get('form').trigger('submit')
  await vi.waitFor(() => expect(shown.text()).toContain('Laser 1'))
  for (const text of ['۹۰۰-۱۴۰۵-۱-۰۰۰۰۰۱', '۱۴۰۵۰۹۰۰۰۱۷', t('enums.printState.PRINTED')])
    expect(shown.text()).toContain(text)
  expect(issues()).toHaveLength(1)
})

it('keeps the form and offers another try when the office does not answer', async () => {
  const shown = await show('salary-certificate')
  app.answer('certificates.issue', () => refused({ code: 'unavailable' }))
  const paper = useSalaryCertificate()
  paper.recipient = bank
  paper.branch = 'مرکزی'
  await nextTick()
  await shown.get('form').trigger('submit')
  await vi.waitFor(() => expect(shown.text()).toContain(t('refusals.title.unavailable')))
  expect(shown.find('[name=recipientBranch]').exists()).toBe(true)
  app.answer('certificates.issue', () => ok(anIssuedPaper()))
  await shown.get('[role=alert] button').trigger('click')
  await vi.waitFor(() => expect(shown.text()).toContain('Laser 1'))
  const keys = issues().map(({ input }) => (input as { idempotencyKey: string }).idempotencyKey)
  expect([keys.length, new Set(keys).size]).toEqual([2, 1])
})

it('issues by Enter on a list, which a form leaves alone', async () => {
  const shown = await show('debt-statement')
  const list = shown.get('[role=listbox]')
  await list.trigger('keydown', { key: 'ArrowDown' })
  await list.trigger('keydown', { key: 'Enter' })
  await vi.waitFor(() => expect(issues()).toHaveLength(1))
  const second = useDebtStatement().workshops[1]
  expect(issues()[0]?.input).toMatchObject({ order: { workshopCode: second?.workshopCode } })
})

it('waits at its button where the paper asks for nothing, so that Enter issues it', async () => {
  const form = usePensionStatus()
  frame = mount(PaperFrame, {
    props: { kind: 'pension-status', title: '', kinds: [], batch: false },
    slots: { default: () => h(PensionStatusForm) },
    attachTo: document.body,
  })
  await usePaperPanel().open(form, anOpening())
  await nextTick()
  expect(document.activeElement?.textContent).toContain(t('papers.issueAndPrint'))
})
