import { z } from 'zod'

/**
 * What a method of the contract demands of its caller. `anyone` is a permission like the others:
 * only what must work before sign-in carries it. `signed-in` is held by every clerk.
 */
export const Permission = z.enum([
  'anyone',
  'signed-in',
  'citizens.search',
  'visits.hold',
  'citizens.read',
  'citizens.reveal',
  'citizens.register',
  'health.read',
  'certificates.issue',
  'papers.verify',
  'papers.revoke',
  'keys.manage',
  'requests.file',
  'requests.read',
  'requests.decide',
  'requests.approve',
  'requests.assign',
  'tickets.handle',
  'tickets.answer',
  'reports.read',
  'mandates.enter',
  'mandates.confirm',
  'parameters.read',
  'parameters.propose',
  'parameters.approve',
  'extracts.import',
  'extracts.force',
  'clerks.manage',
  'messages.manage',
])
export type Permission = z.infer<typeof Permission>

export const ClerkRole = z.enum(['CLERK', 'SUPERVISOR', 'ADMINISTRATOR'])
export type ClerkRole = z.infer<typeof ClerkRole>

/** What a clerk does beside his role. EXPERT: weighs requests; HEALTH: may open lists of visits and prescriptions. */
export const Duty = z.enum(['EXPERT', 'HEALTH'])
export type Duty = z.infer<typeof Duty>
