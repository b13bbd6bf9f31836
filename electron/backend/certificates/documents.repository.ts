import type { IssuedPaper, PrintState } from '#core/certificates/certificate.model.ts'
import type { PaperKind } from '#core/certificates/paper.model.ts'
import type {
  DocumentBook,
  Documents,
  KeptPaper,
  NewPaper,
  NumberRange,
  Print,
} from '#core/certificates/certificates.ports.ts'
import { PaperStatement } from '#core/certificates/paper.model.ts'
import type { Instant } from '#core/kernel/instant.ts'
import { selectRow, selectRows, type SqlValue } from '../database/rows.ts'
import type { Reading, Writing } from '../database/schema.ts'

const PAPER = `select d.document_id as documentId, d.kind, d.number, d.issued_at as issuedAt,
  d.citizen_id as citizenId, d.clerk_id as clerkId, coalesce(d.sha256, '') as sha256,
  coalesce(d.statement ->> '$.fullName', d.statement ->> '$.person.fullName') as citizenName,
  (select p.state from document_prints p where p.document_id = d.document_id
    order by p.seq desc limit 1) as printState,
  (select count(*) from document_prints p where p.document_id = d.document_id
    and p.state = 'PRINTED') as prints`

interface PaperRow {
  readonly documentId: string
  readonly kind: PaperKind
  readonly number: string
  readonly issuedAt: Instant
  readonly citizenId: number
  readonly clerkId: string
  readonly sha256: string
  readonly citizenName: string
  readonly printState: PrintState | null
  readonly prints: number
}

function issuedPaper({ citizenId: _, clerkId: __, ...row }: PaperRow): IssuedPaper {
  return { ...row, printState: row.printState ?? 'WAITING' }
}

function counterName({ kind, year }: NumberRange): string {
  return `${kind}/${year}`
}

/** Issued papers as the office keeps them. */
export class DocumentsRepository implements Documents {
  protected readonly reader: Reading

  constructor(reader: Reading) {
    this.reader = reader
  }

  find(documentId: string): Promise<KeptPaper | undefined> {
    return this.findWhere('d.document_id = ?', documentId)
  }

  findByKey(idempotencyKey: string): Promise<KeptPaper | undefined> {
    return this.findWhere('d.idempotency_key = ?', idempotencyKey)
  }

  findOfRequest(requestId: string): Promise<KeptPaper | undefined> {
    return this.findWhere('d.request_id = ?', requestId)
  }

  private async findWhere(condition: string, value: SqlValue): Promise<KeptPaper | undefined> {
    const row = await selectRow<PaperRow & { readonly statement: string }>(
      this.reader,
      `${PAPER}, d.statement from documents d where ${condition}`,
      [value],
    )
    if (!row) return undefined
    const statement = PaperStatement.parse(JSON.parse(row.statement))
    return { ...row, printState: row.printState ?? 'WAITING', statement }
  }

  async listOfCitizen(citizenId: number): Promise<readonly IssuedPaper[]> {
    const rows = await selectRows<PaperRow>(
      this.reader,
      `${PAPER} from documents d where d.citizen_id = ? order by d.issued_at desc, d.serial desc`,
      [citizenId],
    )
    return rows.map(issuedPaper)
  }

  async listUnprinted(clerkId: string): Promise<readonly IssuedPaper[]> {
    const rows = await selectRows<PaperRow>(
      this.reader,
      `${PAPER} from (select distinct document_id from document_prints where state <> 'PRINTED') u
      cross join documents d on d.document_id = u.document_id
      where d.clerk_id = ? order by d.issued_at, d.serial`,
      [clerkId],
    )
    return rows.filter(({ printState }) => printState !== 'PRINTED').map(issuedPaper)
  }

  async nextSerial(range: NumberRange): Promise<number> {
    const row = await selectRow<{ value: number }>(
      this.reader,
      'select value from counters where name = ?',
      [counterName(range)],
    )
    return (row?.value ?? 0) + 1
  }
}

/** The same, with numbers to take and prints to record, in the transaction it is given. */
export class DocumentBookRepository extends DocumentsRepository implements DocumentBook {
  private readonly db: Writing

  constructor(reader: Reading, db: Writing) {
    super(reader)
    this.db = db
  }

  async takeSerial(range: NumberRange): Promise<number> {
    const name = counterName(range)
    const value = await this.nextSerial(range)
    await this.db
      .insertInto('counters')
      .values({ name, value })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
      .execute()
    return value
  }

  async add(paper: NewPaper): Promise<void> {
    await this.db
      .insertInto('documents')
      .values({
        document_id: paper.documentId,
        idempotency_key: paper.idempotencyKey,
        kind: paper.kind,
        number: paper.number,
        year: paper.year,
        serial: paper.serial,
        citizen_id: paper.citizenId,
        person_id: paper.personId,
        visit_id: paper.visitId,
        clerk_id: paper.clerkId,
        issued_at: paper.issuedAt,
        statement: JSON.stringify(paper.statement),
        sha256: paper.sha256,
        request_id: paper.requestId,
      })
      .execute()
    await this.addPrint(paper.documentId, 1, null, paper.issuedAt)
  }

  async startPrint(documentId: string, reason: string | null, at: Instant): Promise<Print> {
    const last = await selectRow<{ seq: number; state: PrintState }>(
      this.reader,
      'select seq, state from document_prints where document_id = ? order by seq desc limit 1',
      [documentId],
    )
    if (last?.state === 'WAITING') return { documentId, seq: last.seq }
    const seq = (last?.seq ?? 0) + 1
    await this.addPrint(documentId, seq, reason, at)
    return { documentId, seq }
  }

  async finishPrint(
    { documentId, seq }: Print,
    outcome: {
      readonly state: PrintState
      readonly printer: string | null
      readonly fault: string | null
    },
    at: Instant,
  ): Promise<void> {
    const { state, printer, fault } = outcome
    await this.db
      .updateTable('document_prints')
      .set({ state, printer, at, ...(fault === null ? {} : { reason: fault }) })
      .where('document_id', '=', documentId)
      .where('seq', '=', seq)
      .execute()
  }

  private async addPrint(
    documentId: string,
    seq: number,
    reason: string | null,
    at: Instant,
  ): Promise<void> {
    await this.db
      .insertInto('document_prints')
      .values({ document_id: documentId, seq, state: 'WAITING', at, printer: null, reason })
      .execute()
  }
}
