import { PaperStatement } from '#core/certificates/paper.model.ts'
import type { PaperKind } from '#core/certificates/paper.model.ts'
import { figuresOf } from '#core/certificates/state-paper.rules.ts'
import type { Day } from '#core/kernel/day.ts'
import { dayInTehran, type Instant } from '#core/kernel/instant.ts'
import type { Revocation } from '#core/verification/verification.model.ts'
import type {
  BookedPaper,
  IssuedPapers,
  RevocationBook,
} from '#core/verification/verification.ports.ts'
import { selectRow, selectRows } from '../database/rows.ts'
import type { Reading, Writing } from '../database/schema.ts'

interface PaperRow {
  readonly documentId: string
  readonly citizenId: number
  readonly kind: PaperKind
  readonly number: string
  readonly statement: string
  readonly revokedAt: Instant | null
  readonly reason: string | null
  readonly usedOn: Day | null
}

interface RevocationRow {
  readonly documentId: string
  readonly kind: string
  readonly number: string
  readonly issuedOn: Day
  readonly revokedAt: Instant
  readonly reason: string
}

/** Issued papers by their number, with what was said of them later. */
export class IssuedPapersRepository implements IssuedPapers {
  private readonly reader: Reading

  constructor(reader: Reading) {
    this.reader = reader
  }

  async findPaper(number: string): Promise<BookedPaper | undefined> {
    const row = await selectRow<PaperRow>(
      this.reader,
      `select d.document_id as documentId, d.citizen_id as citizenId, d.kind, d.number, d.statement,
        r.revoked_at as revokedAt, r.reason, u.letter_on as usedOn
      from documents d left join document_revocations r on r.document_id = d.document_id
      left join document_uses u on u.document_id = d.document_id
      where d.number = ?`,
      [number],
    )
    if (!row) return undefined
    const { documentId, citizenId, kind, revokedAt, reason, usedOn } = row
    const statement = PaperStatement.parse(JSON.parse(row.statement))
    const { day, validUntil } = statement.issue
    const revocation =
      revokedAt === null ? null : { on: dayInTehran(revokedAt), reason: reason ?? '' }
    return {
      ...{ documentId, citizenId, kind, day, validUntil, revocation, usedOn },
      number: row.number,
      figures: figuresOf(statement),
    }
  }

  async findRevocation(
    number: string,
  ): Promise<NonNullable<BookedPaper['revocation']> | undefined> {
    const row = await selectRow<{ readonly revokedAt: Instant; readonly reason: string }>(
      this.reader,
      `select r.revoked_at as revokedAt, r.reason
      from documents d join document_revocations r on r.document_id = d.document_id
      where d.number = ?`,
      [number],
    )
    return row && { on: dayInTehran(row.revokedAt), reason: row.reason }
  }

  listRevocations(): Promise<readonly Revocation[]> {
    return selectRows<RevocationRow>(
      this.reader,
      `select d.document_id as documentId, d.kind, d.number, r.revoked_at as revokedAt, r.reason,
        d.statement ->> '$.issue.day' as issuedOn
      from document_revocations r join documents d on d.document_id = r.document_id
      order by r.revoked_at desc, d.number`,
    )
  }
}

/** The same in a transaction. */
export class RevocationBookRepository extends IssuedPapersRepository implements RevocationBook {
  private readonly db: Writing

  constructor(reader: Reading, db: Writing) {
    super(reader)
    this.db = db
  }

  async revoke(paper: Parameters<RevocationBook['revoke']>[0]): Promise<void> {
    await this.db
      .insertInto('document_revocations')
      .values({
        document_id: paper.documentId,
        revoked_at: paper.at,
        revoked_by: paper.clerkId,
        reason: paper.reason,
      })
      .execute()
  }
}
