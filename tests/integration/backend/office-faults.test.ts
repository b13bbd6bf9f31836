import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { fakeDesk } from '../../support/fake-desk.ts'
import {
  officeFolder,
  secrets,
  setUp,
  signIn,
  wholeOffice,
  type WholeOffice,
} from '../../support/whole-office.ts'

let sound: string
let office: WholeOffice | undefined

beforeAll(async () => {
  const made = await wholeOffice()
  await setUp(made, 'real')
  await signIn(made, 1, 'ADMINISTRATOR')
  await made.stop()
  sound = made.folder
})
afterEach(() => office?.demolish())
afterAll(() => rmSync(path.dirname(sound), { recursive: true, force: true }))

/** Every file but the log, which may be written. */
function contents(folder: string): Record<string, string> {
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile())
  return Object.fromEntries(
    files.map(({ name }) => [name, readFileSync(path.join(folder, name)).toString('base64')]),
  )
}

/** A damaged copy of a sound office, and what comes of opening it. */
async function opened(damage: (file: (name: string) => string) => void) {
  const folder = officeFolder()
  cpSync(sound, folder, { recursive: true })
  damage((name) => path.join(folder, name))
  const before = contents(folder)
  office = await wholeOffice({ folder })
  const first = await office.get(1, 'office.state', null)
  const order = { userName: 'administrator', secret: secrets.ADMINISTRATOR }
  const reply = await office.ask(1, 'access.signIn', order)
  const { state, fault } = await office.get(1, 'office.state', null)
  await office.stop()
  return { first, reply, state, fault, before, after: contents(folder) }
}

const flip = (file: string, at: number): void => {
  const bytes = readFileSync(file)
  bytes[at] = (bytes[at] ?? 0) ^ 0xff
  writeFileSync(file, bytes)
}

describe('an office that cannot be opened is told as such, and its files stay as they are', () => {
  test.each<[string, string, (file: (name: string) => string) => void]>([
    ['database missing', 'database-missing', (file) => rmSync(file('office.db'))],
    ['database empty', 'database-missing', (file) => writeFileSync(file('office.db'), '')],
    [
      'database overwritten',
      'database-corrupt',
      (file) => writeFileSync(file('office.db'), Buffer.alloc(65_536, 7)),
    ],
    ['a flipped bit in the first page', 'database-corrupt', (file) => flip(file('office.db'), 99)],
    [
      'flipped bits in all pages but the first',
      'database-corrupt',
      (file) => {
        const { length } = readFileSync(file('office.db'))
        for (let page = 4096; page < length; page += 4096) flip(file('office.db'), page + 99)
      },
    ],
    ['key file missing', 'key-file-missing', (file) => rmSync(file('office.keys'))],
    ['key file damaged', 'key-file-corrupt', (file) => flip(file('office.keys'), 200)],
  ])('%s', async (_name, fault, damage) => {
    const { reply, state, before, after, ...rest } = await opened(damage)
    expect(reply).toEqual({ ok: false, refusal: { code: 'unavailable', what: 'office', fault } })
    expect({ state, fault: rest.fault }).toEqual({ state: 'faulty', fault })
    expect(after).toEqual(before)
  })

  test('the database of another office', async () => {
    const other = await wholeOffice()
    await setUp(other, 'real')
    await other.stop()
    const { reply, fault } = await opened((file) => {
      for (const name of ['office.db', 'office.db.keycheck', 'extract-none.db'])
        cpSync(path.join(other.folder, name), file(name))
    })
    expect(reply).toMatchObject({ ok: false, refusal: { code: 'unavailable' } })
    expect(fault).toBe('wrong-key')
    await other.demolish()
  })

  test('a key store that keeps no secret', async () => {
    const folder = officeFolder()
    cpSync(sound, folder, { recursive: true })
    office = await wholeOffice({ folder, desk: fakeDesk({ trusted: false }) })
    expect(await office.get(1, 'office.state', null)).toMatchObject({
      state: 'faulty',
      fault: 'key-store-untrusted',
      keyStoreTrusted: false,
    })
  })

  test('setting up over a broken office is refused', async () => {
    const folder = officeFolder()
    cpSync(sound, folder, { recursive: true })
    rmSync(path.join(folder, 'office.keys'))
    office = await wholeOffice({ folder })
    const before = contents(folder)
    await expect(setUp(office)).rejects.toThrow('office-exists')
    expect(await office.prepareDemonstration()).toBe(false)
    expect(contents(folder)).toEqual(before)
  })
})

describe('setting up', () => {
  test('an interrupted set-up is cleared away, and only that', async () => {
    const folder = officeFolder()
    cpSync(sound, folder, { recursive: true })
    // A program that died before the key file was written: nobody ever had this key.
    rmSync(path.join(folder, 'office.keys'))
    writeFileSync(path.join(folder, 'office.setting-up'), '999999999')
    office = await wholeOffice({ folder })
    expect(await office.get(1, 'office.state', null)).toMatchObject({ state: 'none' })
    await setUp(office)
    await signIn(office, 1, 'ADMINISTRATOR')
  })

  test('a mark beside a finished office harms nothing', async () => {
    const folder = officeFolder()
    cpSync(sound, folder, { recursive: true })
    writeFileSync(path.join(folder, 'office.setting-up'), '999999999')
    office = await wholeOffice({ folder })
    expect(existsSync(path.join(folder, 'office.setting-up'))).toBe(false)
    await signIn(office, 1, 'ADMINISTRATOR')
  })

  test('two at once: one office, one recovery key', async () => {
    office = await wholeOffice()
    const made = await Promise.allSettled([setUp(office), setUp(office)])
    expect(made.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    await signIn(office, 1, 'ADMINISTRATOR')
  })

  test('what was written shows neither the SQLite header nor a name', () => {
    const bytes = readFileSync(path.join(sound, 'office.db'))
    expect(bytes.subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3')
    for (const trace of ['administrator', 'پروین', 'CREATE TABLE', 'create table'])
      expect(bytes.includes(trace)).toBe(false)
  })
})
