import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ImportResult } from '#core/extracts/extract.model.ts'
import type { Reply } from '#core/kernel/reply.ts'
import { type ConsoleOrder, runConsole, spawnConsole } from '../../support/console.ts'
import { demonstrationSignIn } from '../../support/demonstration-office.ts'
import { faultyExtract, smallExtract } from '../../support/extracts.ts'
import { officeFolder } from '../../support/whole-office.ts'

const folder = officeFolder()
const results = mkdtempSync(path.join(os.tmpdir(), 'bajeh-console-'))
const clerk = demonstrationSignIn('CLERK')
const supervisor = demonstrationSignIn('SUPERVISOR')
const administrator = demonstrationSignIn('ADMINISTRATOR')

/** Runs words on the demonstration office, as one of its clerks where one is named. */
function office(
  words: readonly string[],
  as?: { readonly userName: string; readonly secret: string },
  more: Partial<ConsoleOrder> = {},
) {
  const who = as ? ['--as', as.userName] : []
  return runConsole({
    words: [...words, '--office', folder, ...who],
    ...(as ? { secret: as.secret } : {}),
    ...more,
  })
}

beforeAll(async () => {
  const { code, out } = await office(['init', '--demonstration'])
  expect(code).toBe(0)
  expect(JSON.parse(out)).toMatchObject({
    state: 'closed',
    kind: 'demonstration',
    branchName: 'شعبه تهران',
    demonstrationSignIns: [{ userName: clerk.userName }, {}, { role: 'ADMINISTRATOR' }, {}],
  })
}, 120_000)
afterAll(() => {
  rmSync(path.dirname(folder), { recursive: true, force: true })
  rmSync(results, { recursive: true, force: true })
})

describe('as a program of its own', () => {
  const spawned = (words: readonly string[], more: Partial<ConsoleOrder> = {}) =>
    spawnConsole({ words: [...words, '--office', folder], secret: clerk.secret, ...more })

  test('the standard output holds the answer and nothing else', async () => {
    const words = ['call', 'citizens.search', '{"text":"0000001074"}', '--as', clerk.userName]
    const run = await spawned(words)
    expect(run).toMatchObject({ code: 0, error: '' })
    expect(JSON.parse(run.out)).toMatchObject({ ok: true, value: { hits: [{}] } })
    expect(run.out.trim().split('\n')).toHaveLength(1)
  })

  test('exit codes', async () => {
    expect(await spawned(['dance'])).toMatchObject({ code: 2 })
    const wrong = ['call', 'visits.current', '--as', 'nobody']
    expect(await spawned(wrong)).toMatchObject({ code: 1 })
    const elsewhere = ['call', 'office.state', '--office', officeFolder()]
    expect(await spawnConsole({ words: elsewhere })).toMatchObject({ code: 3 })
  })

  test('lines in, lines out', async () => {
    const typed = `${JSON.stringify({ id: 1, method: 'visits.current' })}\n`
    const run = await spawned(['serve', '--as', clerk.userName], { typed })
    expect(run.code).toBe(0)
    expect(JSON.parse(run.out)).toEqual({ id: 1, reply: { ok: true, value: null } })
  })
})

describe('words', () => {
  test('--help says them in both languages; nothing at all is a mistake', async () => {
    const help = await runConsole({ words: ['--help'] })
    expect(help).toMatchObject({ code: 0, error: '' })
    expect(help.out).toContain('کنسول دفتر')
    expect(help.out).toContain('paper salary-certificate')
    expect(await runConsole({ words: [] })).toMatchObject({ code: 2 })
  })

  test.each([
    [['dance']],
    [['call']],
    [['call', 'office.state', '{not json']],
    [['import', 'x', '--unknown']],
    [['import', smallExtract()]],
    [['import', '--as', 'modir']],
    [['paper', 'poem', '--citizen', '1', '--out', 'x', '--as', 'modir']],
    [['call', 'office.state', '--today', '1405/13/01']],
  ])('%j is not understood', async (words) => {
    const run = await office(words, undefined, { secret: administrator.secret })
    expect(run).toMatchObject({ code: 2, out: '' })
    expect(run.error).not.toBe('')
  })

  test('no office, and none made in its place', async () => {
    const elsewhere = officeFolder()
    const run = await runConsole({ words: ['call', 'office.state', '--office', elsewhere] })
    expect(run).toMatchObject({ code: 3, out: '' })
    expect(await runConsole({ words: ['call', 'office.state'] })).toMatchObject({ code: 2 })
  })

  test('a second office is not made over the first', async () => {
    expect(await office(['init', '--demonstration'])).toMatchObject({ code: 1 })
  })
})

describe('call', () => {
  test('prints the reply as JSON', async () => {
    const { code, out } = await office(['call', 'citizens.search', '{"text":"0000001074"}'], clerk)
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ ok: true, value: { hits: [{ kind: 'NATIONAL_ID' }] } })
  })

  test('a refusal is a reply too, with exit code 1', async () => {
    const run = await office(['call', 'citizens.search', '{"text":"x"}'], administrator)
    expect(run.code).toBe(1)
    expect(JSON.parse(run.out)).toMatchObject({ ok: false, refusal: { code: 'forbidden' } })
    const wrong = await office(['call', 'visits.current'], { ...clerk, secret: 'wrong' })
    expect(wrong.code).toBe(1)
    expect(JSON.parse(wrong.out)).toMatchObject({ refusal: { what: 'sign-in' } })
  })

  test('the input may come on the standard input', async () => {
    const typed = '{"text":\n"0000001074"}'
    const { out } = await office(['call', 'citizens.search', '-'], clerk, { typed })
    expect(JSON.parse(out)).toMatchObject({ ok: true, value: { hits: [{}] } })
  })

  test('without a secret and without anybody to ask it is not understood', async () => {
    const run = await office(['call', 'visits.current', '--as', clerk.userName])
    expect(run).toMatchObject({ code: 2, out: '' })
  })

  test('the day of the office is the one it was told', async () => {
    const { out } = await office(['call', 'access.session', '--today', '1404/12/29'], clerk)
    expect(JSON.parse(out)).toMatchObject({ value: { today: '2026-03-20' } })
  })
})

describe('serve', () => {
  test('answers each line under its id, whatever the line', async () => {
    const lines = [
      { id: 1, method: 'citizens.search', input: { text: '0000001074' } },
      { id: 'two', method: 'visits.current' },
      { id: 3, method: 'constructor', input: {} },
      { method: 'access.session', input: null },
    ]
    const typed = [...lines.map((line) => JSON.stringify(line)), '{', '', '7'].join('\n')
    const { code, out } = await office(['serve'], clerk, { typed })
    expect(code).toBe(0)
    const said = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: unknown; reply: Reply<unknown> })
    const of = (id: unknown) => said.filter((line) => line.id === id).map(({ reply }) => reply)
    expect(of(1)).toMatchObject([{ ok: true, value: { hits: [{}] } }])
    expect(of('two')).toEqual([{ ok: true, value: null }])
    expect(of(3)).toEqual([{ ok: false, refusal: { code: 'not-found', what: 'method' } }])
    expect(of(null)).toHaveLength(3)
  })

  test('somebody may sign in over it', async () => {
    const { userName, secret } = clerk
    const typed = JSON.stringify({ id: 1, method: 'access.signIn', input: { userName, secret } })
    const { out } = await office(['serve'], undefined, { typed })
    expect(JSON.parse(out)).toMatchObject({ id: 1, reply: { ok: true, value: { userName } } })
  })
})

describe('paper', () => {
  const words = [
    ...['paper', 'salary-certificate', '--citizen', '0000001074', '--pension', '8000107'],
    ...['--recipient-branch', 'مرکزی'],
  ]

  test('issues through the router and writes the PDF; the visit is over', async () => {
    const out = path.join(results, 'certificate.pdf')
    const run = await office([...words, '--recipient', 'B012', '--out', out], clerk)
    expect(run).toMatchObject({ code: 0, error: '' })
    expect(JSON.parse(run.out)).toMatchObject({ kind: 'salary-certificate', printState: 'WAITING' })
    expect(readFileSync(out).subarray(0, 5).toString()).toBe('%PDF-')
    const { out: current } = await office(['call', 'visits.current'], clerk)
    expect(JSON.parse(current)).toEqual({ ok: true, value: null })
  })

  test.each([
    'decree --citizen 0000001104 --pension 8000109 --decree 1405-8000109-1',
    'records --citizen 0000001351',
    'debts --citizen 0000001376 --workshop 9000011003 --branch-code 900 --ledger',
    'access --citizen 0000001104',
  ])('%s', async (more) => {
    const out = path.join(results, `${randomUUID()}.pdf`)
    const run = await office(['paper', ...more.split(' '), '--out', out], clerk)
    expect(run).toMatchObject({ code: 0, error: '' })
    expect(readFileSync(out).subarray(0, 5).toString()).toBe('%PDF-')
  })

  test('what is refused leaves no visit and no file', async () => {
    const out = path.join(results, 'never.pdf')
    const run = await office([...words, '--recipient', 'NONE', '--out', out], clerk)
    expect(run).toMatchObject({ code: 1, out: '' })
    expect(run.error).toContain('institution')
    expect(() => readFileSync(out)).toThrow()
    const { out: current } = await office(['call', 'visits.current'], clerk)
    expect(JSON.parse(current)).toEqual({ ok: true, value: null })
  })
})

describe('import', () => {
  const outcome = (out: string) => JSON.parse(out) as ImportResult

  test('loads, reports progress, lists the rejects, and does nothing twice', async () => {
    const rejects = path.join(results, 'rejects.csv')
    const words = ['import', faultyExtract('dirty'), '--rejects', rejects]
    const first = await office(words, administrator)
    expect(first.code).toBe(0)
    expect(first.error).toMatch(/LOADING \d+%/)
    const { outcome: done, rejected } = outcome(first.out)
    expect([done, rejected > 0]).toEqual(['done', true])
    const lines = readFileSync(rejects, 'utf8').split('\r\n')
    expect(lines[0]).toBe('\ufefffile,line,column,code,reason')
    expect(lines).toHaveLength(rejected + 2)
    const second = await office(words, administrator)
    expect([second.code, outcome(second.out).outcome]).toEqual([0, 'already-imported'])
  }, 60_000)

  test('an older extract is refused, and forced by a supervisor only', async () => {
    const words = ['import', faultyExtract('broken-older')]
    const older = await office(words, administrator)
    expect(older.code).toBe(1)
    expect(outcome(older.out)).toMatchObject({ outcome: 'refused', fault: { code: 'F_OLDER' } })
    expect(await office([...words, '--force'], administrator)).toMatchObject({ code: 1, out: '' })
    const forced = await office([...words, '--force'], supervisor)
    expect([forced.code, outcome(forced.out).outcome]).toEqual([0, 'done'])
  }, 60_000)

  test('a clerk loads nothing, and what is not there is refused', async () => {
    expect(await office(['import', smallExtract()], clerk)).toMatchObject({ code: 1, out: '' })
    const missing = await office(['import', path.join(results, 'nothing')], administrator)
    expect(missing.code).toBe(1)
    expect(outcome(missing.out)).toMatchObject({ fault: { code: 'X_SOURCE' } })
  })
})

describe('init', () => {
  const words = [
    ...['init', '--branch', '900', '--branch-name', 'شعبه تهران', '--province', 'تهران'],
    ...['--admin', 'modir', '--admin-name', 'پروین مدیر'],
  ]

  test('a test office: the recovery key once, on the standard output alone', async () => {
    const made = officeFolder()
    const run = await runConsole({
      words: [...words, '--test', '--office', made],
      secret: 'administrator-1',
    })
    expect(run.code).toBe(0)
    const { recoveryKey } = JSON.parse(run.out) as { readonly recoveryKey: string }
    expect(recoveryKey).toMatch(/^(\w{4}-){7}\w{4}$/)
    expect(run.error).not.toContain(recoveryKey)
    const session = await runConsole({
      words: ['call', 'access.session', '--office', made, '--as', 'modir'],
      secret: 'administrator-1',
    })
    expect(JSON.parse(session.out)).toMatchObject({ value: { officeKind: 'test' } })

    // Every secret is lost: the key from the printed sheet gives the administrator a new one.
    const again = (admin: string, key: string) =>
      runConsole({
        words: ['recover', '--admin', admin, '--office', made],
        secret: 'administrator-2',
        recoveryKey: key,
      })
    expect(await again('modir', recoveryKey.slice(1))).toMatchObject({ code: 1, out: '' })
    expect(await again('nobody', recoveryKey)).toMatchObject({ code: 1, out: '' })
    expect(await again('modir', recoveryKey.toLowerCase())).toMatchObject({ code: 0 })
    for (const [secret, code] of [
      ['administrator-1', 1],
      ['administrator-2', 0],
    ] as const) {
      const words = ['call', 'access.clerks', '--office', made, '--as', 'modir']
      expect(await runConsole({ words, secret })).toMatchObject({ code })
    }
    rmSync(path.dirname(made), { recursive: true, force: true })
  })

  test('a real office needs a key store, and has no day of its own', async () => {
    const made = officeFolder()
    const secret = 'administrator-1'
    const real = await runConsole({ words: [...words, '--office', made], secret })
    expect(real).toMatchObject({ code: 1, out: '' })
    expect(real.error).toContain('key-store')
    const dated = [...words, '--office', made, '--today', '1405/01/01']
    expect(await runConsole({ words: dated, secret })).toMatchObject({ code: 2 })
  })
})
