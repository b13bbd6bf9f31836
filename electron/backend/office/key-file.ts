import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { open, readFile, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import type { Desk } from '#core/kernel/desk.ts'
import { type OfficeFault, OfficeKind } from '#core/office/office.model.ts'
import type { OfficeIdentity } from '#core/office/office.ports.ts'
import { tryInVain, unwrapKey, WrappedKey, wrapKey } from './key-slot.ts'
import { withLock } from './lock-file.ts'
import { newRecoveryKey, readRecoveryKey } from './recovery-key.ts'

/** The key file cannot be used; the code is one that the screen knows. */
export class KeyFault extends Error {
  readonly code: OfficeFault

  constructor(code: OfficeFault, cause?: unknown) {
    super(code, { cause })
    this.name = 'KeyFault'
    this.code = code
  }
}

const FORMAT = 'bajeh-keys/1'

/** What lies on the disk: the slots, sealed by the operating system's key store or, named so, by none. */
const Envelope = z.object({
  format: z.literal(FORMAT),
  seal: z.enum(['none', 'key-store']),
  payload: z.base64(),
  sha256: z.string().length(64),
})
type Envelope = z.infer<typeof Envelope>

const ClerkSlot = WrappedKey.extend({
  clerkId: z.string().min(1).max(60),
  userKey: z.string().min(1).max(60),
})

const KeyFile = z.object({
  officeId: z.string().min(1).max(60),
  kind: OfficeKind,
  branchCode: z.string().min(1).max(10),
  branchName: z.string().min(1).max(200),
  province: z.string().min(1).max(200),
  clerks: z.array(ClerkSlot).max(1000),
  recovery: WrappedKey,
})
export type KeyFile = z.infer<typeof KeyFile>

/** Whom a slot is for, with the secret that will open it. */
export interface SlotOrder {
  readonly clerkId: string
  readonly userKey: string
  readonly secret: string
}

function fileIn(folder: string): string {
  return path.join(folder, 'office.keys')
}

/** Whether there is a key file, readable or not. */
export function hasKeyFile(folder: string): boolean {
  return existsSync(fileIn(folder))
}

/** A new data key: 32 random bytes that no clerk ever sees. */
export function newDataKey(): Uint8Array {
  return randomBytes(32)
}

/** A slot belongs to its office, of its kind, and to its clerk: moved elsewhere it does not open. */
function boundTo(file: Pick<KeyFile, 'officeId' | 'kind' | 'branchCode'>, holder: string): string {
  return [FORMAT, file.officeId, file.kind, file.branchCode, holder].join('|')
}

/**
 * Writes the key file of a new office and gives its recovery key as it is to be printed.
 *
 * @refuses a folder that has a key file (Error): an existing one is never replaced
 */
export async function createKeyFile(
  folder: string,
  desk: Desk,
  dataKey: Uint8Array,
  identity: OfficeIdentity,
  clerks: readonly SlotOrder[],
): Promise<string> {
  if (hasKeyFile(folder)) throw new Error('there is a key file already')
  const recoveryKey = newRecoveryKey()
  const recoverySecret = readRecoveryKey(recoveryKey) ?? ''
  const officeId = randomUUID()
  const base = { officeId, ...identity }
  const [recovery, ...slots] = await Promise.all([
    wrapKey(dataKey, recoverySecret, boundTo(base, 'recovery')),
    ...clerks.map((order) => slotFor(base, dataKey, order)),
  ])
  await writeKeyFile(folder, desk, { ...base, clerks: slots, recovery })
  return recoveryKey
}

async function slotFor(
  file: Pick<KeyFile, 'officeId' | 'kind' | 'branchCode'>,
  dataKey: Uint8Array,
  { clerkId, userKey, secret }: SlotOrder,
): Promise<z.infer<typeof ClerkSlot>> {
  const wrapped = await wrapKey(dataKey, secret, boundTo(file, `${clerkId}|${userKey}`))
  return { clerkId, userKey, ...wrapped }
}

/**
 * Reads the key file. Throws KeyFault: missing, corrupt, sealed by a key store that does not open it,
 * or a real office on a machine whose key store keeps no secret.
 */
export async function readKeyFile(folder: string, desk: Desk): Promise<KeyFile> {
  if (!hasKeyFile(folder)) throw new KeyFault('key-file-missing')
  const envelope = await readEnvelope(folder)
  const { trusted } = await desk.sealKind()
  const plain =
    envelope.seal === 'none' ? bytesOf(envelope) : await unsealed(envelope, desk, trusted)
  const file = parseJson(KeyFile, Buffer.from(plain).toString('utf8'))
  if (file.kind === 'real' && (!trusted || envelope.seal === 'none'))
    throw new KeyFault('key-store-untrusted')
  return file
}

async function readEnvelope(folder: string): Promise<Envelope> {
  const envelope = parseJson(Envelope, await readFile(fileIn(folder), 'utf8'))
  const sha256 = createHash('sha256').update(bytesOf(envelope)).digest('hex')
  if (sha256 !== envelope.sha256) throw new KeyFault('key-file-corrupt')
  return envelope
}

function bytesOf(envelope: Envelope): Uint8Array {
  return Buffer.from(envelope.payload, 'base64')
}

async function unsealed(envelope: Envelope, desk: Desk, trusted: boolean): Promise<Uint8Array> {
  if (!trusted) throw new KeyFault('key-store-untrusted')
  try {
    return await desk.unseal(bytesOf(envelope))
  } catch (cause) {
    throw new KeyFault('seal-broken', cause)
  }
}

function parseJson<T>(schema: z.ZodType<T>, text: string): T {
  try {
    return schema.parse(JSON.parse(text))
  } catch {
    throw new KeyFault('key-file-corrupt')
  }
}

/** Replaces the file in one step: after a crash there is the old one or the new one, whole. */
async function writeKeyFile(folder: string, desk: Desk, file: KeyFile): Promise<void> {
  const { trusted } = await desk.sealKind()
  if (file.kind === 'real' && !trusted) throw new KeyFault('key-store-untrusted')
  const plain = Buffer.from(JSON.stringify(KeyFile.parse(file)))
  const payload = Buffer.from(trusted ? await desk.seal(plain) : plain)
  const envelope: Envelope = {
    format: FORMAT,
    seal: trusted ? 'key-store' : 'none',
    payload: payload.toString('base64'),
    sha256: createHash('sha256').update(payload).digest('hex'),
  }
  const fresh = path.join(folder, `office.keys.${randomUUID()}.new`)
  try {
    const handle = await open(fresh, 'wx', 0o600)
    try {
      await handle.writeFile(JSON.stringify(envelope))
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(fresh, fileIn(folder))
  } catch (cause) {
    await rm(fresh, { force: true })
    throw cause
  }
  await syncFolder(folder)
}

/** Makes the rename durable, where the system lets a folder be opened (Windows does not). */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined)
  await handle?.sync().catch(() => undefined)
  await handle?.close()
}

/**
 * Adds or replaces one clerk's slot, under the file's lock and from the file as it is now: the slots
 * that another window or program wrote meanwhile stay.
 */
export async function putSlot(
  folder: string,
  desk: Desk,
  dataKey: Uint8Array,
  order: SlotOrder,
): Promise<void> {
  await withLock(`${fileIn(folder)}.lock`, async () => {
    const file = await readKeyFile(folder, desk)
    const slot = await slotFor(file, dataKey, order)
    const others = file.clerks.filter(
      ({ clerkId, userKey }) => clerkId !== order.clerkId && userKey !== order.userKey,
    )
    await writeKeyFile(folder, desk, { ...file, clerks: [...others, slot] })
  })
}

/**
 * Tries a clerk's secret. Undefined for an unknown user as for a wrong secret, after the same work.
 */
export async function trySecret(
  file: KeyFile,
  userKey: string,
  secret: string,
): Promise<{ readonly clerkId: string; readonly dataKey: Uint8Array } | undefined> {
  const slot = file.clerks.find((each) => each.userKey === userKey)
  if (!slot) {
    await tryInVain(secret)
    return undefined
  }
  const dataKey = await unwrapKey(slot, secret, boundTo(file, `${slot.clerkId}|${slot.userKey}`))
  return dataKey && { clerkId: slot.clerkId, dataKey }
}

/** Tries the recovery key as typed from paper. */
export async function tryRecoveryKey(
  file: KeyFile,
  typed: string,
): Promise<Uint8Array | undefined> {
  const secret = readRecoveryKey(typed)
  return secret === undefined
    ? undefined
    : await unwrapKey(file.recovery, secret, boundTo(file, 'recovery'))
}
