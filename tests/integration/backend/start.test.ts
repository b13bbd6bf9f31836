import { rmSync } from 'node:fs'
import path from 'node:path'
import { afterAll, afterEach, expect, test } from 'vitest'
import type { CitizenFile } from '#core/citizens/citizen.model.ts'
import { BackendChild } from '../../support/backend-process.ts'
import { demonstrationSignIn } from '../../support/demonstration-office.ts'
import { officeFolder } from '../../support/whole-office.ts'

const folder = officeFolder()
const { userName, secret } = demonstrationSignIn('CLERK')
const children: BackendChild[] = []

function start(words: readonly string[] = [], more: NodeJS.ProcessEnv = {}): BackendChild {
  const child = new BackendChild(folder, words, { BAJEH_DEMONSTRATION: '1', ...more })
  children.push(child)
  return child
}
afterEach(async () => {
  for (const child of children.splice(0)) await child.kill()
})
afterAll(() => rmSync(path.dirname(folder), { recursive: true, force: true }))

test('makes the demonstration office, says that it is ready, serves, and stops when told', async () => {
  const backend = start()
  await backend.message('ready')
  expect(await backend.call(1, 'office.state', null)).toMatchObject({
    ok: true,
    value: { state: 'closed', kind: 'demonstration', version: '1.2.3' },
  })
  expect(await backend.call(1, 'access.signIn', { userName, secret })).toMatchObject({ ok: true })
  backend.send({ type: 'lock' })
  expect(await backend.message('event')).toMatchObject({ topic: 'access.locked' })
  expect(await backend.call(1, 'visits.current', null)).toMatchObject({
    refusal: { code: 'not-signed-in', what: 'locked' },
  })
  backend.send({ type: 'window-closed', window: 1 })
  expect(await backend.call(1, 'access.session', null)).toEqual({ ok: true, value: null })
  backend.send({ type: 'stop' })
  await backend.message('stopped')
})

test('killed in the middle of a visit: what was acknowledged is there', async () => {
  const first = start()
  await first.message('ready')
  await first.call(1, 'access.signIn', { userName, secret })
  const begun = await first.call(1, 'visits.begin', {
    citizenId: 7,
    presence: { kind: 'SELF', cardSeen: true },
    purpose: 'INQUIRY',
    reason: null,
  })
  const { visit } = (begun as { readonly value: CitizenFile }).value
  const draft = { visitId: visit.visitId, kind: 'MARRIAGE', form: { spouseName: 'همسر' } }
  expect(await first.call(1, 'requests.saveDraft', draft)).toMatchObject({ ok: true })
  void first.call(1, 'requests.saveDraft', { ...draft, form: { spouseName: 'همسر نمونه' } })
  await first.kill()

  const second = start()
  await second.message('ready')
  await second.call(1, 'access.signIn', { userName, secret })
  expect(await second.call(1, 'visits.current', null)).toMatchObject({ value: { visit } })
  const { visitId, kind } = draft
  expect(await second.call(1, 'requests.draft', { visitId, kind })).toMatchObject({
    value: { form: { spouseName: expect.stringMatching(/^همسر/) as string } },
  })
})

test('the words of the console, spoken through the shell', async () => {
  const words = ['office', 'call', 'access.session', '--as', userName]
  const backend = start(words, { BAJEH_SECRET: undefined })
  await backend.message('console-echo', ({ on }) => !on)
  backend.send({ type: 'console-input', line: secret })
  expect(await backend.message('exit')).toEqual({ type: 'exit', code: 0 })
  const { text } = await backend.message('console-output', ({ stream }) => stream === 'out')
  expect(JSON.parse(text)).toMatchObject({ ok: true, value: { userName } })
})
