import { dayInTehran, type Instant } from '#core/kernel/instant.ts'
import type { Box, BoxedPaper, VaultScan } from '#core/vault/vault.model.ts'
import { t } from '../locales/texts.ts'

export type BoxFilter = 'ALL' | 'PAPERS' | 'SCANS'

interface AnyRow {
  readonly documentId: string
  readonly title: string
  readonly at: Instant
}

/** A line of the box: a paper of the office, or a scan. */
export type BoxRow =
  | (AnyRow & { readonly kind: 'paper'; readonly paper: BoxedPaper })
  | (AnyRow & { readonly kind: 'scan'; readonly scan: VaultScan })

/** Papers and scans together, newest first. */
export function boxRows({ papers, scans }: Box, filter: BoxFilter): readonly BoxRow[] {
  const all: readonly BoxRow[] = [
    ...papers.map((paper): BoxRow => ({
      kind: 'paper',
      documentId: paper.documentId,
      title: t(`enums.paperKind.${paper.kind}`),
      at: paper.issuedAt,
      paper,
    })),
    ...(scans ?? []).map((scan): BoxRow => ({
      kind: 'scan',
      documentId: scan.documentId,
      title: scan.title,
      at: scan.addedAt,
      scan,
    })),
  ]
  const wanted = { ALL: null, PAPERS: 'paper', SCANS: 'scan' }[filter]
  return all
    .filter(({ kind }) => wanted === null || kind === wanted)
    .toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
}

/** The day of a line, in Tehran. */
export function dayOf({ at }: BoxRow) {
  return dayInTehran(at)
}
