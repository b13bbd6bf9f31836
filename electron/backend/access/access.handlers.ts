import type { Clerk } from '#core/access/access.ports.ts'
import { addClerk } from '#core/access/add-clerk.use-case.ts'
import type { ClerkSummary, Session } from '#core/access/clerk.model.ts'
import { permissionsOf } from '#core/access/roles.ts'
import { setClerkDuties } from '#core/access/set-clerk-duties.use-case.ts'
import { setClerkActive } from '#core/access/set-clerk-active.use-case.ts'
import { Day } from '#core/kernel/day.ts'
import { Refusal } from '#core/kernel/refusal.ts'
import type { Handlers } from '../scope.ts'
import { changingClerksIn, clerksIn } from './clerk.repository.ts'
import type { DeskSession, Sessions } from './sessions.ts'
import { SignInDesk, type SignInParts } from './sign-in.ts'

export interface AccessParts extends SignInParts {
  readonly sessions: Sessions
}

type AccessHandlers = Pick<Handlers, Extract<keyof Handlers, `access.${string}`>>

function toSummary(clerk: Clerk): ClerkSummary {
  const { clerkId, userName, fullName, clerkCode, role, duties, active } = clerk
  return { clerkId, userName, fullName, clerkCode, role, duties: [...duties], active }
}

/** Sign-in, lock and the list of clerks. */
export function accessHandlers(parts: AccessParts): AccessHandlers {
  const { door, sessions, workstation, release } = parts
  const desk = new SignInDesk(parts)

  const shown = ({ clerk, actor, locked }: DeskSession, today: Day): Promise<Session> =>
    door.use(async ({ identity, database }) => {
      const { branchCode, branchName, province, kind } = identity
      const row = await database.read((db) =>
        db.selectFrom('extract_info').select('value').where('key', '=', 'as_of').executeTakeFirst(),
      )
      const { clerkId, userName, fullName, clerkCode, role } = clerk
      const permissions = [...permissionsOf(actor.role, actor.duties)]
      const office = { branchCode, branchName, province, officeKind: kind, workstation }
      const dataAsOf = Day.safeParse(row?.value).data ?? null
      const person = { clerkId, userName, fullName, clerkCode, role, permissions }
      return { ...person, ...office, locked, today, dataAsOf }
    })

  const sessionOf = (window: number): DeskSession => {
    const session = sessions.of(window)
    if (!session) throw new Refusal('not-signed-in')
    return session
  }

  return {
    async 'access.signIn'(order, scope) {
      const clerk = await desk.admit(order, 'access.signIn', scope.now)
      return await shown(sessions.begin(scope.window, clerk, workstation), scope.today())
    },
    async 'access.session'(_input, scope) {
      const session = sessions.of(scope.window)
      return session ? await shown(session, scope.today()) : null
    },
    async 'access.lock'(_input, scope) {
      sessions.setLocked(scope.window, true)
      await scope.inCommand(() => Promise.resolve())
      return null
    },
    async 'access.unlock'({ secret }, scope) {
      const { clerk } = sessionOf(scope.window)
      const order = { userName: clerk.userName, secret }
      await desk.admit(order, 'access.unlock', scope.now)
      const session = sessions.setLocked(scope.window, false)
      return await shown(session ?? sessions.begin(scope.window, clerk, workstation), scope.today())
    },
    async 'access.signOut'(_input, scope) {
      if (scope.actor) await recordSignOut(parts, scope.actor.clerkId, scope.now)
      sessions.end(scope.window)
      await release()
      return null
    },
    async 'access.changeSecret'({ current, next }, scope) {
      const { clerk } = sessionOf(scope.window)
      if (!(await desk.confirm(clerk, current, 'access.changeSecret', scope.now())))
        throw new Refusal('invalid-input', { field: 'current', what: 'wrong-secret' })
      await scope.inCommand(async ({ audit }) => {
        audit.note({ object: `clerk ${clerk.clerkId}` })
        await door.addSlot(clerk.clerkId, clerk.userKey, next)
      })
      return null
    },
    async 'access.clerks'(_input, { db }) {
      return (await clerksIn(db).list()).map(toSummary)
    },
    async 'access.addClerk'(order, scope) {
      return await scope.inCommand(async ({ db, audit, office, now, newId }) => {
        const needs = { clerks: changingClerksIn(db), slots: door, now, newId }
        const clerk = await addClerk(order, { ...needs, branchCode: office.branchCode })
        audit.note({ object: `clerk ${clerk.clerkId}` })
        return toSummary(clerk)
      })
    },
    async 'access.setActive'(order, scope) {
      const changed = await scope.inCommand(async ({ db, audit }) => {
        audit.note({ object: `clerk ${order.clerkId}` })
        return await setClerkActive(order, changingClerksIn(db))
      })
      if (!changed.active) sessions.endOf(changed.clerkId)
      return toSummary(changed)
    },
    async 'access.setDuties'(order, scope) {
      const changed = await scope.inCommand(async ({ db, audit }) => {
        audit.note({ object: `clerk ${order.clerkId}` })
        return await setClerkDuties(order, changingClerksIn(db))
      })
      sessions.endOf(changed.clerkId)
      return toSummary(changed)
    },
  }
}

async function recordSignOut(
  { door, append, workstation }: AccessParts,
  clerkId: string,
  now: Parameters<SignInDesk['admit']>[2],
): Promise<void> {
  const rest = { visitId: null, citizenId: null, object: null }
  const entry = { at: now(), action: 'access.signOut', clerkId, workstation, outcome: 'done' }
  await door.use(({ database }) => database.transaction((tx) => append(tx, { ...entry, ...rest })))
}
