import { expect, test } from 'vitest'
import lock from '../../package-lock.json' with { type: 'json' }
import manifest from '../../package.json' with { type: 'json' }

const installed: Readonly<Record<string, { readonly version?: string }>> = lock.packages

function isAtLeast(version: string, floor: string): boolean {
  const [have, need] = [version, floor].map((text) => text.split('.').map(Number))
  for (const [i, part] of (need ?? []).entries()) {
    const own = have?.[i] ?? 0
    if (own !== part) return own > part
  }
  return true
}

test.each([
  ['electron', '45.0.0'],
  // CVE-2026-16633
  ['pdfjs-dist', '6.2.108'],
  ['vue-i18n', '11.1.0'],
])('%s is at least %s', (name, floor) => {
  expect(isAtLeast(installed[`node_modules/${name}`]?.version ?? '0', floor)).toBe(true)
})

test('pdfmake is the one version that the text layer was written against', () => {
  expect(manifest.dependencies.pdfmake).toBe('0.3.11')
  expect(installed['node_modules/pdfmake']?.version).toBe('0.3.11')
})

test('every version is exact, and the lockfile names no address', () => {
  const versions = Object.values({ ...manifest.dependencies, ...manifest.devDependencies })
  expect(versions.filter((version) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([])
  expect(JSON.stringify(lock)).not.toContain('"resolved":"http')
})
