import { beforeEach, describe, expect, test } from 'vitest'
import type { ChangingClerks, Clerk } from '#core/access/access.ports.ts'
import { addClerk } from '#core/access/add-clerk.use-case.ts'
import { setClerkActive } from '#core/access/set-clerk-active.use-case.ts'
import { setClerkDuties } from '#core/access/set-clerk-duties.use-case.ts'
import { instantAt } from '#core/kernel/instant.ts'
import type { Duty } from '#core/kernel/permission.ts'
import { Refusal } from '#core/kernel/refusal.ts'

class ClerksInMemory implements ChangingClerks {
  #clerks: readonly Clerk[] = []
  find(clerkId: string) {
    return Promise.resolve(this.#clerks.find((clerk) => clerk.clerkId === clerkId))
  }
  findByUserKey(userKey: string) {
    return Promise.resolve(this.#clerks.find((clerk) => clerk.userKey === userKey))
  }
  list() {
    return Promise.resolve(this.#clerks)
  }
  add(clerk: Clerk) {
    this.#clerks = [...this.#clerks, clerk]
    return Promise.resolve()
  }
  setActive(clerkId: string, active: boolean) {
    this.#clerks = this.#clerks.map((clerk) =>
      clerk.clerkId === clerkId ? { ...clerk, active } : clerk,
    )
    return Promise.resolve()
  }
  setDuties(clerkId: string, duties: readonly Duty[]) {
    this.#clerks = this.#clerks.map((clerk) =>
      clerk.clerkId === clerkId ? { ...clerk, duties } : clerk,
    )
    return Promise.resolve()
  }
}

let clerks: ClerksInMemory
let slots: string[]
let ids = 0

const order = {
  userName: 'Narges',
  fullName: 'نرگس  متصدي',
  role: 'CLERK' as const,
  duties: [] as Duty[],
  secret: 'secret-1',
  nationalId: null,
}

function add(
  changes: Partial<Omit<Parameters<typeof addClerk>[0], 'role'>> & { role?: 'ADMINISTRATOR' } = {},
) {
  return addClerk(
    { ...order, ...changes },
    {
      clerks,
      slots: {
        addSlot: (clerkId, userKey) => Promise.resolve(void slots.push(`${clerkId} ${userKey}`)),
      },
      branchCode: '900',
      now: () => instantAt(0),
      newId: () => `id-${++ids}`,
    },
  )
}

beforeEach(() => {
  clerks = new ClerksInMemory()
  slots = []
  ids = 0
})

describe('adding a clerk', () => {
  test('he gets a code, a slot, and his name in storage form', async () => {
    const clerk = await add()
    expect(clerk).toMatchObject({
      clerkId: 'id-1',
      userKey: 'narges',
      fullName: 'نرگس متصدی',
      clerkCode: '900-01',
      active: true,
    })
    expect(slots).toEqual(['id-1 narges'])
  })

  test('a user name in use is refused in any form, and nothing is written', async () => {
    await add()
    await expect(add({ userName: ' NARGES' })).rejects.toMatchObject({
      data: { code: 'conflict', what: 'user-name', field: 'userName' },
    })
    expect(await clerks.list()).toHaveLength(1)
    expect(slots).toHaveLength(1)
  })

  test('a national ID is checked and kept in its canonical form', async () => {
    expect((await add({ nationalId: '۰۰۰۰۰۰۱۰۱۵' })).personId).toBe('0000001015')
    await expect(add({ userName: 'b2', nationalId: '0000001016' })).rejects.toMatchObject({
      data: { code: 'invalid-input', field: 'nationalId', fault: 'checksum' },
    })
  })
})

describe('letting a clerk work or not', () => {
  test('the last active administrator stays', async () => {
    const first = await add({ role: 'ADMINISTRATOR' })
    const leave = () => setClerkActive({ clerkId: first.clerkId, active: false }, clerks)
    await expect(leave()).rejects.toMatchObject({ data: { what: 'last-administrator' } })
    const second = await add({ userName: 'second', role: 'ADMINISTRATOR' })
    expect((await leave()).active).toBe(false)
    await expect(
      setClerkActive({ clerkId: second.clerkId, active: false }, clerks),
    ).rejects.toBeInstanceOf(Refusal)
  })

  test('an unknown clerk is not found', async () => {
    await expect(setClerkActive({ clerkId: 'x', active: true }, clerks)).rejects.toMatchObject({
      data: { code: 'not-found', what: 'clerk' },
    })
  })
})

test('duties are given in the place of those before, and to no administrator', async () => {
  const { clerkId } = await add()
  const changed = await setClerkDuties({ clerkId, duties: ['EXPERT', 'EXPERT'] }, clerks)
  expect(changed.duties).toEqual(['EXPERT'])
  expect((await setClerkDuties({ clerkId, duties: ['HEALTH'] }, clerks)).duties).toEqual(['HEALTH'])
  expect((await clerks.find(clerkId))?.duties).toEqual(['HEALTH'])
  const administrator = await add({ userName: 'Modir', role: 'ADMINISTRATOR' })
  await expect(
    setClerkDuties({ clerkId: administrator.clerkId, duties: ['HEALTH'] }, clerks),
  ).rejects.toMatchObject({ data: { code: 'conflict', what: 'administrator-duties' } })
  await expect(setClerkDuties({ clerkId: 'none', duties: [] }, clerks)).rejects.toMatchObject({
    data: { code: 'not-found' },
  })
})
