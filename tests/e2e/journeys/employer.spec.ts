import type { Page } from '@playwright/test'
import type { DebtDocument } from '#core/employers/debt.model.ts'
import type { DebtLedger, EmployerFile } from '#core/employers/workshop.model.ts'
import { isOpenDebt } from '#core/employers/debts.rules.ts'
import { toPersianDigits } from '#core/kernel/digits.ts'
import { addRial, formatRial } from '#core/kernel/rial.ts'
import { expect, test } from '../app.fixture.ts'
import { EmployerPage } from '../pages/employer.page.ts'
import { PapersPanel } from '../pages/papers.panel.ts'
import { RequestPanel } from '../pages/request.panel.ts'
import { inspect, picture } from '../pages/screen.ts'
import { t } from '../pages/texts.ts'
import { textOf } from '../../support/pdf-tools.ts'

// Several screens are looked at in every way.
test.describe.configure({ timeout: 240_000 })

const CONTRACTOR = '9000151002'

/** What the office answers the open file, from its database. */
async function ask(page: Page, method: string, more: object | null): Promise<unknown> {
  return page.evaluate(
    async ([method, more]) => {
      const current = await window.app.call('visits.current', null)
      const file = (current.ok ? current.value : null) as { visit: { visitId: string } } | null
      const visitId = file?.visit.visitId ?? ''
      const reply = await window.app.call(method, more === null ? visitId : { visitId, ...more })
      return reply.ok ? reply.value : null
    },
    [method, more] as const,
  )
}
const workshopsOf = async (page: Page) =>
  (await ask(page, 'employers.workshops', null)) as EmployerFile
const ledgerOf = async (page: Page, workshopCode: string) =>
  (await ask(page, 'employers.ledger', { workshopCode, branchCode: '900' })) as DebtLedger
const documentsOf = async (page: Page, workshopCode: string, debtNumber: string) =>
  (await ask(page, 'employers.debtDocuments', {
    ...{ workshopCode, branchCode: '900', debtNumber },
  })) as DebtDocument[]

test('a contractor by the code of the workshop: inquiry, ledger, filter, statement', async ({
  desk,
}) => {
  const employer = new EmployerPage(desk)
  await desk.openFile(CONTRACTOR)
  // Nothing more is pressed: the answer stands there, as the database has it.
  expect(desk.keys.count).toBe(1)
  const { workshops, totals } = await workshopsOf(desk.page)
  const debts = workshops.find((one) => one.workshopCode === CONTRACTOR)?.debts
  if (!debts) throw new Error('the contractor is not there')
  await expect(employer.answer).toContainText('۹۰۰۰۱۵۱۰۰۲')
  await expect(employer.answer).toContainText(t('employers.inquiry.until', { day: '۱۴۰۵/۰۸/۳۰' }))
  for (const amount of [
    debts.definitive,
    debts.installmentPayable,
    debts.notPayable,
    debts.pending,
  ])
    await expect(employer.answer).toContainText(formatRial(amount))
  const total = desk.page.locator(`dl[aria-label="${t('employers.inquiry.total')}"]`)
  await expect(total).toContainText(formatRial(totals.definitive))
  await expect(total).toContainText(formatRial(totals.pending))
  await inspect(desk, 'employer-inquiry')

  await desk.goTo(employer.inquiry)
  await desk.keys.press('Enter')
  await expect(employer.debts).toBeFocused()
  const ledger = await ledgerOf(desk.page, CONTRACTOR)
  await expect(employer.debts).toHaveAttribute('aria-rowcount', String(ledger.debts.length + 1))
  expect(ledger.debts).toHaveLength(300)
  expect(await employer.debts.getByRole('row').count()).toBeLessThan(60)
  await desk.keys.press('End')
  const last = ledger.debts.at(-1)
  await expect(employer.chosen(employer.debts)).toContainText(
    formatRial(last?.balance ?? addRial()),
  )
  await expect(employer.chosen(employer.debts)).toBeInViewport()
  await inspect(desk, 'employer-ledger-300')
  await desk.goTo(employer.debts)
  await desk.keys.press('Home', 'Enter')
  await expect(employer.documents).toBeFocused()
  const [first] = ledger.debts
  const own = await documentsOf(desk.page, CONTRACTOR, first?.debtNumber ?? '')
  await expect(employer.documents).toHaveAttribute('aria-rowcount', String(own.length + 1))

  await employer.choose('stage', t('employers.stage.DEFINITIVE'))
  await employer.choose('state', t('employers.ledger.open'))
  const wanted = ledger.debts.filter((debt) => debt.stage === 'DEFINITIVE' && isOpenDebt(debt))
  const shown = toPersianDigits(wanted.length)
  await employer.expectCount(shown, '۳۰۰')
  const sum = addRial(...wanted.map((debt) => debt.remaining))
  const line = desk.page.locator(`dl[aria-label="${t('employers.ledger.sum', { n: shown })}"]`)
  await expect(line).toContainText(formatRial(sum))
  await picture(desk, 'employer-ledger-filtered')

  // Other roles and tabs leave everything as it was.
  await desk.keys.press('Alt+1', 'Alt+2')
  await employer.expectCount(shown, '۳۰۰')
  await employer.open('workshops')
  await employer.open('ledger')
  await employer.expectCount(shown, '۳۰۰')

  await desk.keys.press('F7')
  const paper = new PapersPanel(desk, 'debt-statement')
  await expect(
    paper.panel.getByRole('checkbox', { name: t('employers.stage.DEFINITIVE') }),
  ).toBeChecked()
  await paper.ready()
  await picture(desk, 'employer-ledger-panel')
  await desk.keys.press('Enter')
  const text = textOf(await paper.printed())
  expect(text).toContain(formatRial(sum))
  for (const debt of wanted) {
    expect(text).toContain(toPersianDigits(debt.debtNumber))
    expect(text).toContain(formatRial(debt.remaining))
  }
  const [other] = ledger.debts.filter((debt) => debt.stage === 'PRIMARY')
  expect(text).not.toContain(toPersianDigits(other?.debtNumber ?? ''))
  await desk.keys.press('Escape')
  await desk.goTo(employer.debts)
  await desk.keys.press('Escape')
  await employer.expectCount('۳۰۰', '۳۰۰')
})

test('debts at the edges of their time, and the request that follows', async ({ desk }) => {
  const employer = new EmployerPage(desk)
  await desk.openFile('9000011003')
  const { debts } = await ledgerOf(desk.page, '9000011003')
  await expect(employer.answer).toContainText(t('employers.next.OBJECT_ASSESSMENT', { n: '۱' }))
  await employer.open('ledger')
  await desk.goTo(employer.debts)
  await desk.keys.press('Home')
  for (const [at, debt] of debts.entries()) {
    if (at > 0) await desk.keys.press('ArrowDown')
    const row = employer.chosen(employer.debts)
    await expect(row).toContainText(toPersianDigits(debt.debtNumber))
    const left = debt.daysLeft ?? 0
    const words =
      left < 1
        ? t('employers.left.over')
        : left === 1
          ? t('employers.left.today')
          : t('employers.left.days', { n: toPersianDigits(left) })
    await expect(row).toContainText(words)
    const step = employer.debt.getByRole('listitem').and(desk.page.locator('[aria-current=step]'))
    await expect(step).toContainText(t(`employers.stage.${debt.stage}`))
    const objection = employer.debt.getByRole('button', {
      name: t('employers.actions.DEBT_OBJECTION'),
    })
    if (left > 0) await expect(objection).not.toHaveAttribute('aria-disabled')
    else await expect(objection).toHaveAttribute('aria-disabled', 'true')
  }
  await inspect(desk, 'employer-edges')
  const open = debts.findIndex((debt) => (debt.daysLeft ?? 0) > 0)
  await desk.goTo(employer.debts)
  await desk.keys.press('Home', ...Array.from({ length: open }, () => 'ArrowDown'))
  await desk.goTo(
    employer.debt.getByRole('button', { name: t('employers.actions.DEBT_OBJECTION') }),
  )
  await desk.keys.press('Enter')
  const request = new RequestPanel(desk, 'DEBT_OBJECTION')
  await expect(request.field('debt')).toHaveValue(`9000011003/900/${debts[open]?.debtNumber ?? ''}`)
  await picture(desk, 'employer-objection')
})

test('every workshop of a person, by text, by order, and its contract rows', async ({ desk }) => {
  const employer = new EmployerPage(desk)
  await desk.openFile('0000001147')
  await employer.open('workshops')
  await expect(employer.workshops).toHaveAttribute('aria-rowcount', '5')
  await desk.goTo(employer.workshops)
  // Above the first row are the headers; the last of them is what is disputed.
  await desk.keys.press('ArrowUp', 'End', 'Enter', 'ArrowDown', 'Home')
  await expect(
    employer.workshops.getByRole('columnheader', { name: t('employers.pending') }),
  ).toHaveAttribute('aria-sort', 'descending')
  await expect(employer.chosen(employer.workshops)).toContainText('۹۰۰۰۱۵۱۰۰۲')
  await expect(employer.detail).toContainText(t('employers.workshop.own'))
  await inspect(desk, 'employer-workshops')

  const parts = employer.detail.getByRole('tab', { selected: true })
  await desk.goTo(parts)
  await desk.keys.pressUntil('ArrowLeft', () => employer.contracts.isVisible())
  await expect(employer.contracts).toHaveAttribute('aria-rowcount', '121')
  await inspect(desk, 'employer-contracts')
  await desk.goTo(employer.detail.getByRole('textbox'))
  await desk.keys.type('۰۰۷')
  await expect(employer.contracts).toHaveAttribute('aria-rowcount', '2')
  await desk.keys.press('Escape')
  await expect(employer.contracts).toHaveAttribute('aria-rowcount', '121')
  await expect(desk.header).toBeVisible()

  // A workshop that owes nothing: that is the answer.
  await desk.goTo(employer.workshops)
  await desk.keys.press('End')
  await expect(employer.chosen(employer.workshops)).toContainText(t('employers.noDebt'))
  await desk.keys.press('Enter')
  await expect(desk.page.getByText(t('employers.ledger.empty'))).toBeVisible()
  await inspect(desk, 'employer-ledger-empty')
  await employer.open('inquiry')
  await expect(employer.answer).toContainText(t('employers.inquiry.clear'))
  await inspect(desk, 'employer-no-debt')
  await desk.endVisit()
  expect(await desk.everything()).not.toContain('۹۰۰۰۱۵۱۰۰۲')
})

test('the employer among three roles: one workshop, three contract rows, four debts', async ({
  desk,
}) => {
  const employer = new EmployerPage(desk)
  await desk.openFile('0000001015')
  await employer.open('ledger')
  await desk.goTo(employer.debts)
  const { debts } = await ledgerOf(desk.page, '9000161000')
  await expect(employer.debts).toHaveAttribute('aria-rowcount', '5')
  for (const debt of debts) {
    const row = employer.debts.getByRole('row', { name: toPersianDigits(debt.debtNumber) })
    for (const amount of [
      debt.premium,
      debt.unemployment,
      debt.amount,
      debt.remaining,
      debt.balance,
    ])
      await expect(row).toContainText(formatRial(amount))
  }
  await desk.keys.press('F7')
  const paper = new PapersPanel(desk, 'debt-statement')
  await paper.ready()
  await desk.keys.press('Enter')
  const text = textOf(await paper.printed())
  for (const debt of debts) {
    expect(text).toContain(formatRial(debt.amount))
    expect(text).toContain(formatRial(debt.balance))
  }
})
