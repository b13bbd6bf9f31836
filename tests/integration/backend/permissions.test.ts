import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contract, type Method } from '#core/contract.ts'
import type { MethodSpec } from '#core/kernel/method.ts'
import { ClerkRole, Duty } from '#core/kernel/permission.ts'
import { OPEN_METHODS } from '../../../electron/backend/scope.ts'
import {
  addClerks,
  setUp,
  signIn,
  signInWith,
  wholeOffice,
  type WholeOffice,
} from '../../support/whole-office.ts'

const methods = Object.keys(contract) as Method[]
const specs: Readonly<Record<Method, MethodSpec>> = contract
/** Windows by who is at them. */
const windows = {
  ...{ CLERK: 1, SUPERVISOR: 2, ADMINISTRATOR: 3, locked: 4, 'signed-out': 5 },
  ...{ EXPERT: 6, HEALTH: 7 },
} as const
const callers = Object.keys(windows) as (keyof typeof windows)[]

/** Approved by hand: a change here is a change of who may do what. */
const approved = JSON.parse(
  readFileSync(path.join(import.meta.dirname, '../../fixtures/permission-matrix.json'), 'utf8'),
) as Readonly<Record<string, Readonly<Record<string, string>>>>

let office: WholeOffice

beforeAll(async () => {
  office = await wholeOffice()
  await setUp(office)
  await signIn(office, windows.ADMINISTRATOR, 'ADMINISTRATOR')
  await addClerks(office, windows.ADMINISTRATOR)
  await signIn(office, windows.CLERK, 'CLERK')
  await signIn(office, windows.SUPERVISOR, 'SUPERVISOR')
  await signIn(office, windows.locked, 'SUPERVISOR')
  await office.get(windows.locked, 'access.lock', null)
  await signInWith(
    office,
    { administrator: windows.ADMINISTRATOR, window: windows.EXPERT },
    'EXPERT',
  )
  await signInWith(
    office,
    { administrator: windows.ADMINISTRATOR, window: windows.HEALTH },
    'HEALTH',
  )
})
afterAll(() => office.demolish())

/** What a caller meets: an input that no method takes shows who comes as far as the input. */
async function verdict(method: Method, caller: keyof typeof windows): Promise<string> {
  const input = Number.NaN
  const reply = await office.call({ window: windows[caller], method, input })
  if (reply.ok) throw new Error(`${method} took nonsense`)
  const { code } = reply.refusal
  return code === 'invalid-input' ? 'allowed' : code
}

describe('who may ask what', () => {
  test.each(methods)('%s', async (method) => {
    const met: Record<string, string> = {}
    for (const caller of callers) met[caller] = await verdict(method, caller)
    expect(met).toEqual(approved[method])
  })

  test('the approved matrix names every method of the contract and no other', () => {
    expect(Object.keys(approved).toSorted()).toEqual(methods.toSorted())
  })

  test('the methods that work before sign-in are those whose permission is anyone', () => {
    const open = methods.filter((method) => specs[method].permission === 'anyone')
    expect([...OPEN_METHODS].toSorted()).toEqual(open.toSorted())
  })

  test('somebody holds whatever the matrix gives, by role or by duty', () => {
    for (const [method, row] of Object.entries(approved)) {
      const callings = [...ClerkRole.options, ...Duty.options]
      const holders = callings.filter((calling) => row[calling] === 'allowed')
      expect(holders, method).not.toEqual([])
    }
  })
})
