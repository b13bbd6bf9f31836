import type { ClerkRole, Duty, Permission } from '#core/kernel/permission.ts'

const COUNTER = [
  'citizens.search',
  'visits.hold',
  'citizens.read',
  'citizens.reveal',
  'citizens.register',
  'certificates.issue',
  'papers.verify',
  'requests.file',
  'requests.read',
  'tickets.handle',
  'mandates.enter',
  'parameters.read',
] as const satisfies readonly Permission[]

/**
 * Which role holds which permission. The administrator loads data and keeps the list of clerks but
 * sees no citizen's file; only a supervisor may force an older extract. An administrator proposes a
 * change of a dated value, a second person approves it.
 */
const PERMISSIONS: Readonly<Record<ClerkRole, readonly Permission[]>> = {
  CLERK: ['anyone', 'signed-in', ...COUNTER],
  SUPERVISOR: [
    'anyone',
    'signed-in',
    ...COUNTER,
    'papers.revoke',
    'requests.decide',
    'requests.approve',
    'requests.assign',
    'tickets.answer',
    'reports.read',
    'mandates.confirm',
    'parameters.approve',
    'extracts.import',
    'extracts.force',
  ],
  ADMINISTRATOR: [
    'anyone',
    'signed-in',
    'papers.verify',
    'keys.manage',
    'parameters.read',
    'parameters.propose',
    'parameters.approve',
    'extracts.import',
    'clerks.manage',
    'messages.manage',
  ],
}

/**
 * What a duty adds to a role. Whoever has the duty weighs requests that others filed; health stays closed even to a
 * supervisor who does not have it.
 */
const ADDED: Readonly<Record<Duty, readonly Permission[]>> = {
  EXPERT: ['requests.decide', 'tickets.answer'],
  HEALTH: ['health.read'],
}

/** The permissions of a role with the duties beside it. */
export function permissionsOf(role: ClerkRole, duties: readonly Duty[]): readonly Permission[] {
  const added = role === 'ADMINISTRATOR' ? [] : duties.flatMap((duty) => ADDED[duty])
  return [...new Set([...PERMISSIONS[role], ...added])]
}

/** Whether a clerk of this role and these duties holds a permission. */
export function mayDo(
  { role, duties }: { readonly role: ClerkRole; readonly duties: readonly Duty[] },
  permission: Permission,
): boolean {
  return permissionsOf(role, duties).includes(permission)
}
