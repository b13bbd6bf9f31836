import { toPersianDigits } from '#core/kernel/digits.ts'
import { formatRial, rial } from '#core/kernel/rial.ts'
import { expect, test } from '../app.fixture.ts'
import type { Desk } from '../pages/desk.page.ts'
import { RequestPanel } from '../pages/request.panel.ts'
import { inspect, picture } from '../pages/screen.ts'
import { t } from '../pages/texts.ts'
import { textOf } from '../../support/pdf-tools.ts'

/** A student whose contract was suspended, so that he may sign a new one. */
const SUSPENDED = '9494097351'

function panelOf(desk: Desk): RequestPanel {
  return new RequestPanel(desk, 'STUDENT_CONTRACT')
}

/** Who stands here, with the power by which he does; the focus is in the question of a visit. */
async function beginAs(desk: Desk, personId: string, label: string): Promise<void> {
  await desk.find(personId)
  const { dialog, keys } = desk
  const radio = dialog.getByRole('radio', { name: label })
  await keys.pressUntil('ArrowDown', () => radio.isChecked())
  for (const [name, value] of [
    [t('visits.holderName'), 'مادر نمونه'],
    [t('visits.holderId'), '0000001384'],
    [t('visits.powerNumber'), '1404/17'],
    [t('visits.issuer'), 'دادگاه نمونه'],
    [t('visits.issuedOn'), '14040506'],
  ] as const) {
    await desk.goTo(dialog.getByLabel(name))
    await keys.type(value)
  }
  await keys.press('Enter')
  await expect(desk.header).toContainText('مادر نمونه')
}

test('a student contract is filed at the least income, with its three rates on sight', async ({
  desk,
}) => {
  await desk.openFile(SUSPENDED)
  const request = panelOf(desk)
  await request.open()
  await expect(request.verdict).toContainText(t('rules.entitledIf'))
  for (const premium of [19_950_660, 23_275_770, 29_925_990])
    await expect(request.verdict).toContainText(formatRial(rial(premium)))
  await expect(request.verdict).toContainText(t('rules.figure.student-suspended-since'))

  await expect(request.field('university')).toBeFocused()
  await request.typeInOrder(['دانشگاه نمونه', '40512345', '166255500'])
  await desk.goTo(request.field('rate'))
  await desk.keys.press('ArrowDown')
  await desk.goTo(request.field('recognisedUniversity'))
  await desk.keys.press('Space')
  await expect(request.verdict).toContainText(t('rules.steps'))
  await request.receiveAll()
  await inspect(desk, 'student-contract')
  await request.submit()
  const code = await request.trackingCode()
  const receipt = textOf(await request.printReceipt()).replace(/\s+/g, ' ')
  for (const part of [toPersianDigits(code), 'قرارداد بیمهٔ دانشجویی', 'شمارهٔ قرارداد'])
    expect(receipt).toContain(part)
})

test('no second contract while one is in force: when the next month is due', async ({
  counter,
}) => {
  await counter.openFile('0000001368')
  const request = panelOf(counter)
  await request.open()
  await expect(request.verdict).toContainText(t('rules.notEntitled'))
  await expect(request.verdict).toContainText('۱۴۰۵/۰۹/۳۰')
  await expect(request.verdict).toContainText(t('rules.article.SSA-4-B'))
  await request.submit()
  await expect(request.filed).toBeHidden()
  await picture(counter, 'student-contract-in-force')
})

test('who is insured otherwise is told before anything is typed', async ({ counter }) => {
  await counter.openFile('0000001058')
  const request = panelOf(counter)
  await request.open()
  await expect(request.verdict).toContainText(t('enums.insuranceType.COMPULSORY'))
  await expect(request.verdict).toContainText(t('rules.notEntitled'))
})

test('a minor does not sign alone; his guardian does, with the order', async ({ desk }) => {
  await desk.openFile('0000001112')
  const alone = panelOf(desk)
  await alone.open()
  await expect(alone.verdict).toContainText(t('rules.notEntitled'))
  await expect(alone.verdict).toContainText('۱۷ سال')
  await expect(alone.verdict).toContainText(t('filing.studentContract.from'))
  await expect(alone.verdict).toContainText('۱۴۰۶/۰۲/۲۸')
  await desk.keys.press('Escape')
  await desk.endVisit()

  await beginAs(desk, '0000001112', t('enums.presence.GUARDIAN'))
  const request = panelOf(desk)
  await request.open()
  await expect(request.field('guardianshipDate')).toHaveValue('۱۴۰۴/۰۵/۰۶')
  await request.submit()
  await expect(request.field('guardianId')).toHaveValue('۰۰۰۰۰۰۱۳۸۴')
  await expect(request.field('university')).toBeFocused()
  await request.typeInOrder(['دانشگاه نمونه', '40512345', '200000000'])
  await desk.goTo(request.field('rate'))
  await desk.keys.press('ArrowDown', 'ArrowDown')
  await desk.goTo(request.field('recognisedUniversity'))
  await desk.keys.press('Space')
  await expect(request.verdict).toContainText(formatRial(rial(28_000_000)))
  await picture(desk, 'student-contract-guardian')

  // Without the papers nothing is filed.
  await request.submit()
  await expect(request.panel.getByText(t('filing.papersMissing')).first()).toBeVisible()
  await expect(request.filed).toBeHidden()
  await request.receiveAll()
  await request.submit()
  await request.trackingCode()
})

test('an income beyond its bounds is told with the bound', async ({ desk }) => {
  await desk.openFile(SUSPENDED)
  const request = panelOf(desk)
  await request.open()
  await expect(request.field('university')).toBeFocused()
  await request.typeInOrder(['دانشگاه نمونه', '40512345', '166255499'])
  await expect(request.verdict).toContainText(t('rules.notEntitled'))
  await expect(request.verdict).toContainText('۱۶۶٬۲۵۵٬۵۰۰')
  await desk.keys.press('End', 'Backspace', 'Backspace', 'Backspace')
  await desk.keys.type('500')
  await expect(request.verdict).toContainText(t('rules.entitledIf'))
})
