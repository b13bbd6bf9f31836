import { z } from 'zod'
import { ClerkRole, Duty, Permission } from '#core/kernel/permission.ts'
import { OfficeKind, Secret, UserName } from '#core/office/office.model.ts'
import { Day } from '#core/kernel/day.ts'

/** Who is signed in at this window, as the screen shows it. */
export const Session = z.object({
  clerkId: z.string(),
  userName: z.string(),
  fullName: z.string(),
  clerkCode: z.string(),
  role: ClerkRole,
  permissions: z.array(Permission),
  branchCode: z.string(),
  branchName: z.string(),
  province: z.string(),
  workstation: z.string(),
  officeKind: OfficeKind,
  locked: z.boolean(),
  today: Day,
  /** The day on which the imported central data was frozen; null before the first extract. */
  dataAsOf: Day.nullable(),
})
export type Session = z.infer<typeof Session>

export const SignIn = z.object({
  userName: z.string().trim().min(1).max(40),
  secret: z.string().min(1).max(200),
})
export type SignIn = z.infer<typeof SignIn>

export const ClerkSummary = z.object({
  clerkId: z.string(),
  userName: z.string(),
  fullName: z.string(),
  clerkCode: z.string(),
  role: ClerkRole,
  duties: z.array(Duty),
  active: z.boolean(),
})
export type ClerkSummary = z.infer<typeof ClerkSummary>

/** `nationalId` closes the clerk's own file to him; it may be left empty. */
export const NewClerk = z.object({
  userName: UserName,
  fullName: z.string().trim().min(3).max(120),
  role: ClerkRole,
  duties: z.array(Duty).max(Duty.options.length).default([]),
  secret: Secret,
  nationalId: z.string().max(20).nullable(),
})
export type NewClerk = z.infer<typeof NewClerk>
