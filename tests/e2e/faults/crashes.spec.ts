import { statSync } from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import path from 'node:path'
import { expect, test } from '../app.fixture.ts'
import type { Desk } from '../pages/desk.page.ts'
import { ENTITLED, RequestPanel } from '../pages/request.panel.ts'
import { picture } from '../pages/screen.ts'
import { t } from '../pages/texts.ts'
import { askOffice } from '../../support/demonstration-office.ts'

const [PERSON] = ENTITLED

/** The requests that the clerk filed in an office that is closed. */
function filedIn(office: string): readonly { readonly trackingCode: string }[] {
  const query = { view: 'MINE', text: '', groups: [], limit: 50 }
  const { items } = askOffice(office, 'requests.worklist', query) as {
    readonly items: readonly { readonly trackingCode: string }[]
  }
  return items
}

/** Whatever is written of the office's data goes through this file first. */
function written(desk: Desk): number {
  return statSync(path.join(desk.office, 'office.db-wal')).mtimeMs
}

async function filledRequest(desk: Desk): Promise<RequestPanel> {
  await desk.openFile(PERSON)
  const request = new RequestPanel(desk)
  await request.open()
  await request.fillIn()
  await expect(request.saved).toBeVisible()
  return request
}

/** After the backend came back the clerk signs in over his work, and presses the same key again. */
async function signInAndPressAgain(desk: Desk, request: RequestPanel): Promise<void> {
  await expect(desk.page.getByRole('heading', { name: t('access.locked') })).toBeVisible()
  await desk.unlock()
  await expect(request.panel).toBeVisible()
  // Filed before the crash or not: the same key says once more what is wanted.
  await desk.keys.press('Control+Enter')
  await expect(request.filed).toBeVisible()
}

test('the backend dies before it has the filing: the window keeps it, and it is filed once', async ({
  desk,
}) => {
  const request = await filledRequest(desk)
  const backend = await desk.backendProcess()
  process.kill(backend, 'SIGSTOP')
  await desk.keys.press('Control+Enter')
  await expect(request.panel.getByText(t('filing.submitting'))).toBeVisible()
  process.kill(backend, 'SIGKILL')
  await expect(desk.page.getByRole('heading', { name: t('access.locked') })).toBeVisible()
  await picture(desk, 'backend-died')
  await signInAndPressAgain(desk, request)
  const code = await request.trackingCode()
  expect(await desk.backendProcess()).not.toBe(backend)
  await desk.close()
  expect(filedIn(desk.office).map((one) => one.trackingCode)).toEqual([code])
})

test('the backend dies while it writes the filing: pressing again does not double it', async ({
  desk,
}) => {
  const request = await filledRequest(desk)
  const backend = await desk.backendProcess()
  const before = written(desk)
  await desk.keys.press('Control+Enter')
  while (written(desk) === before) await setImmediate()
  process.kill(backend, 'SIGKILL')
  await signInAndPressAgain(desk, request)
  const code = await request.trackingCode()
  await desk.close()
  expect(filedIn(desk.office).map((one) => one.trackingCode)).toEqual([code])
})

test('an acknowledged request outlives the death of the whole program', async ({ start }) => {
  const first = await start()
  await first.signIn()
  const request = await filledRequest(first)
  await first.keys.press('Control+Enter')
  const code = await request.trackingCode()
  await first.kill()

  const { office, userDataDir } = first
  const second = await start({ office, userDataDir })
  await second.signIn()
  await second.openFile(code)
  const requests = second.page.getByRole('grid', { name: t('requests.table') })
  await expect(requests.getByRole('row', { selected: true })).toContainText(
    t('enums.requestStatus.9'),
  )
  const again = new RequestPanel(second)
  await again.open()
  await expect(again.panel).toContainText(t('filing.openRequest'))
  await second.close()
  expect(filedIn(office).map((one) => one.trackingCode)).toEqual([code])
})

test('the whole program dies in the middle of a filing: a draft or a request, never both twice', async ({
  start,
}) => {
  const first = await start()
  await first.signIn()
  await filledRequest(first)
  const before = written(first)
  await first.keys.press('Control+Enter')
  while (written(first) === before) await setImmediate()
  await first.kill()

  const { office, userDataDir } = first
  const second = await start({ office, userDataDir })
  await second.signIn()
  await second.openFile(PERSON)
  const again = new RequestPanel(second)
  await again.open()
  const filedBefore = again.panel.getByText(t('filing.openRequest'))
  await expect(filedBefore.or(again.field('deedNumber'))).toBeVisible()
  if (await again.field('deedNumber').isVisible()) {
    await expect(again.field('deedNumber')).toHaveValue('۴۷۱۱')
    await second.keys.press('Control+Enter')
    await expect(again.filed).toBeVisible()
  }
  await second.close()
  expect(filedIn(office)).toHaveLength(1)
})
