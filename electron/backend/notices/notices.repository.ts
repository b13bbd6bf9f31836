import type { Day } from '#core/kernel/day.ts'
import type { Instant } from '#core/kernel/instant.ts'
import type { DuePromises, Notice } from '#core/notices/notice.model.ts'
import type { NoticeBoard, NoticeBook } from '#core/notices/notices.ports.ts'
import { selectRow, selectRows } from '../database/rows.ts'
import type { Reading, Writing } from '../database/schema.ts'

/** Notices of clerks; triggers write them (`0017-worklist.ts`). */
export class NoticesRepository implements NoticeBoard {
  private readonly reader: Reading

  constructor(reader: Reading) {
    this.reader = reader
  }

  async list(clerkId: string, limit: number): Promise<readonly Notice[]> {
    const rows = await selectRows<Omit<Notice, 'isNew'> & { readonly isNew: 0 | 1 }>(
      this.reader,
      `select n.notice_id as noticeId, n.kind, n.tracking_code as trackingCode,
        l.kind as requestKind, n.status, n.at, n.read_at is null as isNew
      from clerk_notices n join worklist_lines l on l.tracking_code = n.tracking_code
      where n.clerk_id = ? order by n.notice_id desc limit ?`,
      [clerkId, limit],
    )
    return rows.map((row) => ({ ...row, isNew: row.isNew === 1 }))
  }

  async countUnread(clerkId: string): Promise<number> {
    const row = await selectRow<{ count: number }>(
      this.reader,
      'select count(*) as count from clerk_notices where clerk_id = ? and read_at is null',
      [clerkId],
    )
    return row?.count ?? 0
  }

  findSeen(clerkId: string, day: Day): Promise<DuePromises | undefined> {
    return selectRow(
      this.reader,
      `select overdue, due_today as today from promise_looks where clerk_id = ? and day = ?`,
      [clerkId, day],
    )
  }
}

/** The same, with what a clerk has looked at. */
export class NoticeBookRepository extends NoticesRepository implements NoticeBook {
  private readonly db: Writing

  constructor(reader: Reading, db: Writing) {
    super(reader)
    this.db = db
  }

  async markRead(clerkId: string, upTo: number, at: Instant): Promise<void> {
    await this.db
      .updateTable('clerk_notices')
      .set({ read_at: at })
      .where('clerk_id', '=', clerkId)
      .where('notice_id', '<=', upTo)
      .where('read_at', 'is', null)
      .execute()
  }

  async keepSeen(clerkId: string, day: Day, { overdue, today }: DuePromises): Promise<void> {
    const seen = { day, overdue, due_today: today }
    await this.db
      .insertInto('promise_looks')
      .values({ clerk_id: clerkId, ...seen })
      .onConflict((conflict) => conflict.column('clerk_id').doUpdateSet(seen))
      .execute()
  }
}
