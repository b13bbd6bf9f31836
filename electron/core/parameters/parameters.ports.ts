import type { Parameter } from './parameters.model.ts'

/** The dated values in use: the organisation's, and those of `resources/` for codes it does not send. */
export interface Parameters {
  list(): Promise<readonly Parameter[]>
}
