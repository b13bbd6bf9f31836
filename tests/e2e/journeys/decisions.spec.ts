import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { toPersianDigits } from '#core/kernel/digits.ts'
import { textOf } from '../../support/pdf-tools.ts'
import { expect, test } from '../app.fixture.ts'
import { DecisionScreen } from '../pages/decision.page.ts'
import type { Desk } from '../pages/desk.page.ts'
import { ENTITLED, RequestPanel } from '../pages/request.panel.ts'
import { inspect, picture } from '../pages/screen.ts'
import { t } from '../pages/texts.ts'

const [, SECOND, THIRD, PERSON] = ENTITLED

/** Files a marriage allowance; its tracking code. */
async function file(desk: Desk, person: string = PERSON): Promise<string> {
  await desk.openFile(person)
  const request = new RequestPanel(desk)
  await request.open()
  await request.fillIn()
  await request.submit()
  const code = await request.trackingCode()
  await desk.keys.press('Escape')
  return code
}

async function lettersText(pdf: Uint8Array, name: string): Promise<string> {
  await writeFile(path.join(import.meta.dirname, `../../../out/e2e/${name}.pdf`), pdf)
  return textOf(pdf)
}

/** The citizen's requests, with the history of his last one. */
async function openRequests(desk: Desk, person: string): Promise<void> {
  await desk.openFile(person)
  await desk.goTo(desk.tab(t('insured.title')))
  await desk.keys.pressUntil('ArrowLeft', () =>
    desk.tab(t('requests.tab')).evaluate((tab) => tab.ariaSelected === 'true'),
  )
}

test('filed, returned for papers, completed, processed, approved: each by whom it is', async ({
  start,
}) => {
  test.setTimeout(240_000)
  const counter = await start()
  await counter.signIn()
  const code = await file(counter)
  await counter.close()
  const { office } = counter

  const first = await start({ office })
  const expert = new DecisionScreen(first)
  await expert.signInExpert()
  await expert.open(code)
  await expect(expert.verdict).toContainText(t('rules.entitled'))
  await expect(expert.verdict).toContainText(t('decisions.noDifference'))
  await expect(expert.form).toContainText(t('enums.requestPaper.MARRIAGE_DEED'))
  await expect(expert.act('APPROVE')).toHaveCount(0)
  await inspect(first, 'decision')
  await expert.ask('RETURN')
  await expert.confirm()
  await expect(first.dialog).toContainText(t('decisions.missingPapers'))
  await first.keys.press('Space')
  await picture(first, 'decision-return')
  await expert.confirm()
  await expect(expert.done).toContainText(t('decisions.act.RETURN'))
  const returned = await lettersText(await expert.printLetter(), 'letter-returned')
  expect(returned).toContain('سند ازدواج')
  await picture(first, 'decision-letter')
  await first.keys.press('Escape', 'Escape')
  await expect(expert.line(code)).toHaveAttribute('data-at', 'on')
  await first.close()

  const again = await start({ office })
  await again.signIn()
  await openRequests(again, PERSON)
  await expect(again.page.getByRole('region', { name: t('requests.history') })).toContainText(
    t('enums.requestPaper.MARRIAGE_DEED'),
  )
  await again.pressButton(t('requests.complete'))
  await again.keys.type('سند خوانا آورده شد')
  await again.keys.press('Control+Enter')
  await expect(again.dialog).toBeHidden()
  await again.close()

  const second = await start({ office })
  const processing = new DecisionScreen(second)
  await processing.signInExpert()
  await processing.open(code)
  await expect(processing.history).toContainText('سند خوانا آورده شد')
  await processing.ask('PROCESS')
  await picture(second, 'decision-process')
  await processing.confirm()
  await expect(processing.done).toContainText(t('decisions.noLetter'))
  await second.close()

  const head = await start({ office })
  await head.signIn('SUPERVISOR')
  const last = new DecisionScreen(head)
  await last.open(code)
  await last.ask('APPROVE')
  await last.confirm()
  await expect(last.done).toContainText(t('enums.requestStatus.18'))
  const granted = await lettersText(await last.printLetter(), 'letter-granted')
  expect(granted).toContain('با درخواست موافقت شد')
  expect(granted).toContain(toPersianDigits(code))
  expect(granted).toContain('ریال')
  await head.close()

  // At his next visit what was decided stands in his requests, with the same letter.
  const visit = await start({ office })
  await visit.signIn()
  await openRequests(visit, PERSON)
  const history = visit.page.getByRole('region', { name: t('requests.history') })
  await expect(history).toContainText(t('decisions.amount'))
  await inspect(visit, 'decision-in-history')
  await visit.goTo(history.getByRole('button', { name: t('decisions.letter') }).first())
  await visit.keys.press('Enter')
  await expect(visit.dialog).toContainText(t('enums.paperKind.decision-letter'))
  await picture(visit, 'decision-letter-again')
})

test('a refusal has its reason, its article and the way to object; the next request follows', async ({
  start,
}) => {
  test.setTimeout(180_000)
  const counter = await start()
  await counter.signIn()
  const code = await file(counter, SECOND)
  await counter.endVisit()
  await file(counter, THIRD)
  await counter.close()

  const desk = await start({ office: counter.office })
  const screen = new DecisionScreen(desk)
  await screen.signInExpert()
  await screen.open(code)
  await screen.ask('REFUSE')
  await expect(desk.dialog.getByRole('combobox')).toBeFocused()
  // Nothing is chosen for him where the rule says yes.
  await screen.confirm()
  await expect(desk.dialog).toContainText(t('decisions.missingReason'))
  await desk.keys.press('ArrowDown')
  await expect(desk.dialog.getByRole('textbox')).toHaveValue(t('rules.reason.not-registered'))
  await expect(desk.dialog).toContainText(t('rules.article.SSA-85'))
  await inspect(desk, 'decision-refuse')
  await screen.confirm()
  await expect(screen.done).toContainText(t('enums.requestStatus.19'))
  const letter = await lettersText(await screen.printLetter(), 'letter-refused')
  expect(letter).toContain('با درخواست موافقت نشد')
  expect(letter).toContain('ثبت نشده است')
  expect(letter).toContain('۸۵')
  expect(letter).toContain('اعتراض')
})

test('who filed it decides nothing, and hears why', async ({ start }) => {
  test.setTimeout(120_000)
  const desk = await start()
  await desk.signIn('SUPERVISOR')
  const code = await file(desk)
  await desk.endVisit()
  const screen = new DecisionScreen(desk)
  await screen.open(code)
  await expect(desk.page.getByText(t('refusals.what.decide-own-filing'))).toBeVisible()
  for (const act of ['ASK', 'PROCESS', 'REFUSE'] as const)
    await expect(screen.act(act)).toHaveCount(0)
  await desk.keys.press('Alt+P')
  await expect(desk.dialog).toBeHidden()
  await picture(desk, 'decision-own-filing')
})

test('two at one request: both works are seen, and the slower one chooses', async ({ start }) => {
  test.setTimeout(240_000)
  const counter = await start()
  await counter.signIn()
  const code = await file(counter)

  const desk = await start({ office: counter.office })
  const screen = new DecisionScreen(desk)
  await screen.signInExpert()
  await screen.open(code)
  await screen.ask('ASK')
  await desk.keys.type('تاریخ عقد را با سند بسنجید')

  // Meanwhile the head returns it for papers, at another desk.
  const other = await start({ office: counter.office })
  await other.signIn('SUPERVISOR')
  const head = new DecisionScreen(other)
  await head.open(code)
  await head.ask('RETURN')
  await other.keys.press('Space')
  await head.confirm()
  await expect(head.done).toBeVisible()

  await screen.confirm()
  await expect(desk.dialog).toContainText(t('decisions.conflict.title'))
  const mine = desk.dialog.getByRole('region', { name: t('decisions.conflict.mine') })
  const theirs = desk.dialog.getByRole('region', { name: t('decisions.conflict.theirs') })
  await expect(mine).toContainText('تاریخ عقد را با سند بسنجید')
  await expect(theirs).toContainText(t('enums.requestStatus.21'))
  await expect(desk.dialog).toContainText(t('refusals.what.decide-awaits-applicant'))
  await inspect(desk, 'decision-conflict')
  await desk.keys.press('Escape')
  await expect(desk.dialog).toBeHidden()
  await expect(screen.history).toContainText(t('enums.requestStatus.21'))
})

test('withdrawn while it is looked at: told in words, and nothing is decided', async ({
  start,
}) => {
  test.setTimeout(180_000)
  const counter = await start()
  await counter.signIn()
  const code = await file(counter)
  const desk = await start({ office: counter.office })
  const screen = new DecisionScreen(desk)
  await screen.signInExpert()
  await screen.open(code)
  await screen.ask('PROCESS')

  await counter.endVisit()
  await openRequests(counter, PERSON)
  await counter.pressButton(t('requests.withdraw'))
  await counter.keys.type('منصرف شد')
  await counter.keys.press('Control+Enter')
  await expect(counter.dialog).toBeHidden()

  await screen.confirm()
  const theirs = desk.dialog.getByRole('region', { name: t('decisions.conflict.theirs') })
  await expect(theirs).toContainText('منصرف شد')
  await expect(desk.dialog).toContainText(t('refusals.what.decide-withdrawn'))
  await desk.keys.press('Control+Enter')
  await desk.keys.press('Escape')
  await expect(desk.dialog).toBeHidden()
  await expect(desk.page.getByText(t('refusals.what.decide-withdrawn'))).toBeVisible()
  await expect(screen.act('PROCESS')).toHaveCount(0)
  await picture(desk, 'decision-withdrawn')
})
