import { z } from 'zod'
import { BatchProgress } from './certificates/batch.model.ts'
import { ImportProgress } from './extracts/extract.model.ts'

/** What the backend tells every window without being asked. */
export const events = {
  'extracts.progress': ImportProgress,
  /** How far a batch of papers is. */
  'certificates.batch': BatchProgress,
  /** The session of this desk was locked (idle, Windows locked, sleep). */
  'access.locked': z.null(),
  /** The data of the counter changed (an import was committed). */
  'office.changed': z.null(),
  /** A request was filed, changed or given to somebody. */
  'requests.changed': z.null(),
  /** The backend process went down and is being started again, or is back. */
  'backend.state': z.enum(['down', 'up']),
}

export type Topic = keyof typeof events
/** Topics that say only that something happened. */
export type BareTopic = { [T in Topic]: null extends Payload<T> ? T : never }[Topic]
export type Payload<T extends Topic> = z.output<(typeof events)[T]>
