import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { qrMatrix } from '../../electron/backend/papers/persian-text/qr-matrix.ts'
import type { QrMatrix } from '../../electron/backend/papers/persian-text/qr-matrix.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const PIXELS = 4
const QUIET = 4
const folder = temporaryFolder()

/** What zbarimg reads from a picture of the code. */
function readBack({ size, dark }: QrMatrix): string {
  const side = (size + 2 * QUIET) * PIXELS
  const picture = Buffer.alloc(side * side, 255)
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const [column, row] = [Math.floor(x / PIXELS) - QUIET, Math.floor(y / PIXELS) - QUIET]
      const inside = column >= 0 && row >= 0 && column < size && row < size
      if (inside && dark[row * size + column]) picture[y * side + x] = 0
    }
  }
  const file = join(folder, 'code.pgm')
  writeFileSync(file, Buffer.concat([Buffer.from(`P5 ${side} ${side} 255\n`), picture]))
  const read = spawnSync('zbarimg', ['-q', '--raw', '-Sbinary', file], { encoding: 'utf8' })
  return read.stdout.replace(/\n$/, '')
}

describe.each(['L', 'M', 'Q', 'H'] as const)('a code of level %s', (level) => {
  it.each([
    ['an address', 'https://verify.example.ir/d/9002-1405-000417?c=0123456789ab'],
    ['Persian', 'گواهی ۱۲۳'],
    ['capitals', 'HTTPS://EXAMPLE.IR/A-1 $%*+./:'],
    ['digits', '01234567890123456789'],
    ['one sign', 'a'],
    ['a signed payload', 'Zm9v'.repeat(75)],
    ['capitals of a big version', 'A1'.repeat(250)],
    ['digits of a big version', '7'.repeat(900)],
    ['bytes of a big version', 'x'.repeat(1000)],
  ])('%s', (_, text) => {
    expect(readBack(qrMatrix(text, level))).toBe(text)
  })
})

it('has the size of the smallest version that holds the text', () => {
  expect(qrMatrix('1'.repeat(41), 'L').size).toBe(21)
  expect(qrMatrix('1'.repeat(42), 'L').size).toBe(25)
  expect(qrMatrix('x'.repeat(2953), 'L').size).toBe(177)
})

it('refuses what no version holds', () => {
  expect(() => qrMatrix('x'.repeat(2954), 'L')).toThrow('2954')
})
