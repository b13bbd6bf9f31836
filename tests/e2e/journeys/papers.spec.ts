import { readdir } from 'node:fs/promises'
import { expect, test } from '../app.fixture.ts'
import type { Desk } from '../pages/desk.page.ts'
import { PapersPanel } from '../pages/papers.panel.ts'
import { picture } from '../pages/screen.ts'
import { t } from '../pages/texts.ts'
import { codesOf, sheetsOf, textOf } from '../../support/pdf-tools.ts'

/** The names of the papers printed so far. */
const printsOf = (desk: Desk): Promise<string[]> => readdir(desk.prints).catch(() => [])

test('a salary certificate is on paper after three keys @smoke', async ({ desk }) => {
  await desk.openFile('0000001015')
  const certificate = new PapersPanel(desk, 'salary-certificate')
  await desk.keys.press('F6')
  await certificate.ready()
  await picture(desk, 'certificate-preview')
  await desk.keys.press('Enter')
  const pdf = await certificate.printed()
  expect(desk.keys.count).toBe(3)
  await expect(certificate.panel).toContainText('۹۰۰-۱۴۰۵-۱-۰۰۰۰۰۱')
  await picture(desk, 'certificate-issued')

  const text = textOf(pdf)
  for (const part of [
    'بهمن سه‌نقش نمونه',
    '۰۰۰۰۰۰۱۰۱۵',
    '۸۰۰۰۱۰۱',
    'بانک رفاه کارگران',
    '۳۰۱٬۹۱۱٬۱۸۵',
    '۳۰۱٬۴۶۱٬۱۸۵',
    'چهارصد و پنجاه هزار ریال',
    '۱۴۰۵/۰۹/۰۲',
    t('office.demonstrationShort'),
  ])
    expect(text.replace(/\s+/g, ' ')).toContain(part)
  expect(sheetsOf(pdf)).toMatchObject({ pages: 1, width: 595.28, height: 841.89 })
  const [code = ''] = codesOf(pdf)
  // Signed digits; what they say is the matter of the screen of authenticity.
  expect(code).toMatch(/^\d{100,}$/)
})

test('another recipient, found by a part of its name, and its branch', async ({ counter }) => {
  await counter.openFile('0000001015')
  const certificate = new PapersPanel(counter, 'salary-certificate')
  await counter.keys.press('F6')
  await certificate.ready()
  await counter.keys.type('سپه')
  await counter.keys.press('Enter')
  await expect(certificate.panel.getByLabel(t('papers.branch'))).toBeFocused()
  await counter.keys.press('Control+A')
  await counter.keys.type('م')
  await counter.keys.press('Enter')
  await expect(certificate.panel.getByText(t('papers.branchShort'))).toBeVisible()
  await counter.keys.type('میدان@')
  await expect(certificate.panel.getByText(t('refusals.fault.special-characters'))).toBeVisible()
  await counter.keys.press('Backspace', 'Enter')
  const text = textOf(await certificate.printed())
  expect(text).toContain('بانک سپه')
  expect(text).toContain('میدان')
})

test('Enter twice issues one paper', async ({ counter }) => {
  await counter.openFile('0000001015')
  const certificate = new PapersPanel(counter, 'salary-certificate')
  await counter.keys.press('F6')
  await certificate.ready()
  const before = await printsOf(counter)
  await counter.page.evaluate(() => {
    for (let press = 0; press < 3; press++)
      document
        .querySelector<HTMLFormElement>('#paper-form')
        ?.dispatchEvent(new SubmitEvent('submit', { cancelable: true, bubbles: true }))
  })
  await certificate.printed()
  expect(await printsOf(counter)).toHaveLength(before.length + 1)
})

test('the latest slip is on paper after three keys', async ({ counter }) => {
  await counter.openFile('0000001015')
  const slip = new PapersPanel(counter, 'pension-slip')
  await counter.keys.press('F7')
  await slip.ready()
  await picture(counter, 'slip-preview')
  await counter.keys.press('Enter')
  const pdf = await slip.printed()
  expect(counter.keys.count).toBe(3)
  const text = textOf(pdf).replace(/\s+/g, ' ')
  for (const part of ['بهمن سه‌نقش نمونه', '۸۰۰۰۱۰۱', 'آبان', '۳۰۱٬۴۶۱٬۱۸۵'])
    expect(text).toContain(part)
  expect(text).toContain('سیصد و یک میلیون و چهارصد و شصت و یک هزار و یکصد و هشتاد و پنج ریال')
})

for (const [what, typed, name] of [
  ['by month alone', '2', 'اردیبهشت'],
  ['by year and month', '0502', 'اردیبهشت'],
] as const) {
  test(`the slip of a month chosen ${what} takes at most seven keys`, async ({ counter }) => {
    await counter.openFile('0000001015')
    const slip = new PapersPanel(counter, 'pension-slip')
    await counter.keys.press('F7')
    await slip.ready()
    await counter.keys.type(typed)
    await expect(slip.panel.getByRole('option', { selected: true })).toContainText(name)
    await counter.keys.press('Enter')
    const text = textOf(await slip.printed())
    expect(counter.keys.count).toBeLessThanOrEqual(7)
    expect(text).toContain(name)
  })
}

test('the worked example: the second slip of the month has the net of the brief', async ({
  counter,
}) => {
  await counter.openFile('0000001341')
  const slip = new PapersPanel(counter, 'pension-slip')
  await counter.keys.press('F7')
  await slip.ready()
  await counter.keys.type('0502')
  await counter.keys.pressUntil('ArrowUp', async () =>
    (await slip.panel.getByRole('option', { selected: true }).innerText()).includes('۲۲۴٬۳۲۵٬۵۵۰'),
  )
  await counter.keys.press('Enter')
  expect(textOf(await slip.printed())).toContain('۲۲۴٬۳۲۵٬۵۵۰')
})

test('a reprint asks for a reason and says that it is one', async ({ counter }) => {
  await counter.openFile('0000001015')
  const slip = new PapersPanel(counter, 'pension-slip')
  await counter.keys.press('F7')
  await slip.ready()
  await counter.keys.press('Enter')
  await slip.printed()
  await counter.goTo(slip.panel.getByRole('button', { name: t('papers.reprint') }))
  await counter.keys.press('Enter')
  await expect(counter.dialog).toContainText(t('papers.reprintReason'))
  await counter.keys.press('Enter')
  await expect(counter.dialog).toContainText(t('papers.reprintShort'))
  await counter.keys.type('کاغذ گیر کرد')
  await picture(counter, 'reprint')
  await counter.keys.press('Enter')
  await expect(counter.dialog).toBeHidden()
  await expect(slip.panel.getByText('(2)')).toBeVisible()
  expect(textOf(await slip.printed())).toContain('المثنی')
})

test('whoever can have no certificate is told so instead of a panel', async ({ counter }) => {
  await counter.openFile('0000001384')
  await counter.keys.press('F6')
  await expect(counter.page.getByText(t('frame.needsCertificate'))).toBeVisible()
  await expect(counter.panel(t('enums.paperKind.salary-certificate'))).toBeHidden()
})
