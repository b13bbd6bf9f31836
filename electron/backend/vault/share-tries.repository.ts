import type { PaperKind } from '#core/certificates/paper.model.ts'
import type { Day } from '#core/kernel/day.ts'
import type { EarlierTries } from '#core/vault/share-tries.rules.ts'
import type { NewShareTry, ShareTries, ShareTryBook } from '#core/vault/shares.ports.ts'
import type { ShareAttempt } from '#core/vault/vault.model.ts'
import { selectRow, selectRows } from '../database/rows.ts'
import type { Reading, Writing } from '../database/schema.ts'

/** Tries after the last one that was right. */
const WRONG = (of: string): string => `${of} and try_id > coalesce(
  (select max(try_id) from share_tries join share_looks using (try_id) where ${of}), 0)`

interface AttemptRow extends Omit<ShareAttempt, 'shown'> {
  readonly kind: PaperKind | null
  readonly number: string | null
}

/** Tries at the passwords of shares, as the office keeps them. */
export class ShareTriesRepository implements ShareTries {
  private readonly reader: Reading

  constructor(reader: Reading) {
    this.reader = reader
  }

  async findEarlier(workstation: string, personId: string, on: Day): Promise<EarlierTries> {
    const desk = await selectRow<{ readonly count: number; readonly lastAt: number | null }>(
      this.reader,
      `select count(*) as count, max(machine_time) as lastAt from share_tries
      where ${WRONG('workstation = :workstation')}`,
      { workstation },
    )
    const person = await selectRow<{ readonly wrong: number }>(
      this.reader,
      `select count(*) as wrong from share_tries
      where ${WRONG('person_id = :personId')} and tried_on = :on`,
      { personId, on },
    )
    return {
      atDesk:
        typeof desk?.lastAt !== 'number' ? undefined : { count: desk.count, lastAt: desk.lastAt },
      wrongToday: person?.wrong ?? 0,
    }
  }

  async listAttempts(personId: string): Promise<readonly ShareAttempt[]> {
    const rows = await selectRows<AttemptRow>(
      this.reader,
      `select t.tried_at as at, c.clerk_code as clerkCode, t.workstation, d.kind, d.number
      from share_tries t join clerks c using (clerk_id)
      left join share_looks l using (try_id)
      left join document_shares s using (share_id)
      left join documents d on d.document_id = s.document_id
      where t.person_id = ? order by t.try_id desc limit 200`,
      [personId],
    )
    return rows.map(({ kind, number, ...row }) => ({
      ...row,
      shown: kind === null || number === null ? null : { kind, number },
    }))
  }
}

/** The same, with tries to add, in the transaction it is given. */
export class ShareTryBookRepository extends ShareTriesRepository implements ShareTryBook {
  private readonly db: Writing

  constructor(reader: Reading, db: Writing) {
    super(reader)
    this.db = db
  }

  async addTry(one: NewShareTry): Promise<number> {
    const { try_id: tryId } = await this.db
      .insertInto('share_tries')
      .values({
        ...{ person_id: one.personId, clerk_id: one.clerkId, workstation: one.workstation },
        ...{ tried_at: one.at, tried_on: one.on, machine_time: one.triedAt },
      })
      .returning('try_id')
      .executeTakeFirstOrThrow()
    return tryId
  }

  async addLook(tryId: number, shareId: string): Promise<void> {
    await this.db.insertInto('share_looks').values({ try_id: tryId, share_id: shareId }).execute()
  }
}
