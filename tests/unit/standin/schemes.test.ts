import { beforeAll, expect, test } from 'vitest'
import {
  fromBrowser,
  originOf,
  policyToBrowser,
  registerSchemes,
  toBrowser,
} from '../../../electron/standin/schemes.ts'

beforeAll(() => registerSchemes([{ scheme: 'app', privileges: { standard: true } }]))

test.each([
  ['app://bundle/index.html', 'https://bundle.app.localhost/index.html'],
  ['app://bundle/a/b?c=d#e', 'https://bundle.app.localhost/a/b?c=d#e'],
])('%s has another name in the browser', (ours, browsers) => {
  expect(toBrowser(ours)).toBe(browsers)
  expect(fromBrowser(browsers)).toBe(ours)
})

test('other addresses keep their names', () => {
  for (const url of ['https://example.invalid/x', 'file:///a', 'data:text/html,', 'about:blank']) {
    expect(fromBrowser(toBrowser(url))).toBe(url)
  }
})

test('origins are those of the application', () => {
  expect(originOf('app://bundle/index.html')).toBe('app://bundle')
  expect(originOf('https://example.invalid:8443/x')).toBe('https://example.invalid:8443')
  expect(originOf('')).toBe('null')
})

test('a policy that names the scheme is understood by the browser', () => {
  expect(policyToBrowser("default-src 'self'; connect-src app://bundle app: data:")).toBe(
    "default-src 'self'; connect-src https://bundle.app.localhost https://*.app.localhost data:",
  )
})
