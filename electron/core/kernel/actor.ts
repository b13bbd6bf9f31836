import type { ClerkRole, Duty } from './permission.ts'

/** Who acts: looked up by the backend from the window, never told by the renderer. */
export interface Actor {
  readonly clerkId: string
  readonly clerkCode: string
  readonly role: ClerkRole
  readonly duties: readonly Duty[]
  readonly branchCode: string
  readonly workstation: string
  /** The clerk's own file, which nobody opens for himself; null when not recorded. */
  readonly personId: string | null
}
