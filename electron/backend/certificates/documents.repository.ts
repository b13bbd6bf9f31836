import type { IssuedPaper, PrintFault, PrintState } from '#core/certificates/certificate.model.ts'
import type { DrawnPaper } from '#core/certificates/paper.model.ts'
import type {
  DocumentBook,
  Documents,
  KeptPaper,
  NewPaper,
  NumberRange,
  Print,
  PrintEnd,
} from '#core/certificates/certificates.ports.ts'
import { PaperStatement } from '#core/certificates/paper.model.ts'
import type { Instant } from '#core/kernel/instant.ts'
import type { Bit } from '../database/office-tables.ts'
import { selectRow, selectRows, type SqlValue } from '../database/rows.ts'
import type { Reading, Writing } from '../database/schema.ts'

const PAPER = `select d.document_id as documentId, d.kind, d.number, d.issued_at as issuedAt,
  d.citizen_id as citizenId, d.visit_id as visitId, d.clerk_id as clerkId,
  coalesce(d.sha256, '') as sha256,
  coalesce(d.statement ->> '$.fullName', d.statement ->> '$.person.fullName',
    d.statement ->> '$.requestedBy.fullName') as citizenName,
  d.statement ->> '$.issue.validUntil' as validUntil,
  d.statement ->> '$.trackingCode' as trackingCode,
  coalesce(l.state, 'WAITING') as printState, l.fault as printFault,
  (select count(*) from document_prints p where p.document_id = d.document_id
    and p.state = 'PRINTED') as prints`

const LAST_PRINT = `left join document_prints l on l.document_id = d.document_id
  and l.seq = (select max(seq) from document_prints p where p.document_id = d.document_id)`

interface PaperRow extends IssuedPaper {
  readonly citizenId: number
  readonly visitId: string
  readonly clerkId: string
}

function issuedPaper({ citizenId: _, visitId: __, clerkId: ___, ...paper }: PaperRow): IssuedPaper {
  return paper
}

function isUndone(state: PrintState): boolean {
  return state !== 'PRINTED' && state !== 'DROPPED'
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
    const row = await selectRow<PaperRow & { readonly statement: string; readonly revoked: Bit }>(
      this.reader,
      `${PAPER}, d.statement, exists (select 1 from document_revocations r
        where r.document_id = d.document_id) as revoked from documents d ${LAST_PRINT} where ${condition}`,
      [value],
    )
    if (!row) return undefined
    const statement = PaperStatement.parse(JSON.parse(row.statement))
    return { ...row, statement, revoked: row.revoked === 1 }
  }

  async listOfCitizen(citizenId: number): Promise<readonly IssuedPaper[]> {
    const rows = await selectRows<PaperRow>(
      this.reader,
      `${PAPER} from documents d ${LAST_PRINT}
      where d.citizen_id = ? order by d.issued_at desc, d.serial desc`,
      [citizenId],
    )
    return rows.map(issuedPaper)
  }

  async listUnprinted(clerkId: string): Promise<readonly IssuedPaper[]> {
    const rows = await selectRows<PaperRow>(
      this.reader,
      `${PAPER} from (select distinct document_id from document_prints
        where state in ('WAITING', 'SENDING', 'FAILED')) u
      cross join documents d on d.document_id = u.document_id ${LAST_PRINT}
      where d.clerk_id = ? order by d.issued_at, d.serial`,
      [clerkId],
    )
    return rows.filter(({ printState }) => isUndone(printState)).map(issuedPaper)
  }

  async nextSerial(range: NumberRange): Promise<number> {
    const row = await selectRow<{ value: number }>(
      this.reader,
      'select value from counters where name = ?',
      [counterName(range)],
    )
    return (row?.value ?? 0) + 1
  }

  findFile(documentId: string, copy: number): Promise<DrawnPaper | undefined> {
    return selectRow<DrawnPaper>(
      this.reader,
      'select pdf as bytes, sha256 from document_files where document_id = ? and copy = ?',
      [documentId, copy],
    )
  }

  findLastPrint(documentId: string): Promise<Print | undefined> {
    return selectRow<Print>(
      this.reader,
      `select document_id as documentId, seq, copy, state, reason
      from document_prints where document_id = ? order by seq desc limit 1`,
      [documentId],
    )
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
        sha256: paper.file.sha256,
        request_id: paper.requestId,
      })
      .execute()
    const { documentId, issuedAt } = paper
    await this.keepFile(documentId, 0, paper.file, issuedAt)
    await this.addPrint({ documentId, seq: 1, copy: 0, state: 'WAITING', reason: null }, issuedAt)
  }

  async keepReprint(
    documentId: string,
    copy: number,
    file: DrawnPaper,
    at: Instant,
  ): Promise<void> {
    await this.keepFile(documentId, copy, file, at)
  }

  async startPrint(
    documentId: string,
    { copy, reason }: Pick<Print, 'copy' | 'reason'>,
    at: Instant,
  ): Promise<Print> {
    const last = await this.findLastPrint(documentId)
    if (last?.state === 'WAITING') {
      await this.change(last, { state: 'SENDING', at })
      return { ...last, state: 'SENDING' }
    }
    const seq = (last?.seq ?? 0) + 1
    const print: Print = { documentId, seq, copy, state: 'SENDING', reason }
    await this.addPrint(print, at)
    return print
  }

  async finishPrint(print: Print, { state, printer, fault }: PrintEnd, at: Instant): Promise<void> {
    await this.change(print, { state, printer, fault, at })
  }

  async dropPrint(print: Print, at: Instant): Promise<void> {
    await this.change(print, { state: 'DROPPED', at })
  }

  private async change(
    { documentId, seq }: Print,
    change: {
      readonly state: PrintState
      readonly printer?: string | null
      readonly fault?: PrintFault | null
      readonly at: Instant
    },
  ): Promise<void> {
    await this.db
      .updateTable('document_prints')
      .set(change)
      .where('document_id', '=', documentId)
      .where('seq', '=', seq)
      .execute()
  }

  private async keepFile(
    documentId: string,
    copy: number,
    { bytes, sha256 }: DrawnPaper,
    madeAt: Instant,
  ): Promise<void> {
    await this.db
      .insertInto('document_files')
      .values({ document_id: documentId, copy, sha256, made_at: madeAt, pdf: bytes })
      .execute()
  }

  private async addPrint(
    { documentId, seq, copy, state, reason }: Print,
    at: Instant,
  ): Promise<void> {
    await this.db
      .insertInto('document_prints')
      .values({
        ...{ document_id: documentId, seq, copy, state, at, printer: null, reason, fault: null },
      })
      .execute()
  }
}
