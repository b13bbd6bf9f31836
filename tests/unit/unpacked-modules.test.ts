import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { z } from 'zod'

const root = path.resolve(import.meta.dirname, '../..')
const Lock = z.object({ packages: z.record(z.string(), z.object({ dev: z.boolean().optional() })) })

/** Packages that ship with the program and are loaded by the system, or link to what lies beside them. */
function nativePackages(): readonly string[] {
  const lock = Lock.parse(JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')))
  const shipped = Object.entries(lock.packages).flatMap(([place, { dev }]) =>
    place.startsWith('node_modules/') && !dev ? [place] : [],
  )
  return shipped.filter((place) => filesOf(place).some((name) => /\.(node|so(\.\d+)*)$/.test(name)))
}

function filesOf(place: string): readonly string[] {
  try {
    return readdirSync(path.join(root, place), { recursive: true, encoding: 'utf8' })
  } catch {
    // One for another system.
    return []
  }
}

it('lays every native module beside the archive of the program', () => {
  const yml = readFileSync(path.join(root, 'electron-builder.yml'), 'utf8')
  const [, list = ''] = /^asarUnpack:\n((?: .*\n)+)/m.exec(yml) ?? []
  const unpacked = [...list.matchAll(/- (\S+)\/\*\*/g)].map(([, folder = '']) => folder)
  const native = nativePackages()
  expect(native.some((place) => place.startsWith('node_modules/@img/sharp-'))).toBe(true)
  expect(
    native.filter((place) => !unpacked.some((folder) => `${place}/`.startsWith(`${folder}/`))),
  ).toEqual([])
})
