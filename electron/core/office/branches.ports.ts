import type { Branch } from './branch.model.ts'

/** The branches of the organisation, as the extract in use lists them. */
export interface Branches {
  /** Active ones, by province, city and name. */
  list(): Promise<readonly Branch[]>
}
