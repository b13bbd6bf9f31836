import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LARGEST_FILE } from '#core/kernel/file-carriers.ts'
import { checkScan, LARGEST_SCAN } from '#core/vault/scan-file.rules.ts'
import { aHeavyPng, aJpeg, aPdf, aPng } from '../../../support/scans.ts'

const corpus = path.resolve(import.meta.dirname, '../../../fixtures/corpus')
const filesIn = (folder: string, ending = '') =>
  readdirSync(path.join(corpus, folder)).filter((name) => name.endsWith(ending))
const read = (folder: string, name: string) => readFileSync(path.join(corpus, folder, name))

const fault = (bytes: Uint8Array) => {
  const checked = checkScan(bytes)
  return checked.ok ? undefined : checked.fault
}

describe('a scan', () => {
  test.each([
    ['pdf', aPdf()],
    ['jpg', aJpeg()],
    ['png', aPng()],
    ['tiff', Buffer.concat([Buffer.from('49492a0008000000', 'hex'), Buffer.alloc(64)])],
    ['tiff', Buffer.concat([Buffer.from('4d4d002a00000008', 'hex'), Buffer.alloc(64)])],
    ['tiff', Buffer.concat([Buffer.from('49492b0008000000', 'hex'), Buffer.alloc(64)])],
  ])('is told as %s by its bytes', (format, bytes) => {
    expect(checkScan(bytes)).toEqual({ ok: true, format })
  })

  test('may have something behind the picture, as phones put it there', () => {
    expect(fault(Buffer.concat([aJpeg(), Buffer.alloc(64)]))).toBeUndefined()
    expect(fault(Buffer.concat([aPng(), Buffer.alloc(64)]))).toBeUndefined()
  })

  test('of the greatest size goes in, of one byte more it does not', () => {
    expect(aHeavyPng(LARGEST_SCAN)).toHaveLength(LARGEST_SCAN)
    expect(fault(aHeavyPng(LARGEST_SCAN))).toBeUndefined()
    expect(fault(aHeavyPng(LARGEST_SCAN + 1))).toBe('scan-too-big')
    expect(checkScan(aHeavyPng(LARGEST_SCAN + 1), LARGEST_FILE).ok).toBe(true)
  })

  test('that is empty, cut short, locked, or a bomb of pixels is refused for that', () => {
    expect(fault(Buffer.alloc(0))).toBe('scan-empty')
    expect(fault(Buffer.from('49492a0008000000', 'hex'))).toBe('scan-broken')
    for (const whole of [aPdf(), aJpeg(), aPng()])
      for (const part of [0.3, 0.6, 0.95])
        expect(fault(whole.subarray(0, Math.floor(whole.length * part)))).toBe('scan-broken')
    expect(fault(read('pdfjs', 'empty_protected.pdf'))).toBe('scan-locked')
    expect(fault(aPng(0, 120_001, 1000))).toBe('scan-too-many-pixels')
    expect(fault(aPng(0, 0, 8))).toBe('scan-broken')
  })

  test('that is a program under the name of a picture is no picture', () => {
    for (const head of [
      'MZ\x90\x00',
      '\x7fELF',
      '#!/bin/sh\n',
      '<svg xmlns="',
      '<html>',
      'PK\x03\x04',
    ])
      expect(fault(Buffer.from(head.padEnd(300, ' '), 'latin1'))).toBe('scan-not-a-picture')
  })
})

/** Cameras write their own pictures as TIFFs; whoever opens one decides. */
const isTiff = (name: string) => /\.(tif|arw|cr2|dng|nef)$/.test(name)

describe('files of every kind', () => {
  test.each(filesIn('filetype'))('%s', (name) => {
    const checked = checkScan(read('filetype', name))
    const isPdf = name.endsWith('.pdf')
    if (isPdf) expect(checked).toEqual({ ok: true, format: 'pdf' })
    else if (isTiff(name)) expect(checked).toEqual({ ok: true, format: 'tiff' })
    else expect(checked).toEqual({ ok: false, fault: 'scan-not-a-picture' })
  })

  test.each(filesIn('pdfjs', '.pdf'))('%s is looked at without harm', (name) => {
    expect(['scan-broken', 'scan-locked', undefined]).toContain(fault(read('pdfjs', name)))
  })

  test('no bytes upset the check, whatever they begin with', () => {
    const heads = [aPdf(), aJpeg(), aPng()].map((whole) => whole.subarray(0, 30))
    fc.assert(
      fc.property(
        fc.constantFrom(...heads, Buffer.alloc(0)),
        fc.nat(30),
        fc.uint8Array({ maxLength: 300 }),
        (head, length, tail) => {
          const checked = checkScan(Buffer.concat([head.subarray(0, length), tail]))
          expect(typeof checked.ok).toBe('boolean')
        },
      ),
    )
  })
})
