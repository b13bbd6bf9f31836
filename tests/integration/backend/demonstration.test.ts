import { existsSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { demonstrationSignIn } from '../../support/demonstration-office.ts'
import { fakeDesk } from '../../support/fake-desk.ts'
import { officeFolder, setUp, wholeOffice, type WholeOffice } from '../../support/whole-office.ts'

const offices: WholeOffice[] = []
afterEach(async () => {
  for (const office of offices.splice(0)) await office.demolish()
})

async function office(options: Parameters<typeof wholeOffice>[0] = {}): Promise<WholeOffice> {
  const made = await wholeOffice({ desk: fakeDesk({ trusted: false }), ...options })
  offices.push(made)
  return made
}

test('one is made where there is none: branch, three clerks, and the data of the extract', async () => {
  const made = await office()
  expect(await made.prepareDemonstration()).toBe(true)
  expect(await made.get(1, 'office.state', null)).toMatchObject({
    state: 'closed',
    kind: 'demonstration',
    keyStoreTrusted: false,
    version: '1.2.3',
  })
  for (const role of ['CLERK', 'SUPERVISOR', 'ADMINISTRATOR'] as const) {
    const { userName, secret } = demonstrationSignIn(role)
    const session = await made.get(1, 'access.signIn', { userName, secret })
    expect(session).toMatchObject({ role, branchCode: '900', dataAsOf: '2026-11-21' })
  }
  const { userName, secret } = demonstrationSignIn('CLERK')
  await made.get(1, 'access.signIn', { userName, secret })
  const { hits } = await made.get(1, 'citizens.search', { text: '0000001015' })
  expect(hits[0]?.branchName).toBe('شعبه تهران')
})

test('two programs that start at once make one', async () => {
  const folder = officeFolder()
  const [one, other] = [await office({ folder }), await wholeOffice({ folder })]
  const made = await Promise.all([one.prepareDemonstration(), other.prepareDemonstration()])
  expect(made.toSorted()).toEqual([false, true])
  expect(await other.get(1, 'office.state', null)).toMatchObject({ kind: 'demonstration' })
  await other.stop()
})

test('the sign-ins are shown in that office only', async () => {
  const made = await office()
  await setUp(made)
  expect(await made.get(1, 'office.state', null)).toMatchObject({
    kind: 'test',
    demonstrationSignIns: [],
  })
  expect(await made.prepareDemonstration()).toBe(false)
})

test('without its extract nothing is made, and nothing is left behind', async () => {
  const resources = path.join(officeFolder(), '..', 'resources')
  const made = await office({ resources })
  await expect(made.prepareDemonstration()).rejects.toThrow()
  expect(await made.get(1, 'office.state', null)).toMatchObject({ state: 'none' })
  expect(existsSync(made.folder) ? readdirSync(made.folder) : []).toEqual([])
  rmSync(path.dirname(resources), { recursive: true, force: true })
})
