import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { refused } from '#core/kernel/reply.ts'
import type { Verdict } from '#core/verification/verification.model.ts'
import { forgetCitizen } from '../../../../renderer/client/forget.ts'
import { agreementOf } from '../../../../renderer/verification/agreement.ts'
import { useCheck } from '../../../../renderer/verification/check.store.ts'
import { verdictLook } from '../../../../renderer/verification/verdict-look.ts'
import { createFakeApp, ok, type Answers } from '../../../support/fake-app.ts'

const genuine: Verdict = {
  verdict: 'GENUINE',
  source: 'QR',
  kind: 'salary-certificate',
  number: '900-1405-1-000001',
  day: null,
  validUntil: null,
  keyId: null,
  signature: null,
  figures: [],
  revocation: null,
  usedOn: null,
  issuedHere: true,
  officeKind: 'real',
}
const pdf = () => new File(['%PDF-1.7'], 'paper.pdf')

function install(answers: Answers = {}) {
  const app = createFakeApp({ 'verification.check': () => ok(genuine), ...answers })
  vi.stubGlobal('window', { app: app.bridge })
  return { ...app, shown: () => app.calls.map((one) => one.input) }
}
beforeEach(() => {
  setActivePinia(createPinia())
})
afterEach(() => vi.unstubAllGlobals())

it('sends a scan from a Persian keyboard in Latin digits, without spaces and marks', async () => {
  const app = install()
  await useCheck().checkText(' \u2066۱۲٣4 5\u2069\n')
  expect(app.shown()).toEqual([{ by: 'text', text: '12345' }])
})

it('asks nothing for an empty box', async () => {
  const app = install()
  const check = useCheck()
  await check.checkText(' \u200f ')
  expect(app.calls).toHaveLength(0)
  expect(check.verdict.state).toBe('idle')
})

it('shows no verdict of one document while another is checked', async () => {
  const app = install()
  const check = useCheck()
  await check.checkText('1')
  expect(check.verdict.state).toBe('ready')
  app.answer('verification.check', () => new Promise(() => undefined))
  void check.checkText('2')
  await vi.waitFor(() => expect(app.calls).toHaveLength(2))
  expect(check.verdict.state).toBe('loading')
  check.clear()
  expect(check.verdict.state).toBe('idle')
})

it('drops the late answer of a check that was left', async () => {
  let answer: () => void = () => undefined
  install({
    'verification.check': () =>
      new Promise((resolve) => {
        answer = () => resolve(ok(genuine))
      }),
  })
  const check = useCheck()
  const checking = check.checkText('1')
  check.clear()
  answer()
  await checking
  expect(check.verdict.state).toBe('idle')
})

it('sends one file at a time, and only a PDF', async () => {
  const app = install()
  const check = useCheck()
  await check.checkFiles([pdf(), pdf()])
  expect(check.refusedFile).toEqual({ name: 'paper.pdf', fault: 'many' })
  await check.checkFiles([new File(['GIF89a'], 'scan.gif')])
  expect(check.refusedFile).toEqual({ name: 'scan.gif', fault: 'not-pdf' })
  expect(app.calls).toHaveLength(0)
  await check.checkFiles([pdf()])
  expect(app.shown()).toEqual([{ by: 'file', name: 'paper.pdf', pdf: btoa('%PDF-1.7') }])
  expect([check.refusedFile, check.fileName]).toEqual([null, 'paper.pdf'])
})

it('tries the same document again after an answer that did not come', async () => {
  const app = install({ 'verification.check': () => refused({ code: 'unavailable' }) })
  const check = useCheck()
  await check.checkText('1')
  expect(check.verdict.state).toBe('refused')
  app.answer('verification.check', () => ok(genuine))
  await check.retry()
  expect(check.verdict.state).toBe('ready')
  expect(new Set(app.shown().map((one) => JSON.stringify(one)))).toHaveLength(1)
})

it('keeps nothing for the next clerk', async () => {
  install()
  const check = useCheck()
  await check.checkText('1')
  forgetCitizen()
  expect(check.verdict.state).toBe('idle')
})

it('never calls a paper genuine for its number alone', () => {
  const look = (source: 'QR' | 'NUMBER', officeKind: 'real' | 'demonstration') =>
    verdictLook({ verdict: 'GENUINE', source, officeKind })
  const [qr, number] = [look('QR', 'real'), look('NUMBER', 'real')]
  expect(qr.title).toBe('اصیل')
  expect(number.title).not.toContain('اصیل')
  expect([qr.tone, number.tone]).toEqual(['ok', 'info'])
  // A paper of a demonstration is signed like any other, and counts nowhere.
  expect(look('QR', 'demonstration').tone).toBe('warning')
})

it('tells a figure that differs from one that the pages do not show', () => {
  const figure = { name: 'net', sealed: '1', found: null, agrees: false }
  expect(agreementOf(figure, 'PDF')).toBe('MISSING')
  expect(agreementOf({ ...figure, found: '2' }, 'PDF')).toBe('DIFFERS')
  expect(agreementOf(figure, 'QR')).toBe('DIFFERS')
  expect(agreementOf({ ...figure, agrees: true }, 'PDF')).toBe('AGREES')
})
