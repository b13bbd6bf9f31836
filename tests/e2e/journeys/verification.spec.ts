import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from '../app.fixture.ts'
import type { Desk } from '../pages/desk.page.ts'
import { PapersPanel } from '../pages/papers.panel.ts'
import { picture } from '../pages/screen.ts'
import { t } from '../pages/texts.ts'
import { VerificationPage } from '../pages/verification.page.ts'
import { codesOf } from '../../support/pdf-tools.ts'

/** A salary certificate, issued and printed at the counter. */
async function issued(desk: Desk): Promise<Uint8Array> {
  await desk.openFile('0000001015')
  const certificate = new PapersPanel(desk, 'salary-certificate')
  await desk.keys.press('F6')
  await certificate.ready()
  await desk.keys.press('Enter')
  const pdf = await certificate.printed()
  await desk.keys.press('Escape')
  await desk.endVisit()
  return pdf
}

/** The same file with one byte of its content changed. */
function altered(pdf: Uint8Array): Uint8Array {
  const bytes = Uint8Array.from(pdf)
  const at = Buffer.from(pdf).indexOf('stream') + 40
  bytes[at] = (bytes[at] ?? 0) ^ 1
  return bytes
}

/** The digits of a code in which the net amount was changed: its figures are half bytes of one large number. */
function withNet(code: string, from: string, to: string): string {
  const hex = BigInt(code).toString(16)
  expect(hex).toContain(from)
  return BigInt(`0x${hex.replace(from, to)}`).toString()
}

test('what was issued here is genuine by its code, its file and its number @smoke', async ({
  desk,
}) => {
  const pdf = await issued(desk)
  const [code = ''] = codesOf(pdf)
  expect(code).toMatch(/^\d{150,1200}$/)
  const verification = new VerificationPage(desk)
  await verification.open()

  await verification.scan(code)
  await verification.expectVerdict('GENUINE')
  for (const part of ['۹۰۰-۱۴۰۵-۱-۰۰۰۰۰۱', '۳۰۱٬۴۶۱٬۱۸۵', '۱۴۰۵/۰۹/۰۲'])
    await expect(verification.card).toContainText(part)
  await picture(desk, 'verification-genuine')

  // A Persian layout gives Persian digits; what was in the box before is replaced.
  await verification.scan('۹۰۰-۱۴۰۵-۱-۰۰۰۰۰۱')
  await verification.expectIssued()
  await expect(verification.card).toContainText(t('verification.byNumber'))
  await verification.scan('900-1405-1-999999')
  await verification.expectVerdict('NOT_FOUND')

  await verification.chooseFile('گواهی.pdf', pdf)
  await verification.expectVerdict('GENUINE')
  await expect(verification.card).toContainText(t('verification.signatureOf.VALID'))
  await expect(verification.card).toContainText('گواهی.pdf')
})

test('what was changed, what is no paper and what is no PDF', async ({ desk }) => {
  const pdf = await issued(desk)
  const [code = ''] = codesOf(pdf)
  const verification = new VerificationPage(desk)
  await verification.open()
  await verification.chooseFile('paper.pdf', altered(pdf))
  await verification.expectVerdict('ALTERED')
  await expect(verification.card).toContainText(t('verification.signatureOf.BROKEN'))
  await picture(desk, 'verification-altered')
  await desk.goTo(verification.box)
  await verification.scan(withNet(code, '301461185', '901461185'))
  await verification.expectVerdict('ALTERED')
  await expect(verification.card.getByRole('row', { name: '۹۰۱٬۴۶۱٬۱۸۵' })).toContainText(
    t('verification.disagrees'),
  )
  await picture(desk, 'verification-altered-code')
  await verification.scan('abc')
  await verification.expectVerdict('NOT_FOUND')

  const other = await readFile(
    path.join(import.meta.dirname, '../../fixtures/standin-app/paper.pdf'),
  )
  await verification.chooseFile('other.pdf', other)
  await verification.expectVerdict('NOT_OURS')
  await verification.chooseFile('scan.pdf', Buffer.from('GIF89a'))
  await expect(desk.page.getByRole('alert')).toContainText('scan.pdf')
  await expect(verification.card).toBeHidden()
})

test('nothing of a check is left when the clerk comes back', async ({ counter }) => {
  const verification = new VerificationPage(counter)
  await verification.open()
  await verification.scan('900-1405-1-999999')
  await verification.expectVerdict('NOT_FOUND')
  await counter.keys.press('F9')
  await expect(verification.box).toBeHidden()
  await verification.open()
  await expect(verification.card).toBeHidden()
  await expect(verification.box).toHaveValue('')
})

test('a supervisor revokes a document after looking at it', async ({ start }) => {
  const desk = await start()
  await desk.signIn('SUPERVISOR')
  const pdf = await issued(desk)
  const verification = new VerificationPage(desk)
  await verification.open()
  await verification.part('revocations')
  await expect(desk.page.getByText(t('verification.revocations.none'))).toBeVisible()

  await desk.pressButton(t('verification.revocations.revoke'))
  await expect(desk.dialog).toContainText(t('verification.revocations.revokeLead'))
  await desk.keys.type('900-1405-1-999999')
  await desk.keys.press('Tab')
  await desk.keys.type('مبلغ نادرست')
  await desk.keys.press('Enter')
  await expect(desk.dialog).toContainText(t('verification.revocations.notIssued'))
  await desk.goTo(desk.dialog.getByLabel(t('verification.revocations.revokeNumber')))
  await desk.keys.press('Control+A')
  await desk.keys.type('900-1405-1-000001')
  await desk.keys.press('Enter')
  await expect(desk.dialog).toContainText(t('verification.revocations.confirmBody'))
  await expect(desk.dialog).toContainText(t('enums.paperKind.salary-certificate'))
  await picture(desk, 'revocation')
  await desk.goTo(
    desk.dialog.getByRole('button', { name: t('verification.revocations.confirm') }),
    'Shift+Tab',
  )
  await desk.keys.press('Enter')
  await expect(verification.revocations).toContainText('مبلغ نادرست')
  await expect(verification.revocations).toContainText('۹۰۰-۱۴۰۵-۱-۰۰۰۰۰۱')

  await desk.pressButton(t('verification.revocations.view'))
  await expect(desk.dialog.locator('canvas').first()).toBeVisible()
  await picture(desk, 'revocation-sheet')
  await desk.keys.press('Escape')

  await verification.part('check')
  await verification.scan(codesOf(pdf)[0] ?? '')
  await verification.expectVerdict('REVOKED')
  await expect(verification.card).toContainText('مبلغ نادرست')
})

test('an administrator makes a new key; papers of the old one stay genuine', async ({ start }) => {
  const clerk = await start()
  const pdf = await issued(await signedIn(clerk))
  await clerk.close()
  const desk = await start({ office: clerk.office })
  await desk.signIn('ADMINISTRATOR')
  const verification = new VerificationPage(desk)
  await verification.open()
  await verification.part('keys')
  await expect(verification.keys).toHaveCount(1)
  await desk.pressButton(t('verification.keys.rotate'))
  await expect(desk.dialog).toContainText(t('verification.keys.rotateThen'))
  await desk.goTo(desk.dialog.getByRole('button', { name: t('verification.keys.rotateDo') }))
  await desk.keys.press('Enter')
  await expect(verification.keys).toHaveCount(2)
  await expect(verification.keys.nth(1)).toContainText(t('verification.keys.retired'))
  await verification.part('check')
  await verification.scan(codesOf(pdf)[0] ?? '')
  await verification.expectVerdict('GENUINE')
})

async function signedIn(desk: Desk): Promise<Desk> {
  await desk.signIn()
  return desk
}
