import { expect, test } from '../app.fixture.ts'
import type { Desk } from '../pages/desk.page.ts'
import { picture } from '../pages/screen.ts'
import { t } from '../pages/texts.ts'

const THREE_ROLES = 'بهمن سه‌نقش نمونه'

/** The masked numbers of the hits, in Latin digits, once there are as many as expected. */
async function maskedHits(counter: Desk, count: number): Promise<string[]> {
  await expect(counter.hits).toHaveCount(count)
  const texts = await counter.hits.allInnerTexts()
  const latin = texts.map((text) =>
    text.replace(/[۰-۹]/g, (digit) => String('۰۱۲۳۴۵۶۷۸۹'.indexOf(digit))),
  )
  return latin.map((text) => /\d{3}\*+\d{3}/.exec(text)?.[0] ?? '').sort()
}

test('a number and Enter, then one key: the file is open @smoke', async ({ counter }) => {
  await counter.find('0000001015')
  counter.keys.restart()
  await counter.keys.press('Enter')
  await expect(counter.header.getByRole('heading')).toHaveText(THREE_ROLES)
  expect(counter.keys.count).toBe(1)
  await expect(counter.searchBox).toHaveValue('')
})

for (const [text, kind, role] of [
  ['0000001015', 'NATIONAL_ID', 'INSURED'],
  ['۰۰۰۰۰۰۱۰۱۵', 'NATIONAL_ID', 'INSURED'],
  ['٠٠٠-٠٠٠١٠١-٥', 'NATIONAL_ID', 'INSURED'],
  ['90000101', 'INSURANCE_NUMBER', 'INSURED'],
  ['8000101', 'PENSION_NUMBER', 'PENSIONER'],
  ['9000161000', 'WORKSHOP_CODE', 'EMPLOYER'],
  ['09700001001', 'MOBILE', 'INSURED'],
  ['IR340130000000000009000000', 'IBAN', 'INSURED'],
] as const) {
  test(`${text} is taken as ${kind} and opens its role`, async ({ counter }) => {
    await counter.search(text)
    await expect(counter.hits).toHaveCount(1)
    await expect(counter.hits).toContainText(t(`enums.searchKind.${kind}`))
    await counter.keys.press('Enter', 'Enter')
    await expect(counter.header.getByRole('heading')).toHaveText(THREE_ROLES)
    await expect(counter.tab(t(`enums.role.${role}`))).toHaveAttribute('aria-selected', 'true')
  })
}

test('Alt and a digit show the three roles of one person', async ({ counter }) => {
  await counter.openFile('0000001015')
  await expect(counter.page.getByRole('grid', { name: t('insured.grid') })).toBeVisible()
  await picture(counter, 'insured')
  await counter.keys.press('Alt+2')
  await expect(counter.page.getByRole('grid', { name: t('employers.table') })).toContainText(
    'کارگاه نمونه سه‌نقش',
  )
  await picture(counter, 'employer')
  await counter.keys.press('Alt+3')
  await expect(counter.page.getByRole('grid', { name: t('pensions.slipTable') })).toContainText(
    '۳۰۱٬۴۶۱٬۱۸۵',
  )
  await picture(counter, 'pensioner')
  await counter.keys.press('Alt+1')
  await expect(counter.page.getByRole('grid', { name: t('insured.grid') })).toBeVisible()
})

test('a person without any role says why for each', async ({ counter }) => {
  await counter.openFile('0000001384')
  for (const [role, reason] of [
    ['INSURED', 'NO_INSURANCE_NUMBER'],
    ['EMPLOYER', 'NO_WORKSHOP'],
    ['PENSIONER', 'NO_PENSION'],
  ] as const) {
    const tab = counter.tab(t(`enums.role.${role}`))
    await expect(tab).toBeDisabled()
    await expect(tab).toContainText(t(`enums.roleReason.${reason}`))
  }
  await picture(counter, 'no-role')
  await counter.keys.press('Alt+3')
  await expect(counter.page.getByText(t('enums.roleReason.NO_PENSION')).last()).toBeVisible()
})

test('the widow has her own pension and her share of his', async ({ counter }) => {
  await counter.openFile('0000001104')
  await counter.keys.press('Alt+3')
  const files = counter.page.getByRole('combobox', { name: t('pensions.files') })
  await expect(files.getByRole('option')).toHaveText([
    `۸۰۰۰۱۱۰ ${t('enums.pensionType.RETIREMENT')}`,
    `۸۰۰۰۱۰۹ ${t('enums.pensionType.SURVIVORS')}`,
  ])
})

test('twins are told apart by their numbers before a file opens', async ({ counter }) => {
  await counter.search('علی‌رضا دوقلوی حسین ۱۳۶۵')
  expect(await maskedHits(counter, 2)).toEqual(['000****155', '000****163'])
  await picture(counter, 'twins')
  await counter.keys.press('ArrowDown')
  await expect(counter.hits.nth(1)).toHaveAttribute('aria-selected', 'true')
  const second = await counter.hits.nth(1).innerText()
  await counter.keys.press('Enter', 'Enter')
  await expect(counter.header).toBeVisible()
  const masked = second.includes('۱۵۵') ? '۰۰۰۰۰۰۱۱۵۵' : '۰۰۰۰۰۰۱۱۶۳'
  await expect(counter.header).toContainText(masked)
})

for (const [what, text] of [
  ['in any order', 'دوقلوی علی‌رضا'],
  ['with Arabic letters', 'علي‌رضا دوقلوي'],
  ['with a space for the half space', 'علی رضا دوقلوی'],
  ['with nothing for the half space', 'علیرضا دوقلوی'],
  ['by the beginning of each word', 'علی دوقل'],
  ['with one letter missing', 'علیرضا دولوی'],
  ['with one letter too many', 'علیرضا دوققلوی'],
  ['with two letters exchanged', 'علیرضا دوقولی'],
  ['with the year of birth in Latin digits', 'دوقلوی 1365 علیرضا'],
] as const) {
  test(`a name is found ${what}`, async ({ counter }) => {
    await counter.search(text)
    expect(await maskedHits(counter, 2)).toEqual(['000****155', '000****163'])
  })
}

test('Enter never opens a person of an earlier, shorter text', async ({ counter }) => {
  await counter.search('نمونه')
  await expect(counter.hits).toHaveCount(8)
  await counter.keys.press('F2')
  await counter.find('بهمن سه‌نقش نمونه')
  await expect(counter.dialog).toContainText(THREE_ROLES)
})

test('nothing found says what was searched and keeps the text', async ({ counter }) => {
  await counter.search('0000001016')
  await expect(counter.page.getByText(t('citizens.search.nothing'))).toBeVisible()
  await expect(counter.page.getByRole('search')).toContainText(t('enums.searchKind.PENSION_NUMBER'))
  await expect(counter.page.getByRole('search')).toContainText(
    t('citizens.search.checksum', { kind: t('enums.searchKind.NATIONAL_ID') }),
  )
  await expect(counter.searchBox).toHaveValue('0000001016')
  await picture(counter, 'nothing-found')
})

test('a workshop by its code: the debt stands there when the file is open', async ({ counter }) => {
  await counter.openFile('9000161000')
  expect(counter.keys.count).toBe(1)
  await expect(
    counter.page.getByRole('region', { name: t('employers.inquiry.answer') }),
  ).toContainText('۹۰۰۰۱۶۱۰۰۰')
  const table = counter.page.getByRole('grid', { name: t('employers.inquiry.table') })
  const row = table.getByRole('row', { selected: true })
  await expect(row).toContainText('۹۰۰۰۱۶۱۰۰۰')
  await expect(row).toContainText(t('employers.openCount', { n: '۴' }))
})

test('a request by its tracking code: the status stands there when the file is open', async ({
  counter,
}) => {
  await counter.openFile('1048400020')
  expect(counter.keys.count).toBe(1)
  const row = counter.page.getByRole('grid', { name: t('requests.table') }).getByRole('row', {
    selected: true,
  })
  await expect(row).toContainText('۱۰۴۸۴۰۰۰۲۰')
  await expect(row).toContainText(t('enums.requestStatus.18'))
})

test('keys mean their place on the keyboard: a Persian layout changes nothing', async ({
  counter,
}) => {
  await counter.page.evaluate(() => {
    const event = { key: 'ن', code: 'KeyK', ctrlKey: true, bubbles: true, cancelable: true }
    document.body.dispatchEvent(new KeyboardEvent('keydown', event))
  })
  await expect(counter.dialog.getByRole('combobox', { name: t('frame.commands') })).toBeFocused()
})
