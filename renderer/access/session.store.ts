import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { Session, SignIn } from '#core/access/clerk.model.ts'
import type { Permission } from '#core/kernel/permission.ts'
import type { Reply } from '#core/kernel/reply.ts'
import { call } from '../client/call.ts'
import { forgetCitizen } from '../client/forget.ts'
import { abandonCalls, resumeCalls } from '../client/signed-in.ts'

/** Who is signed in at this window. The work behind a lock is kept and hidden. */
export const useSession = defineStore('access/session', () => {
  const session = shallowRef<Session | null>(null)
  /** The backend no longer knows the session (it started again), or says it is locked. */
  const interrupted = ref(false)
  const isLocked = computed(
    () => session.value !== null && (session.value.locked || interrupted.value),
  )

  /** Takes over a session: the same clerk finds everything as it was, another one an empty desk. */
  function enter(next: Session): void {
    const isSame = session.value?.clerkId === next.clerkId
    if (!isSame) {
      abandonCalls()
      forgetCitizen()
    }
    session.value = next
    interrupted.value = next.locked
    if (!next.locked && isSame) resumeCalls()
  }

  async function load(): Promise<void> {
    const reply = await call('access.session', null)
    if (!reply.ok) return
    if (reply.value) enter(reply.value)
    else interrupted.value = session.value !== null
  }
  async function signIn(words: SignIn): Promise<Reply<Session>> {
    const reply = await call('access.signIn', words)
    if (reply.ok) enter(reply.value)
    return reply
  }
  /** The clerk of the session comes back; when the backend no longer knows him, he signs in again. */
  async function unlock(secret: string): Promise<Reply<Session>> {
    const reply = await call('access.unlock', { secret })
    if (reply.ok) enter(reply.value)
    const userName = session.value?.userName
    if (reply.ok || !userName) return reply
    // A wrong secret is `not-signed-in` as well, but says what was wrong.
    const { code, what } = reply.refusal
    if (code !== 'not-signed-in' || what !== undefined) return reply
    return signIn({ userName, secret })
  }
  function showLock(): void {
    if (session.value) interrupted.value = true
  }
  async function lock(): Promise<void> {
    if (!session.value || isLocked.value) return
    showLock()
    await call('access.lock', null)
  }
  async function signOut(): Promise<void> {
    await call('access.signOut', null)
    abandonCalls()
    forgetCitizen()
    session.value = null
    interrupted.value = false
  }
  function may(permission: Permission): boolean {
    return session.value?.permissions.includes(permission) ?? false
  }
  return { session, isLocked, load, signIn, unlock, showLock, lock, signOut, may }
})
