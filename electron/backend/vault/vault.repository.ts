import { dayInTehran } from '#core/kernel/instant.ts'
import { RequestPaper } from '#core/requests/request-paper.model.ts'
import { isSamePicture } from '#core/vault/same-picture.rules.ts'
import {
  BroughtFile,
  type RemovalReason,
  type ScanLabel,
  type VaultProof,
  type VaultScan,
} from '#core/vault/vault.model.ts'
import type {
  KeptScan,
  NewScan,
  ScanDeed,
  ScanFile,
  Vault,
  VaultBook,
} from '#core/vault/vault.ports.ts'
import { z } from 'zod'
import { selectRow, selectRows, type SqlValue } from '../database/rows.ts'
import type { Reading, Writing } from '../database/schema.ts'

const SCAN = `select s.document_id as documentId, s.citizen_id as citizenId, s.format, s.size,
  s.added_at as addedAt, s.pages, s.width, s.height, s.brought,
  coalesce(l.title, s.title) as title, coalesce(l.papers, json_array(s.paper)) as papers,
  (select json_group_array(r.tracking_code) from request_enclosures e
    join requests r using (request_id) where e.document_id = s.document_id) as requests,
  (select p.number from power_scans x join powers p using (power_id)
    where x.document_id = s.document_id order by x.attached_at limit 1) as powerNumber
  from vault_scans s left join vault_scan_labels l on l.seq =
    (select max(seq) from vault_scan_labels where document_id = s.document_id)`

type Plain = 'documentId' | 'citizenId' | 'title' | 'format' | 'size' | 'addedAt' | 'powerNumber'

interface ScanRow extends Pick<KeptScan, Plain> {
  readonly pages: number | null
  readonly width: number | null
  readonly height: number | null
  readonly brought: string | null
  readonly papers: string
  readonly requests: string
}

const Papers = z.array(RequestPaper)
const Codes = z.array(z.string())

function keptScan({ pages, width, height, brought, papers, requests, ...row }: ScanRow): KeptScan {
  return {
    ...row,
    papers: Papers.parse(JSON.parse(papers)),
    requests: Codes.parse(JSON.parse(requests)),
    measure: pages === null ? null : { size: row.size, pages, width, height },
    brought: brought === null ? null : BroughtFile.parse(JSON.parse(brought)),
    addedOn: dayInTehran(row.addedAt),
  }
}

/** Scans of the citizens' boxes, as bytes in the office's encrypted database. */
export class VaultRepository implements Vault {
  private readonly reader: Reading

  constructor(reader: Reading) {
    this.reader = reader
  }

  async listProofs(citizenId: number): Promise<readonly VaultProof[]> {
    const scans = await this.listScans(citizenId)
    return scans.flatMap(({ documentId, papers, title, addedOn }) =>
      papers.map((paper) => ({ documentId, paper, title, addedOn })),
    )
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

  findSameBytes(citizenId: number, sha256: string): Promise<KeptScan | undefined> {
    return this.findWhere('s.citizen_id = ? and (s.sha256 = ? or s.brought_sha256 = ?)', [
      citizenId,
      sha256,
      sha256,
    ])
  }

  async findSamePicture(citizenId: number, picture: Uint8Array): Promise<KeptScan | undefined> {
    const others = await selectRows<{ readonly documentId: string; readonly picture: Uint8Array }>(
      this.reader,
      `select document_id as documentId, picture from vault_scans
      where citizen_id = ? and length(picture) = ?`,
      [citizenId, picture.length],
    )
    const same = others.find((other) => isSamePicture(other.picture, picture))
    return same && (await this.findScan(same.documentId))
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

  async addScan({ scan, ...kept }: NewScan): Promise<void> {
    const { format, bytes, measure, brought, picture } = scan
    const { pages, width, height } = measure
    await this.db
      .insertInto('vault_scans')
      .values({
        document_id: kept.documentId,
        citizen_id: kept.citizenId,
        paper: kept.paper,
        title: kept.title,
        ...{ format, bytes, pages, width, height, picture, size: bytes.byteLength },
        sha256: kept.sha256,
        brought: brought && JSON.stringify(brought),
        brought_sha256: kept.broughtSha256,
        visit_id: kept.visitId,
        clerk_id: kept.clerkId,
        added_at: kept.addedAt,
      })
      .execute()
  }

  async labelScan({ title, papers }: ScanLabel, deed: ScanDeed): Promise<void> {
    await this.db
      .insertInto('vault_scan_labels')
      .values({
        ...{ title, papers: JSON.stringify(papers) },
        ...{ document_id: deed.documentId, visit_id: deed.visitId, clerk_id: deed.clerkId },
        labelled_at: deed.at,
      })
      .execute()
  }

  async removeScan(reason: RemovalReason, deed: ScanDeed): Promise<void> {
    const { documentId } = deed
    const scan = await this.findScan(documentId)
    if (!scan) return
    await this.db
      .insertInto('vault_removals')
      .values({
        ...{ document_id: documentId, citizen_id: scan.citizenId, reason },
        ...{ papers: JSON.stringify(scan.papers), removed_at: deed.at },
        ...{ visit_id: deed.visitId, clerk_id: deed.clerkId },
      })
      .execute()
    await this.db.deleteFrom('vault_scans').where('document_id', '=', documentId).execute()
  }

  async encloseIn(
    requestId: string,
    citizenId: number,
    papers: readonly RequestPaper[],
  ): Promise<void> {
    const proofs = await this.listProofs(citizenId)
    const held = proofs.filter(({ paper }) => papers.includes(paper))
    await this.encloseScans(requestId, [...new Set(held.map(({ documentId }) => documentId))])
  }

  async encloseScans(requestId: string, documentIds: readonly string[]): Promise<void> {
    if (documentIds.length === 0) return
    await this.db
      .insertInto('request_enclosures')
      .values(documentIds.map((id) => ({ request_id: requestId, document_id: id })))
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}
