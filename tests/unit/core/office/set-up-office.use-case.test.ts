import { expect, test } from 'vitest'
import { instantAt } from '#core/kernel/instant.ts'
import type { OfficePlan } from '#core/office/office.ports.ts'
import { setUpOffice } from '#core/office/set-up-office.use-case.ts'

const identity = {
  kind: 'real',
  branchCode: '900',
  branchName: 'شعبه  تهران',
  province: 'تهران',
} as const
const administrator = {
  userName: 'Modir',
  fullName: 'پروين مدير',
  role: 'ADMINISTRATOR',
  duties: [],
  secret: 'secret-1',
} as const
const needs = { now: () => instantAt(0), newId: () => 'id' }

function site({ empty = true, trusted = true } = {}) {
  const plans: OfficePlan[] = []
  return {
    plans,
    isEmpty: () => Promise.resolve(empty),
    keyStoreTrusted: () => Promise.resolve(trusted),
    build: (plan: OfficePlan) => {
      plans.push(plan)
      return Promise.resolve('KEY')
    },
  }
}

test('a new office has its branch and its administrator in storage form', async () => {
  const place = site()
  expect(await setUpOffice(identity, [administrator], place, needs)).toEqual({ recoveryKey: 'KEY' })
  expect(place.plans[0]?.identity.branchName).toBe('شعبه تهران')
  expect(place.plans[0]?.clerks[0]).toMatchObject({
    secret: 'secret-1',
    clerk: { userKey: 'modir', fullName: 'پروین مدیر', clerkCode: '900-01', active: true },
  })
})

test('nothing is built over an office, and no real office on a key store that keeps no secret', async () => {
  const taken = site({ empty: false })
  await expect(setUpOffice(identity, [administrator], taken, needs)).rejects.toMatchObject({
    data: { code: 'conflict', what: 'office-exists' },
  })
  const untrusted = site({ trusted: false })
  await expect(setUpOffice(identity, [administrator], untrusted, needs)).rejects.toMatchObject({
    data: { code: 'unavailable', what: 'key-store' },
  })
  expect([...taken.plans, ...untrusted.plans]).toEqual([])
  await setUpOffice({ ...identity, kind: 'test' }, [administrator], untrusted, needs)
  expect(untrusted.plans).toHaveLength(1)
})
