import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { PDFDict, PDFDocument, PDFName, PDFString } from 'pdf-lib'
import { expect, test } from 'vitest'
import { instantAt } from '#core/kernel/instant.ts'
import type { OfficeKeys } from '#core/verification/verification.ports.ts'
import { readSealText } from '#core/verification/seal-text.rules.ts'
import { appendEntry, listEntries } from '../../../electron/backend/audit/audit.repository.ts'
import {
  createOfficeDatabase,
  type OfficeDatabase,
  openOfficeDatabase,
} from '../../../electron/backend/database/engines/encrypted-sqlite.ts'
import { officeMigrations } from '../../../electron/backend/database/migrations.ts'
import { findKeyInUse } from '../../../electron/backend/verification/keys.repository.ts'
import { openOfficeKeys } from '../../../electron/backend/verification/open-keys.ts'
import { createPdfSigning } from '../../../electron/backend/verification/signing.gateway.ts'
import { jalali } from '../../support/counter.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const identity = {
  kind: 'real',
  branchCode: '900',
  branchName: 'شعبهٔ (یک) \\ تهران',
  province: 'تهران',
} as const
const dataKey = new Uint8Array(32).fill(7)
const at = instantAt(Date.parse('2026-11-23T08:00:00.000Z'))
const signing = createPdfSigning(
  new URL('../../../electron/backend/verification/signing-worker.ts', import.meta.url),
)
const facts = {
  kind: 'pension-slip',
  number: '900-1405-2-000001',
  day: jalali('1405/09/02'),
  validUntil: null,
  figures: [],
}

function keysOf(database: OfficeDatabase): Promise<OfficeKeys> {
  return openOfficeKeys({
    ...{ database, identity, signing, now: () => at },
    made: (tx, keyId) =>
      appendEntry(tx, {
        ...{ at, clerkId: null, workstation: 'desk', visitId: null, citizenId: null },
        ...{ action: 'verification.makeKeys', object: `key ${keyId}`, outcome: 'done' },
      }),
  })
}

test('an office of an older program gets keys when it opens, once, with an entry in the trail', async () => {
  const folder = temporaryFolder()
  const { '0001-first-office': first } = officeMigrations
  if (!first) throw new Error('there is no first migration')
  const migrations = { '0001-first-office': first }
  await (await createOfficeDatabase(folder, dataKey, { migrations })).close()

  const database = await openOfficeDatabase(folder, dataKey)
  const before = await keysOf(database)
  const seal = await before.seal(facts)
  await before.close()
  await expect(async () => before.seal(facts)).rejects.toThrow('no keys in use')
  const after = await keysOf(database)
  expect(await after.seal(facts)).toBe(seal)

  const entries = await database.read((db) => listEntries(db, 0, 10))
  const keyId = readSealText(seal)?.keyId ?? ''
  expect(entries).toMatchObject([{ action: 'verification.makeKeys', object: `key ${keyId}` }])
  const kept = await database.read(findKeyInUse)
  expect(kept).toMatchObject({ keyId, certificateUntil: jalali('1425/09/02') })
  await database.close()
})

test('a certificate of X.509 and a signature in the office’s own words', async () => {
  const folder = temporaryFolder()
  const database = await createOfficeDatabase(folder, dataKey)
  const keys = await keysOf(database)
  const document = await PDFDocument.create()
  document.addPage()
  const file = path.join(folder, 'signed.pdf')
  writeFileSync(file, await keys.sign(await document.save(), at))
  const said = execFileSync('pdfsig', ['-nocert', file], { encoding: 'utf8' })
  expect(said).toContain('Signature is Valid')
  expect(said).toContain('Total document signed')
  const again = await PDFDocument.load(await keys.sign(await document.save(), at))
  const [signature] = again.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) =>
      object instanceof PDFDict && object.has(PDFName.of('ByteRange')) ? [object] : [],
    )
  const wordOf = (name: string) => signature?.lookup(PDFName.of(name), PDFString).decodeText()
  expect(wordOf('Name')).toBe('سازمان تأمین اجتماعی، شعبهٔ (یک) \\ تهران (900)')
  expect(wordOf('Location')).toBe('تهران')
  expect(wordOf('Reason')).toBe('صدور سند رسمی')
  expect(signature?.lookup(PDFName.of('M'), PDFString).decodeDate()).toEqual(new Date(at))

  const pem = path.join(folder, 'office.pem')
  const kept = await database.read(findKeyInUse)
  writeFileSync(pem, kept?.certificate ?? '')
  const text = execFileSync(
    'openssl',
    ['x509', '-in', pem, '-noout', '-text', '-nameopt', 'utf8'],
    {
      encoding: 'utf8',
    },
  )
  expect(text).toContain('شعبهٔ (یک)')
  expect(text).toContain('Digital Signature, Non Repudiation')
  expect(text).toContain('CA:FALSE')
  const tomorrow = String(Date.parse(at) / 1000 + 86_400)
  execFileSync('openssl', ['verify', '-attime', tomorrow, '-CAfile', pem, pem])
  await database.close()
  await signing.close()
})

test('secrets that were moved or changed do not sign', async () => {
  const database = await createOfficeDatabase(temporaryFolder(), dataKey)
  const first = await keysOf(database)
  await first.seal(facts)
  const kept = await database.read(findKeyInUse)
  await database.transaction(async (tx) => {
    await tx
      .updateTable('signing_keys')
      .set({ retired_at: at })
      .where('retired_at', 'is', null)
      .execute()
    await tx
      .insertInto('signing_keys')
      .values({
        ...{ key_id: '00000000', created_at: at, retired_at: null },
        ...{ public_key: kept?.publicKey ?? '', certificate: kept?.certificate ?? '' },
        ...{ certificate_sha256: '', certificate_until: jalali('1425/09/02') },
        ...{ sealing_secret: kept?.sealingSecret ?? '', signing_secret: kept?.signingSecret ?? '' },
      })
      .execute()
  })
  const moved = await keysOf(database)
  await expect(async () => moved.seal(facts)).rejects.toThrow()
  await database.close()
})
