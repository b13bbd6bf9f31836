import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { aCertificate } from './statements.ts'
import { paperOf } from './renderer.ts'

describe('modules that papers do without', () => {
  it('are not loaded when a paper is drawn', async () => {
    await paperOf(aCertificate())
    const loaded = Object.keys(createRequire(import.meta.url).cache)
    const names = ['brotli/dec/', '@noble/ciphers/_polyval', 'svg-to-pdfkit/source', 'sax/lib/']
    expect(loaded.some((file) => file.replaceAll('\\', '/').includes('/pdfmake/js/'))).toBe(true)
    expect(
      loaded.filter((file) => names.some((name) => file.replaceAll('\\', '/').includes(name))),
    ).toEqual([])
  })
})
