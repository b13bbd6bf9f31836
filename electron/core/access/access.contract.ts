import { z } from 'zod'
import { query, task } from '#core/kernel/method.ts'
import { Secret } from '#core/office/office.model.ts'
import { Duty } from '#core/kernel/permission.ts'
import { ClerkSummary, NewClerk, Session, SignIn } from './clerk.model.ts'

export const accessContract = {
  'access.signIn': task({ permission: 'anyone', input: SignIn, output: Session }),
  /** The session of this window, locked or not; null when nobody is signed in. */
  'access.session': query({ permission: 'anyone', input: z.null(), output: Session.nullable() }),
  'access.lock': task({ permission: 'signed-in', input: z.null(), output: z.null() }),
  'access.unlock': task({
    permission: 'anyone',
    input: z.object({ secret: z.string().min(1).max(200) }),
    output: Session,
  }),
  'access.signOut': task({ permission: 'anyone', input: z.null(), output: z.null() }),
  'access.changeSecret': task({
    permission: 'signed-in',
    input: z.object({ current: z.string().min(1).max(200), next: Secret }),
    output: z.null(),
  }),
  'access.clerks': query({
    permission: 'clerks.manage',
    input: z.null(),
    output: z.array(ClerkSummary),
  }),
  'access.addClerk': task({ permission: 'clerks.manage', input: NewClerk, output: ClerkSummary }),
  'access.setActive': task({
    permission: 'clerks.manage',
    input: z.object({ clerkId: z.string().max(60), active: z.boolean() }),
    output: ClerkSummary,
  }),
  /** What a clerk does beside his role; he signs in again to have them. */
  'access.setDuties': task({
    permission: 'clerks.manage',
    input: z.object({
      clerkId: z.string().max(60),
      duties: z.array(Duty).max(Duty.options.length),
    }),
    output: ClerkSummary,
  }),
}
