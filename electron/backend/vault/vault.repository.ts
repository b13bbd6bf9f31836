import { dayInTehran } from '#core/kernel/instant.ts'
import type { RequestPaper } from '#core/requests/request-paper.model.ts'
import type { VaultProof, VaultScan } from '#core/vault/vault.model.ts'
import type { KeptScan, NewScan, ScanFile, Vault, VaultBook } from '#core/vault/vault.ports.ts'
import type { Bit } from '../database/office-tables.ts'
import { selectRow, selectRows, type SqlValue } from '../database/rows.ts'
import type { Reading, Writing } from '../database/schema.ts'

const SCAN = `select s.document_id as documentId, s.citizen_id as citizenId, s.paper, s.title,
  s.format, s.size, s.added_at as addedAt,
  (exists (select 1 from request_enclosures e where e.document_id = s.document_id)
    or exists (select 1 from power_scans p where p.document_id = s.document_id)) as enclosed
  from vault_scans s`

interface ScanRow extends Omit<KeptScan, 'enclosed' | 'addedOn'> {
  readonly enclosed: Bit
}

function keptScan({ enclosed, ...row }: ScanRow): KeptScan {
  return { ...row, enclosed: enclosed === 1, addedOn: dayInTehran(row.addedAt) }
}

/** Scans of the citizens' boxes, as bytes in the office's encrypted database. */
export class VaultRepository implements Vault {
  private readonly reader: Reading

  constructor(reader: Reading) {
    this.reader = reader
  }

  async listProofs(citizenId: number): Promise<readonly VaultProof[]> {
    const scans = await this.listScans(citizenId)
    return scans.map(({ documentId, paper, title, addedOn }) => ({
      ...{ documentId, paper, title, addedOn },
    }))
  }

  async listScans(citizenId: number): Promise<readonly VaultScan[]> {
    const rows = await selectRows<ScanRow>(
      this.reader,
      `${SCAN} where s.citizen_id = ? order by s.added_at desc, s.document_id`,
      [citizenId],
    )
    return rows.map(keptScan)
  }

  findScan(documentId: string): Promise<KeptScan | undefined> {
    return this.findWhere('s.document_id = ?', [documentId])
  }

  findSamePicture(citizenId: number, sha256: string): Promise<KeptScan | undefined> {
    return this.findWhere('s.citizen_id = ? and s.sha256 = ?', [citizenId, sha256])
  }

  private async findWhere(
    condition: string,
    values: readonly SqlValue[],
  ): Promise<KeptScan | undefined> {
    const row = await selectRow<ScanRow>(this.reader, `${SCAN} where ${condition}`, values)
    return row && keptScan(row)
  }

  findScanFile(documentId: string): Promise<ScanFile | undefined> {
    return selectRow<ScanFile>(
      this.reader,
      'select format, bytes, sha256 from vault_scans where document_id = ?',
      [documentId],
    )
  }

  async usedBytes(citizenId: number): Promise<number> {
    const row = await selectRow<{ readonly used: number }>(
      this.reader,
      'select coalesce(sum(size), 0) as used from vault_scans where citizen_id = ?',
      [citizenId],
    )
    return row?.used ?? 0
  }
}

/** The same, with scans to put in, to take out and to hold for requests, in the transaction it is given. */
export class VaultBookRepository extends VaultRepository implements VaultBook {
  private readonly db: Writing

  constructor(reader: Reading, db: Writing) {
    super(reader)
    this.db = db
  }

  async addScan(scan: NewScan): Promise<void> {
    const { format, bytes, sha256 } = scan.file
    await this.db
      .insertInto('vault_scans')
      .values({
        document_id: scan.documentId,
        citizen_id: scan.citizenId,
        paper: scan.paper,
        title: scan.title,
        ...{ format, bytes, sha256, size: bytes.byteLength },
        visit_id: scan.visitId,
        clerk_id: scan.clerkId,
        added_at: scan.addedAt,
      })
      .execute()
  }

  async removeScan(documentId: string): Promise<void> {
    await this.db.deleteFrom('vault_scans').where('document_id', '=', documentId).execute()
  }

  async encloseIn(
    requestId: string,
    citizenId: number,
    papers: readonly RequestPaper[],
  ): Promise<void> {
    const proofs = await this.listProofs(citizenId)
    const held = proofs.filter(({ paper }) => papers.includes(paper))
    if (held.length === 0) return
    await this.db
      .insertInto('request_enclosures')
      .values(held.map(({ documentId }) => ({ request_id: requestId, document_id: documentId })))
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}
