import { toPersianDigits } from '#core/kernel/digits.ts'
import { demonstrationExpert, runOffice } from '../../support/demonstration-office.ts'
import { textOf } from '../../support/pdf-tools.ts'
import { expect, test } from '../app.fixture.ts'
import { DecisionScreen } from '../pages/decision.page.ts'
import type { Desk } from '../pages/desk.page.ts'
import { ENTITLED, RequestPanel } from '../pages/request.panel.ts'
import { inspect, picture } from '../pages/screen.ts'
import { t } from '../pages/texts.ts'
import { WorklistScreen } from '../pages/worklist.page.ts'

const EXPERT_NAME = 'مهدی کارشناس'

/** Files a marriage allowance and lets the citizen go; its tracking code. */
async function file(desk: Desk, person: string): Promise<string> {
  await desk.openFile(person)
  const request = new RequestPanel(desk)
  await request.open()
  await request.fillIn()
  await request.submit()
  const code = await request.trackingCode()
  await desk.keys.press('Escape')
  await desk.endVisit()
  return code
}

test('the head gives requests out, never to who filed one; the expert is told, takes and gives back', async ({
  start,
}) => {
  test.setTimeout(240_000)
  const counter = await start()
  await counter.signIn()
  const first = await file(counter, ENTITLED[0])
  const second = await file(counter, ENTITLED[1])
  await counter.close()
  const { office } = counter
  const judge = await start({ office })
  await new DecisionScreen(judge).signInExpert()
  const own = await file(judge, ENTITLED[2])
  await judge.close()

  const desk = await start({ office })
  await desk.signIn('SUPERVISOR')
  const list = new WorklistScreen(desk)
  await list.open('BRANCH')
  await expect(desk.page.getByText(t('worklist.meaning.BRANCH'))).toBeVisible()
  await list.filter(t('worklist.filter.origin'), t('enums.requestOrigin.COUNTER'))
  await expect(list.table.getByRole('row')).toHaveCount(4)
  await list.filter(t('worklist.owner'), t('worklist.nobody'))
  await list.focusLines()
  await desk.keys.press('Home', 'Space', 'Shift+ArrowDown')
  await expect(
    desk.page.getByText(t('worklist.markedOf', { n: '۲', all: '۳' }), { exact: true }),
  ).toBeVisible()
  await desk.keys.press('Control+A')
  await expect(list.table.getByRole('row', { selected: true })).toHaveCount(3)
  await inspect(desk, 'worklist-marked')
  await list.focusLines()
  await list.assign(EXPERT_NAME)
  await expect(desk.dialog).toContainText(t('worklist.bar.own-filing'))
  await expect(desk.dialog).toContainText(toPersianDigits(own))
  await picture(desk, 'worklist-assign-left')
  const rest = desk.dialog.getByRole('button', { name: t('worklist.assignRest', { n: '۲' }) })
  await desk.goTo(rest)
  await desk.keys.press('Enter')
  await expect(desk.dialog).toBeHidden()
  // Nobody has what is left; whoever has the others stands beside them.
  await expect(list.table.getByRole('row')).toHaveCount(2)
  await expect(list.line(own)).toContainText(t('worklist.nobody'))
  await list.filter(t('worklist.owner'), EXPERT_NAME)
  await expect(list.line(first)).toContainText(EXPERT_NAME)
  await expect(list.line(second)).toContainText(EXPERT_NAME)
  await desk.close()

  const expert = await start({ office })
  await new DecisionScreen(expert).signInExpert()
  const his = new WorklistScreen(expert)
  await expect(his.bell).toHaveAccessibleName(t('notices.unread', { n: '۲' }))
  await expert.keys.press('Alt+E')
  await expect(his.news.getByRole('button')).toHaveCount(2)
  await expect(his.news.getByRole('button').first()).toBeFocused()
  await expect(his.news).toContainText(t('notices.kind.ASSIGNED'))
  await inspect(expert, 'notices')
  await expert.keys.press('Escape')
  await expect(his.bell).toHaveAccessibleName(t('notices.none'))
  await his.open('MINE')
  await expect(expert.page.getByText(t('worklist.meaning.TAKEN'))).toBeVisible()
  await expect(his.table.getByRole('row')).toHaveCount(3)
  await his.focusLines()
  await expert.keys.press('Home', 'Alt+R')
  await expect(his.table.getByRole('row')).toHaveCount(2)
  await his.open('BRANCH')
  await his.filter(t('worklist.filter.origin'), t('enums.requestOrigin.COUNTER'))
  await his.filter(t('worklist.owner'), t('worklist.nobody'))
  await expect(his.table.getByRole('row')).toHaveCount(3)
  await his.focusLines()
  // His own filing is left, with the reason; the one he gave back is his again.
  await expert.keys.press('Control+A', 'Alt+T')
  await expect(his.table.getByRole('row')).toHaveCount(2)
  await expect(expert.page.getByText(t('worklist.bar.own-filing')).first()).toBeVisible()
  await picture(expert, 'worklist-taken')
})

test('what another desk does arrives within a minute, by itself', async ({ start }) => {
  test.setTimeout(120_000)
  const counter = await start()
  await counter.signIn()
  const code = await file(counter, ENTITLED[3])
  await counter.close()
  const desk = await start({ office: counter.office })
  await desk.page.clock.install()
  await new DecisionScreen(desk).signInExpert()
  const list = new WorklistScreen(desk)
  await expect(list.bell).toHaveAccessibleName(t('notices.none'))
  const { secret } = demonstrationExpert()
  const ask = (method: string, input: unknown, who: string, word: string): unknown =>
    JSON.parse(
      runOffice(
        ['call', method, JSON.stringify(input), '--as', who, '--office', counter.office],
        word,
      ),
    )
  const people = ask('requests.assignees', null, 'karshenas', secret) as {
    readonly value: readonly { readonly clerkId: string; readonly fullName: string }[]
  }
  const clerkId = people.value.find(({ fullName }) => fullName === EXPERT_NAME)?.clerkId
  const items = [{ trackingCode: code, version: 1 }]
  ask('requests.assign', { items, clerkId, partly: false }, 'sarparast', 'sarparast-1405')
  await desk.page.clock.fastForward(61_000)
  await expect(list.bell).toHaveAccessibleName(t('notices.unread', { n: '۱' }))
  await desk.keys.press('Alt+E', 'Enter')
  await expect(
    desk.page.getByRole('heading', { level: 1, name: t('enums.requestKind.MARRIAGE') }),
  ).toBeVisible()
})

test('the report of the day on the screen and on paper; a clerk sees his own', async ({
  start,
}) => {
  test.setTimeout(180_000)
  const counter = await start()
  await counter.signIn()
  await counter.command(t('reports.title'))
  await expect(counter.page.getByText(t('reports.empty'))).toBeVisible()
  await expect(counter.page.getByText(t('reports.lead.MINE'))).toBeVisible()
  await picture(counter, 'report-empty')
  await file(counter, ENTITLED[0])
  await counter.command(t('reports.title'))
  const own = new WorklistScreen(counter)
  await expect(own.report).toContainText('نرگس متصدی')
  await expect(counter.page.getByRole('radio')).toHaveCount(0)
  await counter.close()

  const desk = await start({ office: counter.office })
  await desk.signIn('SUPERVISOR')
  await desk.command(t('reports.title'))
  const screen = new WorklistScreen(desk)
  const { report } = screen
  await expect(report).toContainText(t('reports.byClerk'))
  const row = report.getByRole('row', { name: t('enums.requestKind.MARRIAGE') })
  await expect(row.getByRole('cell').first()).toHaveText('۱')
  await inspect(desk, 'report')
  await desk.keys.press('Control+P')
  const text = textOf(await screen.printedReport()).replace(/\s+/g, '')
  for (const part of ['گزارش کار شعبه', 'نرگس متصدی', 'کمک‌هزینهٔ ازدواج', 'سند رسمی نیست'])
    expect(text).toContain(part.replace(/\s+/g, ''))
})
