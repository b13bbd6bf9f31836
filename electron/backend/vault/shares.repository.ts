import type { Day } from '#core/kernel/day.ts'
import type { Instant } from '#core/kernel/instant.ts'
import type {
  FoundShare,
  NewShare,
  ShareBook,
  ShareSalt,
  Shares,
} from '#core/vault/shares.ports.ts'
import type { Share, ShareEnd } from '#core/vault/vault.model.ts'
import { selectRow, selectRows } from '../database/rows.ts'
import type { Reading, Writing } from '../database/schema.ts'

const SHARE = `select share_id as shareId, document_id as documentId, citizen_id as citizenId,
  from_day as "from", until_day as until from document_shares`

/** Not ended, and its last day not past. */
const IN_FORCE = 'ended_at is null and from_day <= :today and until_day >= :today'

/** Leave for others to ask for papers, as the office keeps it. */
export class SharesRepository implements Shares {
  private readonly reader: Reading

  constructor(reader: Reading) {
    this.reader = reader
  }

  async listInForce(citizenId: number, today: Day): Promise<readonly Share[]> {
    const shares = await selectRows<FoundShare>(
      this.reader,
      `${SHARE} where citizen_id = :citizenId and ${IN_FORCE}`,
      { citizenId, today },
    )
    return shares.map(({ citizenId: _, ...share }) => share)
  }

  findInForce(documentId: string, today: Day): Promise<FoundShare | undefined> {
    return selectRow<FoundShare>(
      this.reader,
      `${SHARE} where document_id = :documentId and ${IN_FORCE}`,
      { documentId, today },
    )
  }

  findShare(shareId: string): Promise<FoundShare | undefined> {
    return selectRow<FoundShare>(this.reader, `${SHARE} where share_id = ?`, [shareId])
  }

  findSalt(personId: string): Promise<ShareSalt | undefined> {
    return selectRow<ShareSalt>(
      this.reader,
      `select salt, citizen_id as citizenId from document_shares where person_id = ?
      order by shared_at limit 1`,
      [personId],
    )
  }

  findByHash(personId: string, hash: string, today: Day): Promise<FoundShare | undefined> {
    return selectRow<FoundShare>(
      this.reader,
      `${SHARE} where person_id = :personId and hash = :hash and ${IN_FORCE}`,
      { personId, hash, today },
    )
  }

  async listRevoked(citizenId: number): Promise<readonly string[]> {
    const rows = await selectRows<{ readonly documentId: string }>(
      this.reader,
      `select r.document_id as documentId from document_revocations r
      join documents d on d.document_id = r.document_id where d.citizen_id = ?`,
      [citizenId],
    )
    return rows.map(({ documentId }) => documentId)
  }
}

/** The same, with shares to add and to end, in the transaction it is given. */
export class ShareBookRepository extends SharesRepository implements ShareBook {
  private readonly db: Writing

  constructor(reader: Reading, db: Writing) {
    super(reader)
    this.db = db
  }

  async addShare(share: NewShare): Promise<void> {
    await this.db
      .updateTable('document_shares')
      .set({ ended_at: share.sharedAt, ended_because: 'RAN_OUT' })
      .where('document_id', '=', share.documentId)
      .where('ended_at', 'is', null)
      .where('until_day', '<', share.from)
      .execute()
    await this.db
      .insertInto('document_shares')
      .values({
        share_id: share.shareId,
        document_id: share.documentId,
        citizen_id: share.citizenId,
        person_id: share.personId,
        salt: share.salt,
        hash: share.hash,
        from_day: share.from,
        until_day: share.until,
        shared_at: share.sharedAt,
        visit_id: share.visitId,
        clerk_id: share.clerkId,
        ended_at: null,
        ended_because: null,
      })
      .execute()
  }

  async endShare(shareId: string, because: ShareEnd, at: Instant): Promise<void> {
    await this.db
      .updateTable('document_shares')
      .set({ ended_at: at, ended_because: because })
      .where('share_id', '=', shareId)
      .where('ended_at', 'is', null)
      .execute()
  }
}
