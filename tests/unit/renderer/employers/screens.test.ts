// @vitest-environment happy-dom
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { DebtDocument, LedgerDebt } from '#core/employers/debt.model.ts'
import { sumDebtTotals } from '#core/employers/debts.rules.ts'
import type { Workshop } from '#core/employers/workshop.model.ts'
import { rial } from '#core/kernel/rial.ts'
import DebtInquiry from '../../../../renderer/employers/DebtInquiry.vue'
import DebtLedger from '../../../../renderer/employers/DebtLedger.vue'
import WorkshopList from '../../../../renderer/employers/WorkshopList.vue'
import { useEmployer, type EmployerTab } from '../../../../renderer/employers/employer.store.ts'
import { useWorkshop } from '../../../../renderer/employers/workshop.store.ts'
import { t } from '../../../../renderer/locales/texts.ts'
import { createFakeApp, ok, type FakeApp } from '../../../support/fake-app.ts'
import { day } from '../../../support/fake-office.ts'
import { aDebt, aLedger, aWorkshop, aWorkshopDetail, owing } from '../../../support/ledgers.ts'

const VISIT = 'a8a93c7c-795e-4faa-af44-2f1dd5005339'
const REQUESTS = ['DEBT_OBJECTION', 'DEBT_ARTICLE16', 'DEBT_INSTALMENT'] as const

let app: FakeApp
beforeEach(() => {
  setActivePinia(createPinia())
  app = createFakeApp({ 'employers.workshop': () => ok(aWorkshopDetail()) })
  Object.assign(window, { app: app.bridge })
  // The window here always has a moment.
  vi.stubGlobal('requestIdleCallback', (run: () => void) => {
    run()
    return 0
  })
  vi.stubGlobal('cancelIdleCallback', () => undefined)
})
afterEach(() => {
  vi.unstubAllGlobals()
  document.body.innerHTML = ''
})

function answer(
  workshops: readonly Workshop[],
  debts: LedgerDebt[] = [],
  documents: DebtDocument[] = [],
) {
  const totals = sumDebtTotals(workshops.map((one) => one.debts))
  app.answer('employers.workshops', () => ok({ workshops: [...workshops], totals }))
  app.answer('employers.ledger', () => ok(aLedger(debts)))
  app.answer('employers.debtDocuments', () => ok(documents))
}
async function open(tab: EmployerTab) {
  const store = useEmployer()
  await store.open(VISIT)
  store.tab = tab
  return store
}
async function showLedger() {
  await open('ledger')
  const view = mount(DebtLedger, {
    attachTo: document.body,
    props: { visitId: VISIT, requests: REQUESTS, printClosed: undefined },
  })
  await flushPromises()
  return view
}
async function showInquiry() {
  await open('inquiry')
  const view = mount(DebtInquiry, { props: { visitId: VISIT, printClosed: undefined } })
  await flushPromises()
  return view
}
const said = (view: Pick<VueWrapper, 'text'>) => view.text().replace(/\s+/g, ' ')
const grid = (label: string) => `[role=grid][aria-label="${label}"]`

describe('the inquiry', () => {
  it('«no debt» is an answer of its own, with its day', async () => {
    answer([aWorkshop()])
    const view = await showInquiry()
    expect(said(view)).toContain(t('employers.inquiry.clear'))
    expect(said(view)).toContain(t('employers.inquiry.clearReason', { day: '۱۴۰۵/۰۸/۳۰' }))
    expect(said(view)).toContain(t('employers.inquiry.clearAll', { n: 1 }))
  })

  it('tells what is owed by kind, what is disputed apart, and what can be done', async () => {
    const debts = { ...owing(1_000_000, 345_000), installmentPayable: rial(600_000) }
    answer(
      [aWorkshop({ debts: { ...debts, notPayable: rial(400_000), open: 2 } })],
      [aDebt('1', { nextStep: 'OBJECT_ASSESSMENT', daysLeft: 1 })],
    )
    const view = await showInquiry()
    const figures = view.findAll('.figures > div').map((one) => said(one))
    expect(figures).toEqual([
      expect.stringMatching(/قطعی.*۱٬۰۰۰٬۰۰۰ریال/),
      expect.stringMatching(/قابل تقسیط.*۶۰۰٬۰۰۰ریال/),
      expect.stringMatching(/غیرقابل تقسیط.*۴۰۰٬۰۰۰ریال/),
      expect.stringMatching(/در رسیدگی.*۳۴۵٬۰۰۰ریال/),
      expect.stringContaining('۲'),
    ])
    expect(said(view)).toContain(t('employers.nearest', { left: t('employers.left.today') }))
    expect(view.findAll('tbody tr')).toHaveLength(1)
  })
})

const document20 = (at: number): DebtDocument => ({
  seq: at + 1,
  documentNumber: `D-${at + 1}`,
  day: day('1404/01/01'),
  type: 'CALCULATION',
  stage: 'ASSESSED',
  status: 'SERVED',
  description: null,
})

describe('the ledger', () => {
  it('300 debts with 20 documents each: only what is in sight is drawn', async () => {
    const documents = Array.from({ length: 20 }, (_, at) => document20(at))
    const debts = Array.from({ length: 300 }, (_, at) => aDebt(String(at + 1)))
    answer([aWorkshop()], debts, documents)
    const view = await showLedger()
    const table = view.get(grid(t('employers.ledger.table')))
    expect(table.attributes('aria-rowcount')).toBe('301')
    expect(table.findAll('tbody tr').length).toBeLessThan(60)
    const own = view.get(grid(t('employers.documents.table', { number: '۱' })))
    expect(own.findAll('tbody tr')).toHaveLength(20)
  })

  it('what is wrong with a debt stands beside it in words', async () => {
    answer([aWorkshop()], [aDebt('1', { notices: ['PARTS_DIFFER', 'DATES_DISORDERED'] })])
    const view = await showLedger()
    expect(said(view.get(grid(t('employers.ledger.table'))))).toContain('۲ هشدار')
    expect(said(view)).toContain(t('employers.notice.PARTS_DIFFER'))
    expect(said(view)).toContain(t('employers.notice.DATES_DISORDERED'))
  })

  it('the stages are a line of steps, each with its state in words or its day', async () => {
    answer([aWorkshop()], [aDebt('1', { stage: 'PRIMARY' })])
    const view = await showLedger()
    const steps = view.findAll('.steps > li')
    expect(steps.map((step) => step.attributes('aria-current'))).toEqual([
      ...[undefined, undefined, 'step', undefined, undefined, undefined],
    ])
    expect(steps.map((step) => said(step))).toEqual([
      'برآوردیگذشته۱۴۰۴/۰۱/۰۱',
      'اعتراضگذشته۱۴۰۴/۰۲/۰۱',
      'بدویاکنون۱۴۰۴/۰۳/۰۱',
      'تجدیدنظردر پیش',
      'قطعیدر پیش',
      'اجراییهدر پیش',
    ])
  })

  it('a request that is closed says why and does nothing, one that is open names its debt', async () => {
    answer([aWorkshop()], [aDebt('77', { nextStep: 'OBJECT_ASSESSMENT', daysLeft: 2 })])
    const view = await showLedger()
    const buttons = view.get(`[aria-label="${t('employers.actions.label')}"]`).findAll('button')
    expect(buttons.map((button) => button.attributes('aria-disabled'))).toEqual([
      ...[undefined, 'true', 'true'],
    ])
    for (const button of buttons) await button.trigger('click')
    expect(view.emitted('file')).toEqual([['DEBT_OBJECTION', '77']])
    expect(said(view)).toContain(t('employers.actions.notDefinitive'))
  })

  it('a mandate without requests closes them all', async () => {
    answer([aWorkshop({ scope: ['DEBTS'] })], [aDebt('1', { nextStep: 'OBJECT_ASSESSMENT' })])
    const view = await showLedger()
    const buttons = view.get(`[aria-label="${t('employers.actions.label')}"]`).findAll('button')
    expect(buttons.every((button) => button.attributes('aria-disabled') === 'true')).toBe(true)
    expect(said(view)).toContain(t('employers.actions.scope'))
  })

  it('no debt, and nothing left by the filter, are told apart; Esc gives all back', async () => {
    answer([aWorkshop()])
    const empty = await showLedger()
    expect(said(empty)).toContain(t('employers.ledger.empty'))
    empty.unmount()
    setActivePinia(createPinia())
    answer([aWorkshop()], [aDebt('1')])
    const view = await showLedger()
    const [, state] = view.findAll('select')
    await state?.setValue('SETTLED')
    expect(said(view)).toContain(t('employers.ledger.none'))
    await view.trigger('keydown', { key: 'Escape' })
    expect(view.get(grid(t('employers.ledger.table'))).findAll('tbody tr')).toHaveLength(1)
  })

  it('a day that no parameter gives is said, and the debts stay readable', async () => {
    answer([aWorkshop()])
    app.answer('employers.ledger', () =>
      ok(aLedger([aDebt('1')], { missingParameter: 'OBJECTION_DAYS_PRIMARY' })),
    )
    const view = await showLedger()
    expect(said(view)).toContain('OBJECTION_DAYS_PRIMARY')
    expect(view.get(grid(t('employers.ledger.table'))).findAll('tbody tr')).toHaveLength(1)
  })
})

describe('the workshops', () => {
  async function showList() {
    await open('workshops')
    const view = mount(WorkshopList, { props: { visitId: VISIT } })
    await flushPromises()
    return view
  }

  it('2,000 of them: a part is drawn, and a few letters find one', async () => {
    answer(
      Array.from({ length: 2000 }, (_, at) =>
        aWorkshop({ workshopCode: String(9_000_000_000 + at), name: `کارگاه ${at}` }),
      ),
    )
    const view = await showList()
    const table = view.get(grid(t('employers.table')))
    expect(table.attributes('aria-rowcount')).toBe('2001')
    expect(table.findAll('tbody tr').length).toBeLessThan(60)
    await view.get('input:not([type=checkbox])').setValue('۹۰۰۰۰۰۱۹۹۹')
    expect(table.findAll('tbody tr').map((row) => said(row))).toEqual([
      expect.stringContaining('۹۰۰۰۰۰۱۹۹۹'),
    ])
    await view.get('input:not([type=checkbox])').setValue('چنین نیست')
    expect(said(view)).toContain(t('employers.filter.none'))
  })

  it('the chosen one tells who acted for it and when, and that its prefix is another branch', async () => {
    answer([aWorkshop({ prefixDiffers: true })])
    const view = await showList()
    expect(said(view)).toContain(t('employers.prefix', { branch: 'شعبه تهران' }))
    const members = view.findAll('.members li').map((one) => said(one))
    expect(members).toEqual([
      expect.stringContaining(t('employers.workshop.own')),
      expect.stringContaining('۱۴۰۰/۰۱/۰۱ تا ۱۴۰۲/۰۱/۰۱'),
    ])
    expect(said(view)).toContain('پلاک ۲۰')
  })

  it('999 contract rows: a part is drawn, those that owe are found', async () => {
    answer([aWorkshop({ contractRows: 999 })])
    app.answer('employers.workshop', () => ok(aWorkshopDetail(999)))
    const view = await showList()
    const store = useWorkshop()
    store.part = 'contracts'
    await flushPromises()
    const table = view.get(grid(t('employers.contracts.table')))
    expect(table.attributes('aria-rowcount')).toBe('1000')
    expect(table.findAll('tbody tr').length).toBeLessThan(60)
    store.filter = { text: '۰۰۱', owing: true }
    store.sort = { id: 'definitive', by: 'descending' }
    await flushPromises()
    expect(store.shown.map((one) => one.contractRow)).toEqual(['001'])
    store.clearFilter()
    expect(store.shown[0]?.contractRow).toBe('991')
  })
})
