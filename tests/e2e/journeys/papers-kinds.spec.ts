import { expect, test } from '../app.fixture.ts'
import { PapersPanel } from '../pages/papers.panel.ts'
import { picture } from '../pages/screen.ts'
import { t } from '../pages/texts.ts'
import { sheetsOf, textOf } from '../../support/pdf-tools.ts'

/** Text of a paper with one space wherever there is any. */
const plain = (pdf: Uint8Array) => textOf(pdf).replace(/\s+/g, ' ')

test.describe('a deduction certificate', () => {
  test('limits are seen before typing, the repayment while typing', async ({ counter }) => {
    await counter.openFile('0000001341')
    const paper = await PapersPanel.open(counter, 'deduction-certificate')
    await expect(paper.panel).toContainText('از ۵۰۰٬۰۰۰')
    await expect(paper.panel).toContainText('از ۱۲ تا ۲۴۰')
    await expect(paper.panel.getByRole('combobox').first()).toHaveValue(/بانک/)
    await counter.keys.press('Enter')
    await expect(paper.field('loan')).toBeFocused()
    await expect(paper.field('loan')).toHaveAttribute('aria-invalid', 'true')
    await counter.keys.type('600000000')
    await counter.keys.press('Tab')
    await counter.keys.type('20000000')
    await expect(paper.field('instalment')).toHaveValue('۲۰٬۰۰۰٬۰۰۰')
    await counter.keys.press('Tab')
    await counter.keys.type('11')
    await counter.keys.press('Tab')
    await expect(paper.panel).toContainText('شمار اقساط دست‌کم ۱۲ است')
    await counter.keys.press('Shift+Tab')
    await counter.keys.press('Control+A')
    await counter.keys.type('36')
    const repayment = paper.panel.getByRole('status', {
      name: t('papers.deduction.repayment'),
    })
    await expect(repayment).toContainText('۷۲۰٬۰۰۰٬۰۰۰')
    await expect(repayment).toContainText('هفتصد و بیست میلیون ریال')
    await expect(repayment).toContainText('دی ۱۴۰۵ تا آذر ۱۴۰۸')
    await paper.ready()
    await picture(counter, 'deduction-certificate')
    await counter.keys.press('Enter')
    const text = plain(await paper.printed())
    for (const part of ['۷۲۰٬۰۰۰٬۰۰۰', '۲۰٬۰۰۰٬۰۰۰', '۳۶', 'هفتصد و بیست میلیون ریال'])
      expect(text).toContain(part)
    await expect(paper.panel).toContainText(t('papers.validUntil'))
  })

  test('for the loan of another, whose identity is asked for', async ({ counter }) => {
    await counter.openFile('0000001341')
    const paper = await PapersPanel.open(counter, 'deduction-certificate')
    const other = paper.panel.getByRole('radio', { name: t('papers.deduction.other') })
    await counter.goTo(paper.panel.getByRole('radio', { name: t('papers.deduction.own') }))
    await counter.keys.press('ArrowDown')
    await expect(other).toBeChecked()
    await counter.keys.press('Tab')
    for (const text of ['مینا', 'نمونه‌زاده', '0000001016']) {
      await counter.keys.type(text)
      await counter.keys.press('Tab')
    }
    await expect(paper.panel).toContainText('رقم کنترل کد ملی وام‌گیرنده درست نیست')
    await counter.keys.press('Shift+Tab')
    await counter.keys.press('Control+A')
    await counter.keys.type('0000001031')
    await counter.keys.press('Tab')
    await counter.keys.type('13650314')
    await counter.goTo(paper.field('loan'))
    for (const text of ['100000000', '5000000', '24']) {
      await counter.keys.type(text)
      await counter.keys.press('Tab')
    }
    await paper.ready()
    await picture(counter, 'deduction-certificate-for-another')
    await counter.keys.press('Enter')
    const text = plain(await paper.printed())
    for (const part of ['مینا نمونه‌زاده', '۰۰۰۰۰۰۱۰۳۱', '۱۲۰٬۰۰۰٬۰۰۰'])
      expect(text).toContain(part)
  })
})

test('a certificate of records wants the records to be looked at first', async ({ counter }) => {
  await counter.openFile('0000001023')
  const paper = new PapersPanel(counter, 'record-certificate')
  await counter.keys.press('F6')
  await expect(paper.panel).toContainText(t('papers.record.acceptHint'))
  // The records themselves are drawn before anything is typed.
  await expect(paper.sheet.first()).toBeVisible()
  await counter.keys.type('سپه')
  await counter.keys.press('Enter')
  await counter.keys.type('میدان')
  await counter.keys.press('Enter')
  await expect(paper.panel.getByText(t('papers.record.notAccepted'))).toBeVisible()
  await expect(paper.panel.getByRole('checkbox')).toBeFocused()
  await picture(counter, 'record-certificate-not-accepted')
  await counter.keys.press('Space')
  await paper.ready()
  await counter.keys.press('Enter')
  const text = plain(await paper.printed())
  for (const part of ['بانک سپه', 'میدان', '۰۰۰۰۰۰۱۰۲۳']) expect(text).toContain(part)
})

test('a statement of 140 rows, with wages where there are any', async ({ counter }) => {
  await counter.openFile('0000001351')
  const paper = new PapersPanel(counter, 'record-statement')
  await counter.keys.press('F7')
  await paper.ready()
  await counter.keys.press('ArrowDown', 'ArrowDown')
  await expect(
    paper.panel.getByRole('radio', { name: t('enums.recordScope.COMBINED') }),
  ).toBeChecked()
  await paper.ready()
  await picture(counter, 'record-statement')
  await counter.keys.press('Enter')
  const pdf = await paper.printed()
  const { pages, width, height } = sheetsOf(pdf)
  expect(pages).toBeGreaterThan(3)
  expect(width).toBeGreaterThan(height)
})

test('the decree on which the list stands', async ({ counter }) => {
  await counter.openFile('8000101')
  const tabs = counter.page.getByRole('tablist', { name: t('enums.role.PENSIONER'), exact: true })
  await counter.goTo(tabs.getByRole('tab', { selected: true }))
  const decrees = tabs.getByRole('tab', { name: t('pensions.decrees') })
  await counter.keys.pressUntil(
    'ArrowLeft',
    async () => (await decrees.getAttribute('aria-selected')) === 'true',
  )
  const table = counter.page.getByRole('grid', { name: t('pensions.decreeTable') })
  await counter.goTo(table)
  await counter.keys.press('ArrowDown')
  const year = await table.locator('[aria-selected=true] td').first().innerText()
  await counter.keys.press('Enter')
  const paper = new PapersPanel(counter, 'decree')
  await expect(paper.panel.getByRole('option', { selected: true })).toContainText(year)
  await paper.ready()
  await picture(counter, 'decree')
  await counter.keys.press('Enter')
  expect(plain(await paper.printed())).toContain(year)
})

test('the debts of one contract row of a workshop, with the ledger', async ({ counter }) => {
  await counter.openFile('9000151002')
  const table = counter.page.getByRole('grid', { name: t('employers.inquiry.table') })
  await counter.goTo(table)
  const name = await table.locator('[aria-selected=true] td').nth(1).innerText()
  await counter.keys.press('F7')
  const paper = new PapersPanel(counter, 'debt-statement')
  await expect(paper.panel.getByRole('option', { selected: true })).toContainText(name)
  await counter.goTo(paper.field('contractRow'))
  await counter.keys.type('7')
  await counter.keys.press('Tab')
  await expect(paper.panel).toContainText(t('papers.debt.badRow'))
  await counter.keys.press('Space', 'Shift+Tab', 'Control+A')
  await counter.keys.type('007')
  await paper.ready()
  await picture(counter, 'debt-statement')
  await counter.keys.press('Enter')
  const text = plain(await paper.printed())
  expect(text).toContain('۰۰۷')
})

test('who has seen the file, for whoever holds no role', async ({ counter }) => {
  await counter.openFile('0000001384')
  await counter.goTo(counter.page.getByRole('button', { name: t('citizens.header.seen') }))
  await counter.keys.press('Enter')
  const paper = new PapersPanel(counter, 'access-sheet')
  await paper.ready()
  await picture(counter, 'access-sheet')
  await counter.keys.press('Enter')
  expect(plain(await paper.printed())).toContain('۰۰۰۰۰۰۱۳۸۴')
})

test('the role in use decides what F6 and F7 begin with', async ({ counter }) => {
  await counter.openFile('0000001015')
  await counter.keys.press('Alt+2', 'F7')
  await expect(new PapersPanel(counter, 'debt-statement').panel).toBeVisible()
  await counter.keys.press('Escape', 'Alt+1', 'F7')
  await expect(new PapersPanel(counter, 'record-statement').panel).toBeVisible()
  await counter.keys.press('Escape', 'F6')
  await expect(new PapersPanel(counter, 'record-certificate').panel).toBeVisible()
  await counter.keys.press('Escape', 'Alt+3', 'F6')
  const salary = new PapersPanel(counter, 'salary-certificate')
  await salary.ready()
  // The row of kinds lies before the first field.
  await counter.goTo(salary.panel.getByRole('radio', { checked: true }), 'Shift+Tab')
  await counter.keys.press('ArrowDown')
  await expect(new PapersPanel(counter, 'deduction-certificate').panel).toBeVisible()
})
