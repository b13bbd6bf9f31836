import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { LARGEST_FILE } from '#core/kernel/file-carriers.ts'
import { refused } from '#core/kernel/reply.ts'
import type { VaultScan } from '#core/vault/vault.model.ts'
import { scanUpload } from '../../../../renderer/vault/scan-upload.ts'
import { createFakeApp, ok, type FakeApp } from '../../../support/fake-app.ts'
import { day } from '../../../support/fake-office.ts'
import { aHeavyPng, aPng } from '../../../support/scans.ts'

const kept = {
  ...{ documentId: 's', papers: ['PHOTO'], title: 'عکس', format: 'png', size: 80 },
  ...{ addedOn: day('1405/09/02'), addedAt: '2026-11-23T08:00:00.000Z' },
  ...{ measure: null, brought: null, requests: [], powerNumber: null },
} as unknown as VaultScan
const order = { visitId: 'v', paper: 'PHOTO', title: 'عکس' } as const
const file = (bytes: Uint8Array, name = 'scan.png') => new File([Uint8Array.from(bytes)], name)

let app: FakeApp
beforeEach(() => {
  app = createFakeApp({ 'vault.addScan': () => ok(kept) })
  vi.stubGlobal('window', { app: app.bridge })
})
afterEach(() => vi.unstubAllGlobals())

it('sends the bytes of one file, and nothing of its name', async () => {
  const upload = scanUpload()
  expect(await upload.put([file(aPng(), 'نام محرمانه.png')], order)).toEqual(kept)
  expect(app.calls).toEqual([
    { method: 'vault.addScan', input: { ...order, bytes: aPng().toString('base64') } },
  ])
  expect(upload.step.value).toBe('idle')
  expect(upload.fault.value).toBeUndefined()
})

it('refuses here what can be seen here, and asks nobody', async () => {
  const upload = scanUpload()
  const faults = []
  for (const files of [
    [file(Buffer.from('MZ not a picture at all'))],
    [file(aHeavyPng(LARGEST_FILE + 1))],
    [file(aPng().subarray(0, 40))],
    [file(new Uint8Array())],
    [file(aPng(1)), file(aPng(2))],
  ]) {
    expect(await upload.put(files, order)).toBeUndefined()
    faults.push(upload.fault.value)
  }
  expect(new Set(faults).size).toBe(5)
  expect(faults.every((text) => text !== undefined && /[آ-ی]/.test(text))).toBe(true)
  expect(app.calls).toEqual([])
})

it('says what the office refuses, and forgets it at the next try', async () => {
  app.answer('vault.addScan', () =>
    refused({ code: 'rule', what: 'scan-same-picture', values: { paper: 'NATIONAL_CARD' } }),
  )
  const upload = scanUpload()
  expect(await upload.put([file(aPng())], order)).toBeUndefined()
  expect(upload.fault.value).toContain('کارت ملی')
  app.answer('vault.addScan', () => ok(kept))
  await upload.put([file(aPng())], order)
  expect(upload.fault.value).toBeUndefined()
})

it('is deaf while a file is on its way', async () => {
  const upload = scanUpload()
  const first = upload.put([file(aPng())], order)
  expect(await upload.put([file(aPng())], order)).toBeUndefined()
  await first
  expect(app.calls).toHaveLength(1)
})

it('takes no file for one', async () => {
  expect(await scanUpload().put([], order)).toBeUndefined()
})
