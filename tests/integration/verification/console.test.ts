import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Verdict } from '#core/verification/verification.model.ts'
import { readPublishedList } from '../../../electron/backend/verification/published-file.ts'
import { runConsole } from '../../support/console.ts'
import { demonstrationSignIn } from '../../support/demonstration-office.ts'
import { codesOf } from '../../support/pdf-tools.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { officeFolder } from '../../support/whole-office.ts'

const folder = officeFolder()
const desk = temporaryFolder()
const paper = path.join(desk, 'paper.pdf')
const list = path.join(desk, 'keys.json')
let number: string

/** Runs words on the office, as one of its clerks. */
async function office(words: readonly string[], role: 'CLERK' | 'SUPERVISOR' | 'ADMINISTRATOR') {
  const { userName, secret } = demonstrationSignIn(role)
  return await runConsole({ words: [...words, '--office', folder, '--as', userName], secret })
}

/** As a bank does: by the published list, without an office. */
const bank = (...words: readonly string[]) =>
  runConsole({ words: ['verify', ...words, '--keys', list] })

const verdictOf = ({ out }: { readonly out: string }) => JSON.parse(out) as Verdict

beforeAll(async () => {
  await runConsole({ words: ['init', '--demonstration', '--office', folder] })
  const order = ['--citizen', '0000001104', '--pension', '8000110', '--recipient', 'B013']
  const words = ['paper', 'salary-certificate', ...order, '--recipient-branch', 'مرکزی']
  const { code, out } = await office([...words, '--out', paper], 'CLERK')
  expect(code).toBe(0)
  number = (JSON.parse(out) as { readonly number: string }).number
  expect(await office(['keys', '--out', list], 'ADMINISTRATOR')).toMatchObject({ code: 0 })
}, 120_000)
afterAll(() => rmSync(path.dirname(folder), { recursive: true, force: true }))

describe('in the office', () => {
  test('a file, a code and a number', async () => {
    const [code = ''] = codesOf(readFileSync(paper))
    for (const words of [[paper], ['--qr', code], ['--qr', number]]) {
      const run = await office(['verify', ...words], 'CLERK')
      expect(run).toMatchObject({ code: 0 })
      expect(verdictOf(run)).toMatchObject({ verdict: 'GENUINE', number })
      expect(run.error).toContain('اصیل / genuine')
      expect(run.error).toContain('demonstration office: counts nowhere')
    }
  })

  test('what is asked wrongly is a mistake', async () => {
    expect(await office(['verify'], 'CLERK')).toMatchObject({ code: 2 })
    expect(await office(['verify', path.join(desk, 'none.pdf')], 'CLERK')).toMatchObject({
      code: 2,
    })
    expect(await office(['revoke', number], 'SUPERVISOR')).toMatchObject({ code: 2 })
    expect(await office(['rotate-keys'], 'CLERK')).toMatchObject({ code: 1 })
  })
})

describe('at a bank', () => {
  test('a genuine paper, its code, and the day on which it has run out', async () => {
    const [code = ''] = codesOf(readFileSync(paper))
    for (const words of [[paper], ['--qr', code]])
      expect(verdictOf(await bank(...words))).toMatchObject({
        verdict: 'GENUINE',
        number,
        issuedHere: null,
        officeKind: 'demonstration',
      })
    const late = await bank('--qr', code, '--today', '1450/01/01')
    expect(late.code).toBe(1)
    expect(verdictOf(late)).toMatchObject({ verdict: 'EXPIRED' })
  })

  test('a changed file and a number alone prove nothing', async () => {
    const changed = path.join(desk, 'changed.pdf')
    writeFileSync(changed, Buffer.concat([readFileSync(paper), Buffer.from('\n')]))
    const run = await bank(changed)
    expect(run.code).toBe(1)
    expect(verdictOf(run)).toMatchObject({ verdict: 'ALTERED' })
    expect(verdictOf(await bank('--qr', number))).toMatchObject({ verdict: 'UNREADABLE' })
  })

  test('a list that was changed is refused as a whole', async () => {
    const sound = readFileSync(list, 'utf8')
    expect(readPublishedList(sound)).toBeDefined()
    const key = /"x": "(.)/.exec(sound)
    const changes = [
      sound.replace('"revocations": []', '"revocations": [], "more": 1'),
      sound.replace('شعبه تهران', 'شعبه شیراز'),
      sound.replace(/"x": "./, `"x": "${key?.[1] === 'A' ? 'B' : 'A'}`),
      sound.replace('"until": null', '"until": "2026-01-01T00:00:00.000Z"'),
      sound.slice(1),
      '[]',
    ]
    for (const [i, text] of changes.entries())
      expect([i, readPublishedList(text)]).toEqual([i, undefined])
    const file = path.join(desk, 'changed.json')
    writeFileSync(file, changes[1] ?? '')
    const run = await runConsole({ words: ['verify', paper, '--keys', file] })
    expect(run).toMatchObject({ code: 1, out: '' })
    expect(run.error).toContain('published-list')
  })
})

test('revoked and published again, the bank knows; new keys make no paper false', async () => {
  expect(await office(['rotate-keys'], 'ADMINISTRATOR')).toMatchObject({ code: 0 })
  const run = await office(['revoke', number, '--reason', 'مبلغ نادرست'], 'SUPERVISOR')
  expect(run).toMatchObject({ code: 0 })
  expect(verdictOf(await bank(paper))).toMatchObject({ verdict: 'GENUINE' })
  await office(['keys', '--out', list], 'CLERK')
  expect(verdictOf(await bank(paper))).toMatchObject({
    verdict: 'REVOKED',
    revocation: { reason: 'مبلغ نادرست' },
  })
  const sheet = path.join(desk, 'revocations.pdf')
  expect(await office(['revocations', '--out', sheet], 'CLERK')).toMatchObject({ code: 0 })
  expect(readFileSync(sheet).subarray(0, 5).toString()).toBe('%PDF-')
  const listed = await office(['revocations'], 'CLERK')
  expect(JSON.parse(listed.out)).toMatchObject([{ number }])
  const { out } = await office(['keys'], 'CLERK')
  expect(JSON.parse(out)).toHaveLength(2)
})
