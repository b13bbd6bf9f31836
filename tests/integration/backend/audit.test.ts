import { rmSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Clerk } from '#core/access/access.ports.ts'
import { FIRST_HASH } from '#core/audit/audit.model.ts'
import { instantAt } from '#core/kernel/instant.ts'
import type { ClerkRole } from '#core/kernel/permission.ts'
import { Refusal } from '#core/kernel/refusal.ts'
import { findBreak, listEntries } from '../../../electron/backend/audit/audit.repository.ts'
import { Sessions } from '../../../electron/backend/access/sessions.ts'
import {
  type Connection,
  openExisting,
} from '../../../electron/backend/database/engines/connection.ts'
import { realClock } from '../../../electron/backend/clock.ts'
import type { OpenOffice } from '../../../electron/backend/office/open-office.ts'
import type { OfficeKeeper } from '../../../electron/backend/office/office-keeper.ts'
import { createRouter, type Route } from '../../../electron/backend/router.ts'
import type { CommandScope, Handlers } from '../../../electron/backend/scope.ts'
import { fakeDesk } from '../../support/fake-desk.ts'
import { openTestOffice, type TestOffice } from '../../support/office-database.ts'
import { noPapers } from '../../support/papers.ts'

function clerkOf(role: ClerkRole): Clerk {
  return {
    clerkId: role,
    userName: role,
    userKey: role,
    fullName: 'متصدی نمونه',
    personId: null,
    role,
    duties: [],
    branchCode: '900',
    clerkCode: `900-${role}`,
    active: true,
    createdAt: instantAt(0),
  }
}

let made: TestOffice
let route: Route
/** What the command `visits.end` does in a test. */
let work: (scope: CommandScope) => Promise<null>
const incidents: unknown[] = []

beforeAll(async () => {
  made = await openTestOffice()
  const sessions = new Sessions()
  sessions.begin(1, clerkOf('CLERK'), 'desk-1')
  sessions.begin(2, clerkOf('ADMINISTRATOR'), 'desk-2')
  const office = {
    identity: { kind: 'test', branchCode: '900', branchName: 'شعبه', province: 'تهران' },
    database: made.database,
  } as unknown as OpenOffice
  const keeper = {
    isOpen: true,
    use: <T>(inside: (open: OpenOffice) => Promise<T>) => inside(office),
  } as unknown as OfficeKeeper
  const handlers = {
    'visits.end': (_visit: string, scope: CommandScope) => work(scope),
    'citizens.file': () => Promise.reject(new Refusal('forbidden', { what: 'own-file' })),
  } as unknown as Handlers
  route = createRouter({
    handlers,
    sessions,
    keeper,
    scope: { clock: realClock, papers: noPapers, desk: fakeDesk(), emit: () => undefined },
    log: {
      note: () => undefined,
      incident: (cause) => `incident ${incidents.push(cause)}`,
    },
  })
})
afterAll(async () => {
  await made.database.close()
  rmSync(made.folder, { recursive: true, force: true })
})
beforeEach(() => {
  work = () => Promise.resolve(null)
  incidents.length = 0
})

const trail = async () => await listEntries(made.database.reader, 0, 1000)
const counters = async () => await made.database.reader.selectFrom('counters').selectAll().execute()
const end = (window = 1) => route({ window, method: 'visits.end', input: 'visit-1' })

/** Writes something, so that one can see whether it stayed. */
const writes = async ({ db }: CommandScope, name: string): Promise<void> => {
  await db.insertInto('counters').values({ name, value: 1 }).execute()
}

describe('a command and its entry', () => {
  test('are one: identifiers and outcome, chained to the entry before', async () => {
    work = async (scope) => {
      scope.audit.note({ visitId: 'visit-1', citizenId: 7, object: 'document d-1' })
      scope.audit.note({ object: 'request r-1' })
      await writes(scope, 'kept')
      return null
    }
    expect(await end()).toEqual({ ok: true, value: null })
    work = () => Promise.resolve(null)
    await end()
    const entries = await trail()
    expect(entries.at(-2)).toMatchObject({
      clerkId: 'CLERK',
      workstation: 'desk-1',
      visitId: 'visit-1',
      citizenId: 7,
      action: 'visits.end',
      object: 'document d-1, request r-1',
      outcome: 'done',
    })
    expect(entries[0]?.previousHash).toBe(FIRST_HASH)
    expect(entries.at(-1)?.previousHash).toBe(entries.at(-2)?.hash)
    expect(await findBreak(made.database.reader)).toBeUndefined()
  })

  test.each<[string, unknown, object]>([
    ['refused', new Refusal('conflict', { what: 'x' }), { code: 'conflict', what: 'x' }],
    ['unforeseen', new Error('with a name in it'), { code: 'unexpected', incident: 'incident 1' }],
  ])('leave nothing when it was %s', async (_name, cause, refusal) => {
    const before = await trail()
    work = async (scope) => {
      scope.audit.note({ citizenId: 7 })
      await writes(scope, 'undone')
      throw cause
    }
    expect(await end()).toEqual({ ok: false, refusal })
    expect(await trail()).toEqual(before)
    expect((await counters()).map(({ name }) => name)).not.toContain('undone')
  })

  test('leave nothing when the entry cannot be written', async () => {
    const before = await trail()
    work = async (scope) => {
      await writes(scope, 'undone')
      // A command that ends the transaction's chances: the entry meets a broken table.
      await scope.db.schema.alterTable('audit').renameTo('audit_gone').execute()
      return null
    }
    expect(await end()).toMatchObject({ ok: false, refusal: { code: 'unexpected' } })
    expect(await trail()).toEqual(before)
    expect((await counters()).map(({ name }) => name)).not.toContain('undone')
  })

  test('many at once keep one unbroken chain', async () => {
    const replies = await Promise.all(Array.from({ length: 20 }, () => end()))
    expect(replies.every(({ ok }) => ok)).toBe(true)
    expect(await findBreak(made.database.reader)).toBeUndefined()
  })
})

describe('what is refused as forbidden', () => {
  test('by a role is kept, in a transaction of its own', async () => {
    await end(2)
    expect((await trail()).at(-1)).toMatchObject({
      clerkId: 'ADMINISTRATOR',
      action: 'visits.end',
      outcome: 'forbidden',
    })
  })

  test('by a rule is kept with what was noted, and the change is not', async () => {
    work = async (scope) => {
      scope.audit.note({ citizenId: 7 })
      await writes(scope, 'undone')
      throw new Refusal('forbidden', { what: 'own-file' })
    }
    await end()
    expect((await trail()).at(-1)).toMatchObject({ citizenId: 7, outcome: 'forbidden' })
    expect((await counters()).map(({ name }) => name)).not.toContain('undone')
    await route({ window: 1, method: 'citizens.file', input: 'visit-1' })
    expect((await trail()).at(-1)).toMatchObject({ action: 'citizens.file', outcome: 'forbidden' })
  })

  test('because nobody is signed in leaves no trace', async () => {
    const before = await trail()
    await end(99)
    expect(await trail()).toEqual(before)
  })
})

describe('the trail', () => {
  test('is neither changed nor shortened, by anyone with the key either', async () => {
    const before = await trail()
    const change = made.database.transaction((tx) =>
      tx
        .updateTable('audit')
        .set({ outcome: 'done' } as never)
        .execute(),
    )
    await expect(change).rejects.toThrow('audit is never changed')
    const remove = made.database.transaction((tx) => tx.deleteFrom('audit').execute())
    await expect(remove).rejects.toThrow('audit is never deleted')
    expect(await trail()).toEqual(before)
  })

  test('shows where somebody has changed it after all', async () => {
    await end()
    await end()
    const [first, second] = (await trail()).slice(-2)
    tamper((connection) => {
      connection.prepare('update audit set citizen_id = 8 where seq = ?').run(first?.seq)
    })
    expect(await findBreak(made.database.reader)).toBe(first?.seq)
    tamper((connection) => {
      connection.prepare('delete from audit where seq = ?').run(first?.seq)
    })
    expect(await findBreak(made.database.reader)).toBe(second?.seq)
  })
})

/** What somebody with the key and another program could do: take the triggers away first. */
function tamper(deed: (connection: Connection) => void): void {
  const connection = openExisting(path.join(made.folder, 'office.db'), made.key)
  connection.exec('drop trigger if exists audit_is_never_changed')
  connection.exec('drop trigger if exists audit_is_never_deleted')
  deed(connection)
  connection.close()
}
