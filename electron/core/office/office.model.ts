import { z } from 'zod'
import { ClerkRole, Duty } from '#core/kernel/permission.ts'
import { Day } from '#core/kernel/day.ts'

/** A demonstration or test office may open without the operating system's key store; a real one not. */
export const OfficeKind = z.enum(['real', 'demonstration', 'test'])
export type OfficeKind = z.infer<typeof OfficeKind>

/** Why an existing office cannot be opened. Nothing is ever created in its place. */
export const OfficeFault = z.enum([
  'key-file-corrupt',
  'key-file-missing',
  'database-missing',
  'database-corrupt',
  'wrong-key',
  'newer-version',
  'key-store-untrusted',
  'seal-broken',
])
export type OfficeFault = z.infer<typeof OfficeFault>

/** A sign-in shown on the screen of a demonstration office, and only there. */
export const DemonstrationSignIn = z.object({
  userName: z.string(),
  secret: z.string(),
  role: ClerkRole,
  duties: z.array(Duty),
})
export type DemonstrationSignIn = z.infer<typeof DemonstrationSignIn>

/**
 * What the screen needs before anyone signs in. `none`: set up an office. `closed`: sign in to
 * open it. `open`: at least one clerk is signed in. `faulty`: see `fault`.
 */
export const OfficeState = z.object({
  state: z.enum(['none', 'closed', 'open', 'faulty']),
  fault: OfficeFault.nullable(),
  kind: OfficeKind.nullable(),
  branchName: z.string().nullable(),
  keyStoreTrusted: z.boolean(),
  demonstrationSignIns: z.array(DemonstrationSignIn),
  today: Day,
  version: z.string(),
})
export type OfficeState = z.infer<typeof OfficeState>

export const Secret = z.string().min(8).max(200)

export const UserName = z
  .string()
  .trim()
  .min(2)
  .max(40)
  .regex(/^[a-z0-9._-]+$/i)

export const OfficeSetUp = z.object({
  kind: z.enum(['real', 'test']),
  branch: z.object({
    code: z.string().regex(/^\d{3,4}$/),
    name: z.string().trim().min(2).max(120),
    province: z.string().trim().min(2).max(80),
  }),
  administrator: z.object({
    userName: UserName,
    fullName: z.string().trim().min(3).max(120),
    secret: Secret,
  }),
})
export type OfficeSetUp = z.infer<typeof OfficeSetUp>

/** The recovery key is shown once, to be printed and locked away by the head of the branch. */
export const OfficeReady = z.object({ recoveryKey: z.string() })
export type OfficeReady = z.infer<typeof OfficeReady>
