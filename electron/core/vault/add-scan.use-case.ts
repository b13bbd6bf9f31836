import type { Instant } from '#core/kernel/instant.ts'
import { Refusal } from '#core/kernel/refusal.ts'
import type { Parameters } from '#core/parameters/parameters.ports.ts'
import { openVisit, type VisitNeeds } from '#core/visits/open-visit.rules.ts'
import { boxLimits } from './box-limits.rules.ts'
import { checkScan, type ScanFault } from './scan-file.rules.ts'
import type { BoxLimits, ScanToAdd, VaultScan } from './vault.model.ts'
import type {
  KeptScan,
  NewScan,
  ReducedScan,
  ScanReducer,
  Vault,
  VaultBook,
} from './vault.ports.ts'

interface Reading extends VisitNeeds {
  readonly parameters: Parameters
  readonly vault: Vault
}

interface Writing extends Reading {
  readonly vault: VaultBook
  readonly note: (about: {
    readonly citizenId: number
    readonly visitId: string
    readonly object: string
  }) => void
}

interface Needs {
  readonly reducer: ScanReducer
  readonly now: () => Instant
  readonly newId: () => string
  /** SHA-256 of bytes in lower-case hex. */
  readonly sha256: (bytes: Uint8Array) => string
  /** Reads one state of the data. */
  readonly reading: <T>(work: (needs: Reading) => Promise<T>) => Promise<T>
  /** Writes in one transaction with its audit entry. */
  readonly writing: <T>(work: (needs: Writing) => Promise<T>) => Promise<T>
}

type ScanBytes = Omit<ScanToAdd, 'bytes'> & { readonly bytes: Uint8Array }

/**
 * Puts a file into the box of the open citizen as the scan of a paper: upright, without what does not show, and no
 * larger than it need be. The same picture for the same paper again answers with the one that is there. Nothing is
 * held while the file is looked into; what stood against it is asked again when it is kept.
 *
 * @refuses `forbidden` where the visit does not cover requests; `rule` for what is no whole PDF, JPEG, PNG or TIFF,
 * has too many pages or pixels, or stays too large; for a picture that proves another paper already; and when the
 * box is full
 */
export async function addScan(order: ScanBytes, needs: Needs): Promise<VaultScan> {
  const { bytes } = order
  const broughtSha256 = needs.sha256(bytes)
  const known = await needs.reading(async (reading) => {
    const { citizenId, limits } = await boxOf(order.visitId, reading)
    const checked = checkScan(bytes, limits.fileBytes)
    if (!checked.ok) throw scanRefusal(checked.fault, limits)
    return { limits, same: await reading.vault.findSameBytes(citizenId, broughtSha256) }
  })
  if (known.same) return sameScan(known.same, order)
  const reduction = await needs.reducer.reduce(bytes, known.limits)
  if (!reduction.ok) throw scanRefusal(reduction.fault, known.limits, reduction.values)
  const { scan } = reduction
  return await needs.writing((writing) =>
    keep(
      order,
      { scan, broughtSha256, sha256: needs.sha256(scan.bytes) },
      { ...needs, ...writing },
    ),
  )
}

async function boxOf(visitId: string, needs: Reading) {
  const { citizenId } = await openVisit(needs, visitId, 'BENEFITS')
  return { citizenId, limits: boxLimits(await needs.parameters.list(), needs.today()) }
}

function scanRefusal(
  fault: ScanFault,
  { fileBytes, scanBytes, pages }: BoxLimits,
  values: Readonly<Record<string, number>> = {},
): Refusal {
  const megabytes = (bytes: number): number => Math.floor(bytes / MEGABYTE)
  if (fault === 'scan-too-big') {
    const most = { megabytes: megabytes(fileBytes) }
    return new Refusal('rule', { what: 'box-file-too-big', field: 'bytes', values: most })
  }
  return new Refusal('rule', {
    ...{ what: fault, field: 'bytes' },
    values: { megabytes: megabytes(scanBytes), most: pages, ...values },
  })
}

const MEGABYTE = 1024 * 1024

type Ready = Pick<NewScan, 'scan' | 'sha256' | 'broughtSha256'>

async function keep(
  { visitId, paper, title }: ScanBytes,
  ready: Ready,
  needs: Writing & Pick<Needs, 'now' | 'newId'>,
): Promise<VaultScan> {
  const { vault, actor } = needs
  const { citizenId, limits } = await boxOf(visitId, needs)
  const before = await findSame(citizenId, ready, vault)
  if (before) return sameScan(before, { paper })
  await requireRoom(citizenId, ready.scan, limits, vault)
  const documentId = needs.newId()
  await vault.addScan({
    ...{ ...ready, documentId, citizenId, paper, title, visitId },
    ...{ clerkId: actor.clerkId, addedAt: needs.now() },
  })
  needs.note({ citizenId, visitId, object: `scan ${documentId}` })
  const added = await vault.findScan(documentId)
  if (!added) throw new Error('the scan that was just added is not there')
  return shownScan(added)
}

async function findSame(
  citizenId: number,
  { scan: { picture }, sha256, broughtSha256 }: Ready,
  vault: Vault,
): Promise<KeptScan | undefined> {
  return (
    (await vault.findSameBytes(citizenId, broughtSha256)) ??
    (await vault.findSameBytes(citizenId, sha256)) ??
    (picture ? await vault.findSamePicture(citizenId, picture) : undefined)
  )
}

/** @law domain brief §3.1: the same image may not be used for two documents */
function sameScan(before: KeptScan, { paper }: Pick<ScanToAdd, 'paper'>): VaultScan {
  if (before.papers.includes(paper)) return shownScan(before)
  const [other = paper] = before.papers
  throw new Refusal('rule', {
    ...{ what: 'scan-same-picture', field: 'bytes' },
    values: { paper: other },
  })
}

async function requireRoom(
  citizenId: number,
  { bytes }: ReducedScan,
  { quotaBytes }: BoxLimits,
  vault: Vault,
): Promise<void> {
  const free = Math.max(0, quotaBytes - (await vault.usedBytes(citizenId)))
  if (bytes.length <= free) return
  const kilobytes = (size: number): number => Math.ceil(size / 1024)
  throw new Refusal('rule', {
    ...{ what: 'box-full', field: 'bytes' },
    values: { free: Math.floor(free / 1024), size: kilobytes(bytes.length) },
  })
}

/** Only what the screen may know. */
export function shownScan({ citizenId: _, ...scan }: KeptScan): VaultScan {
  return scan
}
