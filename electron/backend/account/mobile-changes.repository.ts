import type {
  KeptMobileChange,
  MobileChangeBook,
  MobileChanges,
  NewMobileChange,
} from '#core/account/mobile.ports.ts'
import { selectRows } from '../database/rows.ts'
import type { Reading, Writing } from '../database/schema.ts'

/** Mobiles that were changed at this office's counters. */
export class MobileChangesRepository implements MobileChanges {
  private readonly reader: Reading

  constructor(reader: Reading) {
    this.reader = reader
  }

  listMobileChanges(citizenId: number): Promise<readonly KeptMobileChange[]> {
    return selectRows<KeptMobileChange>(
      this.reader,
      `select m.changed_at as changedAt, m.old_mobile as oldMobile, m.new_mobile as newMobile,
        m.verified_by as verifiedBy, k.clerk_code as clerkCode
      from mobile_changes m join clerks k on k.clerk_id = m.changed_by
      where m.citizen_id = ? order by m.changed_at desc`,
      [citizenId],
    )
  }
}

/** The same in a transaction. */
export class MobileChangeBookRepository
  extends MobileChangesRepository
  implements MobileChangeBook
{
  private readonly db: Writing

  constructor(reader: Reading, db: Writing) {
    super(reader)
    this.db = db
  }

  async changeMobile(change: NewMobileChange): Promise<void> {
    await this.db
      .insertInto('mobile_changes')
      .values({
        change_id: change.changeId,
        citizen_id: change.citizenId,
        person_id: change.personId,
        old_mobile: change.oldMobile,
        new_mobile: change.newMobile,
        code_id: change.codeId,
        verified_by: change.verifiedBy,
        visit_id: change.visitId,
        changed_at: change.changedAt,
        changed_by: change.changedBy,
      })
      .execute()
  }
}
