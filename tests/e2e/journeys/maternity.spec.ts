import { toPersianDigits } from '#core/kernel/digits.ts'
import { expect, test } from '../app.fixture.ts'
import type { Desk } from '../pages/desk.page.ts'
import { RequestPanel } from '../pages/request.panel.ts'
import { inspect, picture } from '../pages/screen.ts'
import { t } from '../pages/texts.ts'
import { textOf } from '../../support/pdf-tools.ts'

/** The choice that stands at a place in a list that has the focus; 1 is the first. */
async function pick(desk: Desk, place: number): Promise<void> {
  for (let down = 0; down < place; down++) await desk.keys.press('ArrowDown')
  await desk.keys.press('Tab')
}

/** The first page: a birth of one child on 1405/07/20, nine months of leave since 1405/07/01. */
async function fillInLeave(desk: Desk, request: RequestPanel, end = '1406/03/29'): Promise<void> {
  await expect(request.field('pregnancyStatus')).toBeFocused()
  await pick(desk, 2)
  await request.typeInOrder(['1405/07/20'])
  await desk.goTo(request.field('birthKind'))
  await pick(desk, 1)
  await pick(desk, 2)
  await request.typeInOrder(['1405/07/01'])
  await desk.goTo(request.field('leaveEnd'))
  await request.typeInOrder([end])
  for (const mark of ['employedAtLeave', 'notWorkingInLeave']) {
    await desk.goTo(request.field(mark))
    await desk.keys.press('Space')
  }
}

async function fillInBirth(request: RequestPanel): Promise<void> {
  await expect(request.field('newbornId1')).toBeFocused()
  await request.typeInOrder(['0010000011', 'پزشک نمونه', '900001'])
}

test('maternity pay is filed in three steps, and its receipt is printed', async ({ desk }) => {
  await desk.openFile('9615580181')
  const request = new RequestPanel(desk, 'MATERNITY')
  await request.open()
  await expect(request.verdict).toContainText(t('rules.option.maternity-nine-months'))
  await expect(request.verdict).toContainText(t('rules.article.SSA-67'))
  await inspect(desk, 'maternity-before')
  await fillInLeave(desk, request)
  await expect(request.verdict).toContainText('۲۷۰ روز')
  await picture(desk, 'maternity-leave')
  await request.submit()
  await fillInBirth(request)
  await request.receiveAll()
  await picture(desk, 'maternity-birth')
  await request.submit()
  await expect(request.panel).toContainText(t('filing.maternity.leaveKindChoice.NINE_MONTHS'))
  await picture(desk, 'maternity-review')
  await request.submit()
  const code = await request.trackingCode()
  const receipt = textOf(await request.printReceipt()).replace(/\s+/g, ' ')
  for (const part of ['تهمینه مسگر', toPersianDigits(code), 'بارداری'])
    expect(receipt).toContain(part)

  await desk.keys.press('Escape')
  const again = new RequestPanel(desk, 'MATERNITY')
  await again.open()
  await expect(again.panel).toContainText(t('filing.openRequest'))
  await expect(again.panel).toContainText(toPersianDigits(code))
})

test('a man is told why not before anything is typed', async ({ counter }) => {
  await counter.openFile('0000001041')
  const request = new RequestPanel(counter, 'MATERNITY')
  await request.open()
  await expect(request.verdict).toContainText(t('rules.notEntitled'))
  await expect(request.verdict).toContainText(t('rules.reason.not-a-woman'))
  await expect(request.verdict).toContainText(t('rules.article.SSA-67'))
  await inspect(counter, 'maternity-man')
  await request.submit()
  await expect(request.filed).toBeHidden()
})

test('a request returned for its papers stands in the way of another', async ({ counter }) => {
  await counter.openFile('0000001058')
  const request = new RequestPanel(counter, 'MATERNITY')
  await request.open()
  await expect(request.panel).toContainText(t('filing.openRequest'))
  await expect(request.panel).toContainText('۱۰۴۸۴۰۰۰۴۱')
  await expect(request.verdict).toContainText(t('rules.entitled'))
  await picture(counter, 'maternity-open-already')
})

test('a leave that is too long is refused with its days', async ({ counter }) => {
  await counter.openFile('9063234120')
  const request = new RequestPanel(counter, 'MATERNITY')
  await request.open()
  await fillInLeave(counter, request, '1406/03/30')
  await expect(request.verdict).toContainText(t('rules.notEntitled'))
  await expect(request.verdict).toContainText('۲۷۱ روز')
  await picture(counter, 'maternity-too-long')
})

test('without the papers nothing is filed, and what is wrong is told at its field', async ({
  counter,
}) => {
  await counter.openFile('9327297040')
  const request = new RequestPanel(counter, 'MATERNITY')
  await request.open()
  await fillInLeave(counter, request)
  await request.submit()
  await fillInBirth(request)
  await request.submit()
  await expect(request.faults).toContainText(t('filing.papersMissing'))
  await picture(counter, 'maternity-papers-missing')
  await expect(request.filed).toBeHidden()
})
