import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  createKeyFile,
  newDataKey,
  putSlot,
  readKeyFile,
  tryRecoveryKey,
  trySecret,
} from '../../../electron/backend/office/key-file.ts'
import { fakeDesk } from '../../support/fake-desk.ts'

const identity = {
  kind: 'test',
  branchCode: '900',
  branchName: 'شعبه تهران',
  province: 'تهران',
} as const
const administrator = { clerkId: 'a', userKey: 'modir', secret: 'secret-1' }

let folder: string
let desk: ReturnType<typeof fakeDesk>
const dataKey = newDataKey()
const file = (): string => path.join(folder, 'office.keys')

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'bajeh-keys-'))
  desk = fakeDesk()
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const create = (kind: 'real' | 'test' = 'test') =>
  createKeyFile(folder, desk, dataKey, { ...identity, kind }, [administrator])

interface Envelope {
  seal: string
  payload: string
  sha256: string
}

const readEnvelope = (): Envelope => JSON.parse(readFileSync(file(), 'utf8')) as Envelope

test('the right secret opens, a wrong one and an unknown name do not', async () => {
  await create()
  const keys = await readKeyFile(folder, desk)
  expect(await trySecret(keys, 'modir', 'secret-1')).toEqual({ clerkId: 'a', dataKey })
  expect(await trySecret(keys, 'modir', 'secret-2')).toBeUndefined()
  expect(await trySecret(keys, 'nobody', 'secret-1')).toBeUndefined()
})

test('the recovery key opens as it is typed from paper, and nothing else does', async () => {
  const recoveryKey = await create()
  const keys = await readKeyFile(folder, desk)
  expect(await tryRecoveryKey(keys, ` ${recoveryKey.toLowerCase()} `)).toEqual(dataKey)
  expect(await tryRecoveryKey(keys, recoveryKey.slice(0, -1))).toBeUndefined()
  expect(await tryRecoveryKey(keys, await otherKey())).toBeUndefined()
})

async function otherKey(): Promise<string> {
  const elsewhere = mkdtempSync(path.join(os.tmpdir(), 'bajeh-keys-'))
  const key = await createKeyFile(elsewhere, desk, newDataKey(), identity, [])
  rmSync(elsewhere, { recursive: true })
  return key
}

test('neither key nor secret nor user name can be read in the sealed file', async () => {
  await create('real')
  const bytes = readFileSync(file())
  const payload = Buffer.from(readEnvelope().payload, 'base64')
  for (const trace of ['modir', 'secret-1', Buffer.from(dataKey).toString('base64')]) {
    expect(bytes.includes(trace)).toBe(false)
    expect(payload.includes(trace)).toBe(false)
  }
})

test('an existing key file is never replaced', async () => {
  await create()
  const before = readFileSync(file())
  await expect(create()).rejects.toThrow('there is a key file already')
  expect(readFileSync(file())).toEqual(before)
})

describe('slots', () => {
  test('a new secret takes the place of the old one', async () => {
    await create()
    await putSlot(folder, desk, dataKey, { ...administrator, secret: 'secret-2' })
    const keys = await readKeyFile(folder, desk)
    expect(keys.clerks).toHaveLength(1)
    expect(await trySecret(keys, 'modir', 'secret-1')).toBeUndefined()
    expect((await trySecret(keys, 'modir', 'secret-2'))?.clerkId).toBe('a')
  })

  test('many writers at once lose nobody, and leave nothing behind', async () => {
    await create()
    const names = Array.from({ length: 8 }, (_, n) => `clerk${n}`)
    await Promise.all(
      names.map((name) =>
        putSlot(folder, desk, dataKey, { clerkId: name, userKey: name, secret: 'secret-1' }),
      ),
    )
    const keys = await readKeyFile(folder, desk)
    expect(keys.clerks.map(({ userKey }) => userKey).toSorted()).toEqual([...names, 'modir'])
    expect(readdirSync(folder)).toEqual(['office.keys'])
  })

  test('a lock that a dead program left is taken over', async () => {
    await create()
    writeFileSync(`${file()}.lock`, '999999999')
    await putSlot(folder, desk, dataKey, { ...administrator, secret: 'secret-2' })
    expect(readdirSync(folder)).toEqual(['office.keys'])
  })

  test('a slot moved to another clerk does not open', async () => {
    desk.trusted = false
    await create()
    await putSlot(folder, desk, dataKey, { clerkId: 'b', userKey: 'sarparast', secret: 'other-1' })
    const keys = await readKeyFile(folder, desk)
    const [first, second] = keys.clerks
    if (!first || !second) throw new Error('two slots expected')
    const swapped = {
      ...keys,
      clerks: [
        { ...second, clerkId: first.clerkId, userKey: first.userKey },
        { ...first, clerkId: second.clerkId, userKey: second.userKey },
      ],
    }
    expect(await trySecret(swapped, 'modir', 'other-1')).toBeUndefined()
    expect(await trySecret({ ...keys, kind: 'demonstration' }, 'modir', 'secret-1')).toBeUndefined()
  })
})

describe('refused', () => {
  const fault = async () => await readKeyFile(folder, desk).then(() => 'none', faultOf)
  const faultOf = (cause: unknown): unknown =>
    cause instanceof Error && 'code' in cause ? cause.code : cause

  test('a missing file', async () => {
    expect(await fault()).toBe('key-file-missing')
  })

  test.each(['', '{}', 'not json', '{"format":"bajeh-keys/2"}', '\u0000\u0001'])(
    'a damaged file: %j',
    async (text) => {
      writeFileSync(file(), text)
      expect(await fault()).toBe('key-file-corrupt')
      expect(readFileSync(file(), 'utf8')).toBe(text)
    },
  )

  test('a file with one byte changed or its end cut off', async () => {
    await create()
    const whole = readFileSync(file())
    const { payload } = readEnvelope()
    const changed = whole.toString().replace(payload, `${payload.slice(0, -6)}AAAA==`)
    for (const bytes of [Buffer.from(changed), whole.subarray(0, whole.length - 20)]) {
      writeFileSync(file(), bytes)
      expect(await fault()).toBe('key-file-corrupt')
    }
  })

  test('a seal that another machine made', async () => {
    await create()
    desk.unseal = () => Promise.reject(new Error('not this machine'))
    expect(await fault()).toBe('seal-broken')
  })

  test('a real office where the key store keeps no secret, even with its seal taken off', async () => {
    await create('real')
    const envelope = readEnvelope()
    const plain = Buffer.from(envelope.payload, 'base64').map((byte) => byte ^ 0xff)
    desk.trusted = false
    expect(await fault()).toBe('key-store-untrusted')
    const { createHash } = await import('node:crypto')
    const bare = {
      ...envelope,
      seal: 'none',
      payload: Buffer.from(plain).toString('base64'),
      sha256: createHash('sha256').update(plain).digest('hex'),
    }
    writeFileSync(file(), JSON.stringify(bare))
    expect(await fault()).toBe('key-store-untrusted')
    desk.trusted = true
    expect(await fault()).toBe('key-store-untrusted')
  })

  test('a real office is not even made there', async () => {
    desk.trusted = false
    await expect(create('real')).rejects.toMatchObject({ code: 'key-store-untrusted' })
    expect(readdirSync(folder)).toEqual([])
  })
})
