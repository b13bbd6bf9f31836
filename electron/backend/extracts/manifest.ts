import { createHash } from 'node:crypto'
import { z } from 'zod'
import { checkBranchCode } from '#core/kernel/identifiers.ts'
import { type Day, parseJalali } from '#core/kernel/day.ts'
import { extractLayout } from '#core/extracts/extract-layout.model.ts'
import { type ExtractSource, readManifestBytes } from './extract-source.ts'
import { ImportStop } from './import-stop.ts'

const FORMAT = 'bajeh-extract/1'

const Manifest = z.object({
  format: z.string(),
  asOf: z.string(),
  organisation: z.string(),
  branchCodes: z.array(z.string()).min(1),
  files: z.array(z.object({ name: z.string(), rows: z.number().int().min(0), sha256: z.string() })),
})

export interface ManifestFile {
  readonly name: string
  readonly rows: number
  readonly sha256: string
}

/** What the manifest promises. `sha256` is of its own bytes and names the extract as a whole. */
export interface ExtractManifest {
  readonly sha256: string
  readonly asOf: Day
  readonly branchCodes: readonly string[]
  readonly files: ReadonlyMap<string, ManifestFile>
  /** Files that are listed, or lie there, and mean nothing to this importer. */
  readonly unknownFiles: readonly string[]
}

/** Reads manifest.json; throws ImportStop F_MANIFEST or F_FORMAT. Whether files are there is not looked at. */
export async function readManifest(source: ExtractSource): Promise<ExtractManifest> {
  const bytes = await readManifestBytes(source)
  const json = bytes && parsed(bytes)
  if (!bytes || typeof json !== 'object' || json === null) throw unreadable()
  if ('format' in json && typeof json.format === 'string' && json.format !== FORMAT)
    throw new ImportStop({ code: 'F_FORMAT', place: {} })
  const manifest = Manifest.safeParse(json)
  if (!manifest.success) throw unreadable(manifest.error)
  const { data } = manifest
  const asOf = parseJalali(data.asOf)
  const files = new Map(data.files.map((file) => [file.name, file]))
  const branchCodes = data.branchCodes.map((code) => checkBranchCode(code))
  if (asOf === undefined || files.size !== data.files.length) throw unreadable()
  if (!branchCodes.every((code) => code.ok)) throw unreadable()
  const known = new Set([...extractLayout.map(({ name }) => name), 'manifest.json'])
  return {
    sha256: createHash('sha256').update(bytes).digest('hex'),
    asOf,
    branchCodes: [...new Set(branchCodes.map((code) => code.value))],
    files,
    unknownFiles: [...new Set([...files.keys(), ...source.names])].filter((n) => !known.has(n)),
  }
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}

function unreadable(cause?: unknown): ImportStop {
  return new ImportStop({ code: 'F_MANIFEST', place: {} }, [], cause)
}
