import fc from 'fast-check'
import { mkdtempSync, mkdirSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { contentSecurityPolicy } from '../../../electron/shell/csp.ts'
import { createPrintShelf, fileOf, serveApp } from '../../../electron/shell/protocol.ts'

type Handler = (request: Request) => Promise<Response>

const electron = vi.hoisted(() => ({ handlers: new Map<string, unknown>() }))
vi.mock('electron', () => ({
  protocol: {
    handle: (scheme: string, handler: unknown) => electron.handlers.set(scheme, handler),
  },
}))

const folder = path.join(mkdtempSync(path.join(os.tmpdir(), 'pages-')), 'renderer')
const shelf = createPrintShelf()

beforeAll(() => {
  mkdirSync(path.join(folder, 'assets'), { recursive: true })
  writeFileSync(path.join(folder, 'index.html'), '<!doctype html>')
  writeFileSync(path.join(folder, 'assets/a.js'), 'export {}')
  writeFileSync(path.join(folder, '../secret.txt'), 'secret')
  serveApp(folder, shelf)
})

/** A request as the window's browser makes it: addresses of our scheme are not fetchable in Node. */
function ask(address: string, method = 'GET'): Promise<Response> {
  const handler = electron.handlers.get('app') as Handler
  return handler({ url: address, method } as Request)
}

describe('the pages of the program', () => {
  it.each([
    ['app://bajeh/', 'text/html; charset=utf-8'],
    ['app://bajeh/index.html', 'text/html; charset=utf-8'],
    ['app://bajeh/assets/a.js?x#y', 'text/javascript; charset=utf-8'],
  ])('%s is served with the policy', async (address, type) => {
    const response = await ask(address)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe(type)
    expect(response.headers.get('content-security-policy')).toBe(contentSecurityPolicy)
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  })

  it.each([
    'app://bajeh/../secret.txt',
    'app://bajeh/%2e%2e/secret.txt',
    'app://bajeh/..%2fsecret.txt',
    'app://bajeh/assets/..%2f..%2fsecret.txt',
    'app://bajeh/..%5csecret.txt',
    'app://bajeh/assets\\..\\..\\secret.txt',
    'app://bajeh/%00index.html',
    'app://bajeh/c:/windows/win.ini',
    'app://bajeh//etc/passwd',
    'app://bajeh/%',
    'app://bajeh/assets',
    'app://bajeh/nothing.js',
    'app://other/index.html',
    'https://bajeh/index.html',
    'file:///etc/passwd',
    'no address',
  ])('%s is not found', async (address) => {
    const response = await ask(address)
    expect(response.status).toBe(404)
    expect(await response.text()).toBe('')
  })

  it('only reads', async () => {
    expect((await ask('app://bajeh/index.html', 'POST')).status).toBe(405)
  })

  it('never names a file outside the folder', () => {
    const piece = fc.oneof(
      fc.constantFrom('..', '.', '%2e%2e', '%2f', '%5c', '\\', '/', '%00', 'assets'),
      fc.string({ maxLength: 4 }),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const file = fileOf(`app://bajeh/${pieces.join('/')}`, folder)
        expect(file === undefined || file.startsWith(folder + path.sep)).toBe(true)
      }),
    )
  })
})

describe('papers on their way to a printer', () => {
  it('are served at an address of their own until they are printed', async () => {
    const { address, remove } = shelf.add(new Uint8Array([1, 2]))
    expect(address).toMatch(/^app:\/\/bajeh\/print\/[0-9a-f-]{36}\.pdf$/)
    const response = await ask(address)
    expect(response.headers.get('content-type')).toBe('application/pdf')
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect([...new Uint8Array(await response.arrayBuffer())]).toEqual([1, 2])
    remove()
    expect((await ask(address)).status).toBe(404)
  })
})

describe('the policy', () => {
  it('allows nothing that was not written here', () => {
    expect(contentSecurityPolicy).not.toMatch(/unsafe|http|\*/)
    expect(contentSecurityPolicy).toMatch(/^default-src 'none'; script-src 'self'; /)
  })
})
