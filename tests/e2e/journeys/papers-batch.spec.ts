import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from '../app.fixture.ts'
import { BatchPanel } from '../pages/batch.panel.ts'
import type { Desk } from '../pages/desk.page.ts'
import { picture } from '../pages/screen.ts'
import { t } from '../pages/texts.ts'
import { sheetsOf, textOf } from '../../support/pdf-tools.ts'

const queueOf = (desk: Desk) =>
  desk.page.getByRole('grid', { name: t('papers.queue.table') }).getByRole('row')

test('a year of slips: one Enter issues them, one prints them, one file keeps them', async ({
  desk,
}) => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'bajeh-saved-'))
  await desk.openFile('8000101')
  const batch = await BatchPanel.open(desk)
  await expect(batch.rows.first()).toBeVisible()
  const count = await batch.rows.count()
  expect(count).toBeGreaterThan(7)
  await picture(desk, 'batch-list')
  await desk.keys.press('Enter')
  await expect(batch.summary).toContainText(t('papers.batch.over'))
  await expect(batch.rows).toHaveCount(count)
  await picture(desk, 'batch-summary')
  // The focus waits on what comes next.
  await desk.keys.press('Enter')
  await expect(batch.summary).toContainText(/کاغذ چاپ شد/)
  await expect(batch.panel.getByText(t('enums.printState.PRINTED'), { exact: true })).toHaveCount(
    await batch.panel.getByText(/900|۹۰۰-۱۴۰۵/).count(),
  )
  const printed = await readdir(desk.prints)
  expect(printed.length).toBeGreaterThan(7)

  const one = path.join(folder, 'year.pdf')
  await batch.saveTo(one)
  await desk.pressButton(t('papers.batch.saveOne'))
  await expect(batch.summary).toContainText(t('papers.savedIn'))
  const bound = await readFile(one)
  expect(sheetsOf(bound).pages).toBeGreaterThanOrEqual(printed.length)
  expect(textOf(bound)).toContain('فروردین')
  await batch.saveTo(folder)
  await desk.pressButton(t('papers.batch.saveMany'))
  await expect(batch.summary).toContainText(folder)
  expect(await readdir(folder)).toHaveLength(printed.length + 1)
  await rm(folder, { recursive: true })
})

test('a family: the widow and her children, one certificate each', async ({ counter }) => {
  await counter.openFile('0000001104')
  const batch = await BatchPanel.open(counter)
  await expect(batch.rows.first()).toBeVisible()
  await batch.choose('family-certificates')
  // Herself and at least one child.
  await expect(batch.rows.nth(1)).toContainText(t('enums.paperKind.salary-certificate'))
  const count = await batch.rows.count()
  await picture(counter, 'batch-family')
  await counter.goTo(batch.panel.getByRole('combobox').first())
  await counter.keys.press('Enter')
  await expect(batch.summary).toContainText(t('papers.batch.over'))
  await expect(batch.rows).toHaveCount(count)
})

test('what a closed panel issues stays and waits in the print queue', async ({ desk }) => {
  await desk.openFile('8000101')
  const batch = await BatchPanel.open(desk)
  await expect(batch.rows.first()).toBeVisible()
  await desk.keys.press('Enter', 'Escape')
  await expect(batch.panel).toBeHidden()
  await expect(desk.page.getByText(/نتیجه در «چند کاغذ با هم» است/)).toBeVisible()
  await BatchPanel.open(desk)
  await expect(batch.summary).toBeVisible()
  const issued = await batch.panel
    .getByText(t('enums.batchOutcome.ISSUED'), { exact: true })
    .count()
  await desk.keys.press('Escape')
  await desk.command(t('frame.printQueue'))
  await expect(queueOf(desk)).toHaveCount(issued + 1)
})

test('the desk may be locked while a batch is issued', async ({ desk }) => {
  await desk.openFile('8000101')
  const batch = await BatchPanel.open(desk)
  await expect(batch.rows.first()).toBeVisible()
  const count = await batch.rows.count()
  await desk.keys.press('Enter')
  await desk.lock()
  await desk.unlock()
  await expect(batch.summary).toContainText(t('papers.batch.over'))
  await expect(batch.rows).toHaveCount(count)
})

test('a cancelled batch goes on where it was, and nothing is issued twice', async ({ desk }) => {
  await desk.openFile('8000101')
  const batch = await BatchPanel.open(desk)
  await expect(batch.rows.first()).toBeVisible()
  const count = await batch.rows.count()
  await desk.keys.press('Enter')
  await desk.pressButton(t('ui.cancel'))
  await expect(batch.summary).toBeVisible()
  const cancelled = batch.panel.getByText(t('enums.batchOutcome.CANCELLED'), { exact: true })
  if ((await cancelled.count()) > 0) {
    await picture(desk, 'batch-cancelled')
    await desk.goTo(batch.summary.getByRole('button', { name: /مانده/ }))
    await desk.keys.press('Enter')
    await expect(cancelled).toHaveCount(0)
    await expect(batch.summary).toBeVisible()
  }
  const numbers = await batch.panel.getByRole('button', { name: /۹۰۰-۱۴۰۵/ }).allInnerTexts()
  expect(new Set(numbers)).toHaveProperty('size', numbers.length)
  expect(numbers.length).toBeLessThanOrEqual(count)
})

test('the debt statements of an employer', async ({ counter }) => {
  await counter.openFile('0000001376')
  const batch = await BatchPanel.open(counter)
  await expect(batch.rows.first()).toContainText(t('enums.paperKind.debt-statement'))
  await counter.keys.press('Enter')
  await expect(batch.summary).toContainText(t('papers.batch.over'))
})
