import { PaperStatement } from '#core/certificates/paper.model.ts'
import type { CertificateUse } from '#core/certificates/pension-certificates.model.ts'
import type {
  CentralCertificate,
  KeptCertificate,
  PensionCertificateBook,
  PensionCertificates,
} from '#core/certificates/pension-certificates.ports.ts'
import type { Day } from '#core/kernel/day.ts'
import { dayInTehran, type Instant } from '#core/kernel/instant.ts'
import { selectRows, type SqlValue } from '../database/rows.ts'
import type { Reading, Writing } from '../database/schema.ts'

const ISSUED = `select d.document_id as documentId, d.statement, r.revoked_at as revokedAt, r.reason,
  u.letter_number as letterNumber, u.letter_on as letterOn,
  (select count(*) from document_prints p where p.document_id = d.document_id
    and p.state = 'PRINTED') as prints
  from documents d left join document_revocations r on r.document_id = d.document_id
  left join document_uses u on u.document_id = d.document_id
  where d.kind in ('salary-certificate', 'deduction-certificate')`

interface IssuedRow {
  readonly documentId: string
  readonly statement: string
  readonly revokedAt: Instant | null
  readonly reason: string | null
  readonly letterNumber: string | null
  readonly letterOn: Day | null
  readonly prints: number
}

function keptCertificates(row: IssuedRow): readonly KeptCertificate[] {
  const { documentId, revokedAt, reason, letterNumber, letterOn, prints } = row
  const statement = PaperStatement.parse(JSON.parse(row.statement))
  if (statement.kind !== 'salary-certificate' && statement.kind !== 'deduction-certificate')
    return []
  const revocation =
    revokedAt === null ? null : { on: dayInTehran(revokedAt), reason: reason ?? '' }
  const use = letterNumber === null || letterOn === null ? null : { letterNumber, letterOn }
  return [{ documentId, statement, revocation, use, prints }]
}

/** A count that is none, as a request with empty columns has it, is told by nobody. */
const CENTRAL = `select case k.request_type when 'DEDUCTION_CERTIFICATE' then 'deduction-certificate'
    else 'salary-certificate' end as kind,
  k.tracking_code as trackingCode, k.status, k.pension_number as pensionNumber,
  i.name as recipientName, k.installment_amount as instalment,
  nullif(k.installment_count, 0) as count, k.guarantee_amount as guarantee,
  k.created_on as createdOn
  from central_requests k
  left join institutions i on i.institution_code = k.institution_code
  where k.citizen_id = ? and k.request_type in ('DEDUCTION_CERTIFICATE', 'SALARY_CERTIFICATE')
  order by k.created_on desc, k.tracking_code desc`

/** Certificates of pensions: papers of the office, and requests of the extract in use. */
export class PensionCertificatesRepository implements PensionCertificates {
  protected readonly reader: Reading

  constructor(reader: Reading) {
    this.reader = reader
  }

  listIssued(citizenId: number): Promise<readonly KeptCertificate[]> {
    return this.issuedWhere('d.citizen_id = ?', citizenId)
  }

  async findIssued(documentId: string): Promise<KeptCertificate | undefined> {
    const [found] = await this.issuedWhere('d.document_id = ?', documentId)
    return found
  }

  listCentral(citizenId: number): Promise<readonly CentralCertificate[]> {
    return selectRows<CentralCertificate>(this.reader, CENTRAL, [citizenId])
  }

  private async issuedWhere(
    condition: string,
    value: SqlValue,
  ): Promise<readonly KeptCertificate[]> {
    const rows = await selectRows<IssuedRow>(
      this.reader,
      `${ISSUED} and ${condition} order by d.issued_at desc, d.serial desc`,
      [value],
    )
    return rows.flatMap(keptCertificates)
  }
}

/** The same, with uses to record, in the transaction it is given. */
export class PensionCertificateBookRepository
  extends PensionCertificatesRepository
  implements PensionCertificateBook
{
  private readonly db: Writing

  constructor(reader: Reading, db: Writing) {
    super(reader)
    this.db = db
  }

  async recordUse(
    documentId: string,
    { letterNumber, letterOn }: CertificateUse,
    { at, clerkId, visitId }: Parameters<PensionCertificateBook['recordUse']>[2],
  ): Promise<void> {
    await this.db
      .insertInto('document_uses')
      .values({
        ...{ document_id: documentId, letter_number: letterNumber, letter_on: letterOn },
        ...{ recorded_at: at, recorded_by: clerkId, visit_id: visitId },
      })
      .execute()
  }
}
