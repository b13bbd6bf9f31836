import { z } from 'zod'
import { command, query } from '#core/kernel/method.ts'
import { Assignee, Assignment, MarkedItem, Worklist, WorklistQuery } from './worklist.model.ts'

const marked = z.array(MarkedItem).min(1).max(500)

export const worklistContract = {
  'requests.worklist': query({
    permission: 'requests.read',
    input: WorklistQuery,
    output: Worklist,
  }),
  /** Who may be given requests of this branch. */
  'requests.assignees': query({
    permission: 'requests.read',
    input: z.null(),
    output: z.array(Assignee),
  }),
  /** Takes what nobody has, each by itself. */
  'requests.take': command({
    permission: 'requests.decide',
    input: z.object({ items: marked }),
    output: Assignment,
  }),
  /** Gives back what the clerk took or was given. */
  'requests.release': command({
    permission: 'requests.decide',
    input: z.object({ items: marked }),
    output: Assignment,
  }),
  /** Gives requests to one clerk: all of them or none, unless `partly`, in one transaction. */
  'requests.assign': command({
    permission: 'requests.assign',
    input: z.object({ items: marked, clerkId: z.string().min(1).max(60), partly: z.boolean() }),
    output: Assignment,
  }),
}
