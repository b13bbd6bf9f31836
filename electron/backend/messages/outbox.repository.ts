import type { Instant } from '#core/kernel/instant.ts'
import type { DeliveryFault } from '#core/messages/messages.model.ts'
import type {
  KeptMessage,
  NewMessage,
  Outbox,
  OutboxBook,
  WaitingMessage,
} from '#core/messages/messages.ports.ts'
import { selectRows } from '../database/rows.ts'
import type { Reading, Writing } from '../database/schema.ts'

/** Notices of this office, sent and unsent. */
export class OutboxRepository implements Outbox {
  private readonly reader: Reading

  constructor(reader: Reading) {
    this.reader = reader
  }

  listDue(now: Instant, limit: number): Promise<readonly WaitingMessage[]> {
    return selectRows<WaitingMessage>(
      this.reader,
      `select message_id as messageId, mobile, text, queued_at as queuedAt, tries from messages
      where state = 'WAITING' and next_try_at <= ? order by next_try_at, queued_at limit ?`,
      [now, limit],
    )
  }

  listUnsent(limit: number): Promise<readonly KeptMessage[]> {
    return selectRows<KeptMessage>(
      this.reader,
      `select message_id as messageId, kind, mobile, queued_at as queuedAt, state, tries,
        next_try_at as nextTryAt, fault
      from messages where state <> 'SENT' order by queued_at desc limit ?`,
      [limit],
    )
  }

  async countByState(): Promise<Readonly<Record<KeptMessage['state'], number>>> {
    const rows = await selectRows<{ state: KeptMessage['state']; count: number }>(
      this.reader,
      'select state, count(*) as count from messages group by state',
    )
    const counts = new Map(rows.map(({ state, count }) => [state, count]))
    return {
      WAITING: counts.get('WAITING') ?? 0,
      SENT: counts.get('SENT') ?? 0,
      FAILED: counts.get('FAILED') ?? 0,
    }
  }
}

/** The same in a transaction. */
export class OutboxBookRepository extends OutboxRepository implements OutboxBook {
  private readonly db: Writing

  constructor(reader: Reading, db: Writing) {
    super(reader)
    this.db = db
  }

  async queue(message: NewMessage): Promise<void> {
    await this.db
      .insertInto('messages')
      .values({
        message_id: message.messageId,
        kind: message.kind,
        citizen_id: message.citizenId,
        mobile: message.mobile,
        text: message.text,
        queued_at: message.queuedAt,
        state: 'WAITING',
        tries: 0,
        next_try_at: message.queuedAt,
        sent_at: null,
        fault: null,
      })
      .execute()
  }

  async sent(messageId: string, at: Instant): Promise<void> {
    await this.db
      .updateTable('messages')
      .set(({ eb }) => ({ state: 'SENT', sent_at: at, fault: null, tries: eb('tries', '+', 1) }))
      .where('message_id', '=', messageId)
      .where('state', '<>', 'SENT')
      .execute()
  }

  async notSent(messageId: string, fault: DeliveryFault, next: Instant | null): Promise<void> {
    await this.db
      .updateTable('messages')
      .set(({ eb }) => ({
        ...(next === null ? { state: 'FAILED' as const } : { next_try_at: next }),
        ...{ fault, tries: eb('tries', '+', 1) },
      }))
      .where('message_id', '=', messageId)
      .where('state', '=', 'WAITING')
      .execute()
  }

  async retryAll(now: Instant): Promise<number> {
    const { numUpdatedRows } = await this.db
      .updateTable('messages')
      .set({ state: 'WAITING', tries: 0, next_try_at: now })
      .where('state', '<>', 'SENT')
      .executeTakeFirst()
    return Number(numUpdatedRows)
  }
}
