import type { ClerkRole, Permission } from '#core/kernel/permission.ts'

const COUNTER = [
  'citizens.search',
  'visits.hold',
  'citizens.read',
  'citizens.reveal',
  'certificates.issue',
  'papers.verify',
  'requests.file',
  'requests.read',
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
  ],
}

/** The permissions of a role. */
export function permissionsOf(role: ClerkRole): readonly Permission[] {
  return PERMISSIONS[role]
}

/** Whether a role holds a permission. */
export function mayDo(role: ClerkRole, permission: Permission): boolean {
  return PERMISSIONS[role].includes(permission)
}
