import { readdirSync, readFileSync, watch } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { reduceScan } from '../../../electron/backend/vault/reduce-scan.ts'
import { scanReducer } from '../../../electron/backend/vault/scans.gateway.ts'
import { aPhotograph, aTiff } from '../../support/pictures.ts'
import { aJpeg, aPdf, aPng } from '../../support/scans.ts'

const corpus = path.resolve(import.meta.dirname, '../../fixtures/corpus')
const workerFile = new URL('../../../electron/backend/vault/scan-worker.ts', import.meta.url)
const most = { pages: 20, scanBytes: 2 * 1024 * 1024 }
const FAULTS: readonly string[] = [
  ...['scan-broken', 'scan-locked', 'scan-active', 'scan-not-a-picture'],
  ...['scan-too-many-pixels', 'scan-too-many-pages', 'scan-still-too-big'],
]

describe('a file that somebody cut or changed', () => {
  test('is refused or drawn, and harms nobody', async () => {
    const page = await sharp(aPng(90, 60, 40))
      .tiff({ compression: 'lzw' })
      .toBuffer()
    const pages = await sharp([aPng(1), aPng(2)], { join: { animated: true } })
      .tiff({ compression: 'deflate' })
      .toBuffer()
    const whole = [aPng(5, 60, 40), aJpeg(), aPdf('fuzz', 2), page, pages]
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...whole),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 12 }),
        fc.nat(),
        async (file, changes, end) => {
          const bytes = Uint8Array.from(file)
          for (const [at, value] of changes) bytes[4 + (at % (bytes.length - 4))] = value
          const cut = bytes.subarray(0, 1 + (end % bytes.length))
          for (const one of [bytes, cut]) {
            const reduction = await reduceScan(one, most)
            if (reduction.ok)
              expect(reduction.scan.bytes.length).toBeLessThanOrEqual(most.scanBytes)
            else expect(FAULTS).toContain(reduction.fault)
          }
        },
      ),
      { numRuns: 150 },
    )
  }, 120_000)

  test('that is cut short anywhere is refused', async () => {
    const files = [await aTiff('first', 'second'), await aPhotograph(800, 600), aPng(7, 900, 600)]
    for (const file of files)
      for (const part of [0.2, 0.5, 0.9])
        expect(await reduceScan(file.subarray(0, Math.floor(file.length * part)), most)).toEqual({
          ok: false,
          fault: 'scan-broken',
        })
  }, 60_000)

  const strangers = ['pdfjs', 'filetype'].flatMap((folder) =>
    readdirSync(path.join(corpus, folder))
      .filter((name) => /\.(pdf|nef|tif|jpe?g|png)$/.test(name))
      .map((name) => path.join(folder, name)),
  )
  test.each(strangers)('%s is looked into without harm', async (name) => {
    const reduction = await reduceScan(readFileSync(path.join(corpus, name)), most)
    if (!reduction.ok) expect(FAULTS).toContain(reduction.fault)
  })
})

describe('the thread of a file', () => {
  test('that takes too long is ended, and the next file has its turn', async () => {
    const photograph = await aPhotograph()
    const impatient = scanReducer(workerFile, 1)
    expect(await impatient.reduce(photograph, most)).toEqual({ ok: false, fault: 'scan-broken' })
    const reducer = scanReducer(workerFile)
    const [first, second] = await Promise.all([
      reducer.reduce(aPng(1), most),
      reducer.reduce(Buffer.from('MZ'), most),
    ])
    expect(first.ok).toBe(true)
    expect(second).toEqual({ ok: false, fault: 'scan-not-a-picture' })
  })

  test('writes nothing beside the office, however large the picture', async () => {
    const photograph = await aPhotograph(8000, 6000)
    const written: string[] = []
    const watcher = watch(os.tmpdir(), (_event, name) => {
      if (name !== null && /vips|sharp/i.test(name)) written.push(name)
    })
    const reduction = await scanReducer(workerFile).reduce(photograph, most)
    watcher.close()
    expect(reduction).toMatchObject({ ok: true, scan: { brought: { width: 6000, height: 8000 } } })
    expect(written).toEqual([])
  }, 60_000)
})
