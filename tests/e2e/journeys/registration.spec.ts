import { toPersianDigits } from '#core/kernel/digits.ts'
import { nationalId } from '../../support/newcomer.ts'
import { textOf } from '../../support/pdf-tools.ts'
import { expect, test } from '../app.fixture.ts'
import type { Desk } from '../pages/desk.page.ts'
import { RegistrationPage } from '../pages/registration.page.ts'
import { RequestPanel } from '../pages/request.panel.ts'
import { inspect, picture } from '../pages/screen.ts'
import { t } from '../pages/texts.ts'

const NEWCOMER = nationalId(700)
const TWIN = '0000001155'
const PERSON = { firstName: 'رویا', lastName: 'تازه‌واردیان', fatherName: 'فرهاد' }

/** Begins the visit of who was just registered: the button has the focus, and the question its default. */
async function beginVisit({ keys, dialog, header }: Desk): Promise<void> {
  await keys.press('Enter')
  await expect(dialog).toContainText(t('visits.title'))
  await keys.press('Enter')
  await expect(header).toBeVisible()
}

test('a newcomer is registered from the search and asks for her insurance number', async ({
  desk,
}) => {
  test.setTimeout(180_000)
  const page = new RegistrationPage(desk)
  await page.fromSearch(NEWCOMER)
  await expect(page.field('personId')).toHaveValue(toPersianDigits(NEWCOMER))
  await page.fill({ ...PERSON, birthDate: '13790506' })
  await page.choose('sex', 'F')
  await page.fill({ certificateNumber: '۰', birthCity: 'تهران' })
  await inspect(desk, 'registration-identity')
  // What is typed survives the lock, and the end of the program.
  await desk.lock()
  await desk.unlock()
  await expect(page.field('lastName')).toHaveValue(PERSON.lastName)
  await page.next('contact')
  await page.fill({ mobile: '۰۹۷۰۰۰۰۷۰۰۱', postalCode: '1611573574' })
  await desk.keys.press('Tab')
  await expect(desk.page.getByText(t('registration.warning.POSTAL_PATTERN'))).toBeVisible()
  await page.next('papers')
  await page.next('review')
  // Without a paper she is not registered: the keys go to what is wrong.
  await desk.keys.press('Control+Enter')
  await expect(page.step('papers')).toBeVisible()
  await expect(desk.page.getByText(t('refusals.fault.papers-unseen'))).toBeVisible()
  await page.see('NATIONAL_CARD')
  await page.next('review')
  await page.typeCode()
  await inspect(desk, 'registration-review')
  await page.register()
  await picture(desk, 'registration-done')
  await beginVisit(desk)
  await expect(desk.header).toContainText(PERSON.lastName)

  const request = new RequestPanel(desk, 'INSURANCE_NUMBER')
  await request.open()
  await desk.goTo(request.field('insuranceType'))
  await desk.keys.press('ArrowDown')
  await desk.goTo(request.field('job'))
  await desk.keys.type('خیاط')
  await desk.goTo(request.field('workshopName'))
  await desk.keys.type('کارگاه نمونه')
  await desk.goTo(request.field('startDate'))
  await desk.keys.type('14050801')
  await request.receiveAll()
  await inspect(desk, 'insurance-number')
  await request.submit()
  const code = await request.trackingCode()
  const receipt = textOf(await request.printReceipt()).replace(/\s+/g, ' ')
  for (const part of [toPersianDigits(code), t('enums.requestKind.INSURANCE_NUMBER')])
    expect(receipt).toContain(part)
  await desk.keys.press('Escape')
  await desk.endVisit()
  await desk.openFile(NEWCOMER)
  await expect(desk.header).toContainText(PERSON.firstName)
  expect(desk.complaints).toEqual([])
})

test('who is there already is opened, and a twin is registered only when the clerk has looked', async ({
  desk,
}) => {
  test.setTimeout(120_000)
  const page = new RegistrationPage(desk)
  await desk.command(t('registration.command'))
  await expect(page.field('personId')).toBeFocused()
  await page.fill({ personId: TWIN })
  await desk.keys.press('Tab')
  await expect(desk.page.getByText(t('registration.existing.title'))).toBeVisible()
  await page.fill({
    ...{ personId: nationalId(701), firstName: 'علیرضا', lastName: 'دوقلوي نمونه' },
    ...{ fatherName: 'حسین', birthDate: '13650631' },
  })
  await page.choose('sex', 'M')
  const known = desk.page.getByRole('status').filter({ hasText: t('registration.namesakes.title') })
  await expect(known.getByRole('listitem')).toHaveCount(2)
  await expect(known).toContainText('۰۰۰****۱۵۵')
  await expect(known).not.toContainText(toPersianDigits(TWIN))
  await inspect(desk, 'registration-twin')
  await page.fill({ certificateNumber: '0', birthCity: 'تهران' })
  await page.next('contact')
  await page.fill({ mobile: '09700007011' })
  await page.next('papers')
  await page.see('NATIONAL_CARD')
  await page.next('review')
  await desk.keys.press('Control+Enter')
  await expect(page.field('othersReason')).toBeFocused()
  await desk.keys.type('سه‌قلو هستند و هر سه کارت دیده شد')
  await page.next('contact')
  await page.next('papers')
  await page.next('review')
  await page.typeCode()
  await page.register()
})

test('a child comes through his father, a foreigner by twelve digits', async ({ desk }) => {
  test.setTimeout(120_000)
  const page = new RegistrationPage(desk)
  await page.fromSearch(nationalId(702))
  await page.fill({
    ...{ firstName: 'کودک', lastName: 'نمونه‌زاده', fatherName: 'علی', birthDate: '13980101' },
  })
  await page.choose('sex', 'M')
  await page.fill({ certificateNumber: '0', birthCity: 'شیراز' })
  await page.next('contact')
  await page.next('guardian')
  await page.choose('guardianKind', 'FATHER')
  await page.fill({ guardianId: nationalId(702), guardianName: 'حسن نمونه‌زاده' })
  await desk.keys.press('Tab')
  await expect(desk.page.getByText(t('registration.warning.FATHER_NAME'))).toBeVisible()
  await expect(desk.page.getByText(t('refusals.fault.guardian-himself'))).toBeVisible()
  await page.fill({ guardianId: '0000001015', guardianName: 'علی نمونه‌زاده' })
  await inspect(desk, 'registration-guardian')
  await page.next('papers')
  await page.see('BIRTH_CERTIFICATE')
  await page.next('review')
  await page.register()

  await page.fromSearch('150212340001')
  await expect(page.field('personId')).toHaveValue(toPersianDigits('150212340001'))
  await page.fill({
    ...{ firstName: 'نورالله', lastName: 'مهمان', fatherName: 'گل‌محمد', birthDate: '13700101' },
  })
  await page.choose('sex', 'M')
  await page.choose('nationality', 'AF')
  await page.fill({ birthCity: 'هرات' })
  await page.next('contact')
  await page.fill({ mobile: '09700007021' })
  await page.next('papers')
  await page.see('FOREIGNER_CARD')
  await page.next('review')
  await page.typeCode()
  await page.register()
  await beginVisit(desk)
  await expect(desk.header).toContainText('مهمان')
})
