import { generateKeyPairSync } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { instantAt } from '#core/kernel/instant.ts'
import { paperChecks } from '../../../electron/backend/verification/checks.gateway.ts'
import { createPdfSigning } from '../../../electron/backend/verification/signing.gateway.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const pdf = Buffer.from('%PDF-1.7\n')

/** A thread that does what a text says. */
function threadOf(text: string): URL {
  const file = path.join(temporaryFolder(), 'thread.mjs')
  writeFileSync(file, `import { parentPort } from 'node:worker_threads'\n${text}`)
  return pathToFileURL(file)
}

const told = `{ part: 'signature', isPdf: true, found: { signature: 'BROKEN', keyId: 'k', seals: [] } }`

describe('a PDF that a thread does not come to an end with', () => {
  test('is not readable when nothing was found until then', async () => {
    const checks = paperChecks(threadOf('for (;;);'), 300)
    expect(await checks.readPdf(pdf, [])).toBeUndefined()
  })

  test('is told as far as it was found', async () => {
    const text = `parentPort.postMessage(${told})\nsetInterval(() => undefined, 1000)`
    const checks = paperChecks(threadOf(text), 1500)
    expect(await checks.readPdf(pdf, [])).toEqual({
      signature: 'BROKEN',
      keyId: 'k',
      seals: [],
      text: null,
    })
  })

  test('takes its own memory only', async () => {
    const eater = 'const eaten = []\nfor (;;) eaten.push(new Array(1e6).fill(eaten.length + 0.5))'
    const checks = paperChecks(threadOf(eater), 20_000)
    expect(await checks.readPdf(pdf, [])).toBeUndefined()
  })
})

test('a signing thread that dies takes only what it had with it; the next PDF starts another', async () => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const order = {
    pdf,
    certificate: new Uint8Array(),
    key: privateKey,
    words: { name: '', reason: '', location: '' },
    at: instantAt(0),
  }
  const dying = createPdfSigning(threadOf(`parentPort.on('message', () => process.exit(1))`))
  await expect(dying.sign(order)).rejects.toThrow('signing thread ended')
  await expect(dying.sign(order)).rejects.toThrow('signing thread ended')
  await dying.close()
  const failing = createPdfSigning(
    threadOf(`parentPort.on('message', ({ id }) => parentPort.postMessage({ id, failure: 'no' }))`),
  )
  await expect(failing.sign(order)).rejects.toThrow('no')
  const waiting = createPdfSigning(threadOf(`parentPort.on('message', () => undefined)`))
  const asked = waiting.sign(order)
  await Promise.all([expect(asked).rejects.toThrow('closing'), waiting.close()])
  await failing.close()
})
