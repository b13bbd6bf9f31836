import type { Branch } from '#core/office/branch.model.ts'
import type { Branches } from '#core/office/branches.ports.ts'
import { selectRows } from '../database/rows.ts'
import type { Reading } from '../database/schema.ts'

/** The branches of the extract in use. */
export class BranchesRepository implements Branches {
  private readonly db: Reading

  constructor(db: Reading) {
    this.db = db
  }

  list(): Promise<readonly Branch[]> {
    return selectRows(
      this.db,
      `select branch_code as branchCode, name, kind, city, province from branches
      where status = 'ACTIVE' order by province, city, name, branch_code`,
    )
  }
}
