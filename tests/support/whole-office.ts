import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Input, Method, Output } from '#core/contract.ts'
import type { ClerkRole, Duty } from '#core/kernel/permission.ts'
import type { Reply } from '#core/kernel/reply.ts'
import { type Backend, type BackendOptions, compose } from '../../electron/backend/compose.ts'
import { fakeDesk } from './fake-desk.ts'

const root = path.resolve(import.meta.dirname, '../..')

/** The whole backend as the program composes it, on a folder of its own. */
export interface WholeOffice extends Backend {
  readonly folder: string
  readonly events: { readonly topic: string; readonly payload: unknown }[]
  ask<M extends Method>(window: number, method: M, input: Input<M>): Promise<Reply<Output<M>>>
  /** The value of a call that must succeed. */
  get<M extends Method>(window: number, method: M, input: Input<M>): Promise<Output<M>>
  /** Stops it and removes its folder. */
  demolish(): Promise<void>
}

/** A folder that does not exist yet, for an office. */
export function officeFolder(): string {
  return path.join(mkdtempSync(path.join(os.tmpdir(), 'bajeh-office-')), 'office')
}

/** Composes the backend; nothing is made in its folder yet. */
export async function wholeOffice(options: Partial<BackendOptions> = {}): Promise<WholeOffice> {
  const folder = options.folder ?? officeFolder()
  const events: { topic: string; payload: unknown }[] = []
  const backend = await compose({
    folder,
    resources: path.join(root, 'resources'),
    version: '1.2.3',
    desk: fakeDesk(),
    emit: (topic, payload) => void events.push({ topic, payload }),
    paperWorker: pathToFileURL(path.join(root, 'electron/backend/papers/paper-worker.ts')),
    importWorker: pathToFileURL(path.join(root, 'electron/backend/extracts/import-worker.ts')),
    signingWorker: pathToFileURL(
      path.join(root, 'electron/backend/verification/signing-worker.ts'),
    ),
    checkWorker: pathToFileURL(path.join(root, 'electron/backend/verification/check-worker.ts')),
    scanWorker: pathToFileURL(path.join(root, 'electron/backend/vault/scan-worker.ts')),
    workstation: 'desk-1',
    ...options,
  })
  const ask: WholeOffice['ask'] = async (window, method, input) =>
    (await backend.call({ window, method, input })) as Reply<Output<typeof method>>
  return {
    ...backend,
    folder,
    events,
    ask,
    async get(window, method, input) {
      const reply = await ask(window, method, input)
      if (!reply.ok) throw new Error(`${method} refused: ${JSON.stringify(reply.refusal)}`)
      return reply.value
    },
    async demolish() {
      await backend.stop()
      // Around a folder that was given may lie anything.
      const made = options.folder === undefined ? path.dirname(folder) : folder
      rmSync(made, { recursive: true, force: true })
    },
  }
}

export const secrets: Readonly<Record<ClerkRole, string>> = {
  CLERK: 'clerk-secret-1',
  SUPERVISOR: 'supervisor-secret-1',
  ADMINISTRATOR: 'administrator-secret-1',
}

/** Sets up a test office with its administrator, without any data. */
export async function setUp(
  office: WholeOffice,
  kind: 'real' | 'test' = 'test',
): Promise<{ readonly recoveryKey: string }> {
  return await office.get(0, 'office.setUp', {
    kind,
    branch: { code: '900', name: 'شعبه تهران', province: 'تهران' },
    administrator: {
      userName: 'administrator',
      fullName: 'پروین مدیر',
      secret: secrets.ADMINISTRATOR,
    },
  })
}

/** Signs a role in at a window; the clerks of `setUp` and `addClerks` bear the names of their roles. */
export async function signIn(
  office: WholeOffice,
  window: number,
  role: ClerkRole,
): Promise<Output<'access.signIn'>> {
  const userName = role.toLowerCase()
  return await office.get(window, 'access.signIn', { userName, secret: secrets[role] })
}

/** Adds a clerk and a supervisor; the administrator is signed in at `window`. */
export async function addClerks(office: WholeOffice, window: number): Promise<void> {
  for (const role of ['CLERK', 'SUPERVISOR'] as const)
    await office.get(window, 'access.addClerk', {
      userName: role.toLowerCase(),
      fullName: role === 'CLERK' ? 'نرگس متصدی' : 'بهرام سرپرست',
      role,
      secret: secrets[role],
      nationalId: null,
    })
}

/** Adds a clerk with one duty beside his role, through the administrator's window, and signs him in. */
export async function signInWith(
  office: WholeOffice,
  { administrator, window }: { readonly administrator: number; readonly window: number },
  duty: Duty,
): Promise<Output<'access.signIn'>> {
  const userName = duty.toLowerCase()
  await office.get(administrator, 'access.addClerk', {
    ...{ userName, fullName: `متصدی ${userName}`, role: 'CLERK', duties: [duty] },
    ...{ secret: secrets.CLERK, nationalId: null },
  })
  return await office.get(window, 'access.signIn', { userName, secret: secrets.CLERK })
}
