import type { Instant } from '#core/kernel/instant.ts'
import type { CodeChannel, CodePurpose, CodeSubject } from '#core/messages/one-time-codes.model.ts'
import type {
  CodeEnd,
  DrawnCode,
  LiveCode,
  OneTimeCodeBook,
  OneTimeCodes,
} from '#core/messages/one-time-codes.ports.ts'
import { selectRow, selectRows } from '../database/rows.ts'
import type { Reading, Writing } from '../database/schema.ts'

interface CodeRow extends DrawnCode {
  readonly tries: number
  readonly deliveredAt: Instant | null
  readonly channel: CodeChannel | null
}

/** Codes of this office, by their hashes. */
export class OneTimeCodesRepository implements OneTimeCodes {
  private readonly reader: Reading

  constructor(reader: Reading) {
    this.reader = reader
  }

  async findLive(purpose: CodePurpose, subject: CodeSubject): Promise<LiveCode | undefined> {
    const row = await selectRow<CodeRow>(
      this.reader,
      `select code_id as codeId, purpose, subject, mobile, salt, hash, drawn_at as drawnAt,
        expires_at as expiresAt, most_tries as mostTries, tries, delivered_at as deliveredAt, channel
      from one_time_codes where purpose = ? and subject = ? and ended_at is null`,
      [purpose, subject],
    )
    if (!row) return undefined
    const { deliveredAt: at, channel, ...code } = row
    return { ...code, delivery: at !== null && channel !== null ? { at, channel } : null }
  }

  async listDrawnSince(
    { subject, mobile }: { readonly subject: CodeSubject; readonly mobile: string },
    since: Instant,
  ): Promise<readonly Instant[]> {
    const rows = await selectRows<{ at: Instant }>(
      this.reader,
      `select drawn_at as at from (
        select code_id, drawn_at, ended_because from one_time_codes
          where subject = :subject and drawn_at > :since
        union
        select code_id, drawn_at, ended_because from one_time_codes
          where mobile = :mobile and drawn_at > :since
      ) where ended_because is not 'NOT_SENT' order by drawn_at`,
      { subject, mobile, since },
    )
    return rows.map(({ at }) => at)
  }
}

/** The same in a transaction. `keep` lets what must stay after a refusal stay. */
export class OneTimeCodeBookRepository extends OneTimeCodesRepository implements OneTimeCodeBook {
  private readonly db: Writing
  private readonly keep: (work: (db: Writing) => Promise<void>) => void

  constructor(reader: Reading, db: Writing, keep: (work: (db: Writing) => Promise<void>) => void) {
    super(reader)
    this.db = db
    this.keep = keep
  }

  async draw(code: DrawnCode): Promise<void> {
    await this.db
      .updateTable('one_time_codes')
      .set({ ended_at: code.drawnAt, ended_because: 'REPLACED' })
      .where('purpose', '=', code.purpose)
      .where('subject', '=', code.subject)
      .where('ended_at', 'is', null)
      .execute()
    await this.db
      .insertInto('one_time_codes')
      .values({
        code_id: code.codeId,
        purpose: code.purpose,
        subject: code.subject,
        mobile: code.mobile,
        salt: code.salt,
        hash: code.hash,
        drawn_at: code.drawnAt,
        expires_at: code.expiresAt,
        most_tries: code.mostTries,
        tries: 0,
        delivered_at: null,
        channel: null,
        ended_at: null,
        ended_because: null,
      })
      .execute()
  }

  async deliver(codeId: string, channel: CodeChannel, at: Instant): Promise<boolean> {
    const { numUpdatedRows } = await this.db
      .updateTable('one_time_codes')
      .set({ delivered_at: at, channel })
      .where('code_id', '=', codeId)
      .where('ended_at', 'is', null)
      .executeTakeFirst()
    return numUpdatedRows > 0n
  }

  async end(codeId: string, because: CodeEnd, at: Instant): Promise<void> {
    await this.db
      .updateTable('one_time_codes')
      .set({ ended_at: at, ended_because: because })
      .where('code_id', '=', codeId)
      .where('ended_at', 'is', null)
      .execute()
  }

  countTry(codeId: string, at: Instant): void {
    this.keep(async (db) => {
      const live = db.updateTable('one_time_codes').where('code_id', '=', codeId)
      await live
        .set(({ eb }) => ({ tries: eb('tries', '+', 1) }))
        .where('ended_at', 'is', null)
        .execute()
      await live
        .set({ ended_at: at, ended_because: 'TRIES' })
        .where('ended_at', 'is', null)
        .whereRef('tries', '>=', 'most_tries')
        .execute()
    })
  }
}
