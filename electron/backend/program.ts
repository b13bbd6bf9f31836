import { readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'
import { parseJalali } from '#core/kernel/day.ts'
import type { BackendOptions } from './compose.ts'

/** Where the program lies and which office it serves, as its environment says. */
export type Program = Pick<
  BackendOptions,
  | 'folder'
  | 'resources'
  | 'version'
  | 'paperWorker'
  | 'importWorker'
  | 'signingWorker'
  | 'checkWorker'
  | 'scanWorker'
  | 'today'
  | 'workstation'
>

/**
 * Reads the environment that the shell gives its backend, or a developer his terminal.
 * `here` is the folder of the backend's sources, or of the built program; `folder` is empty when no
 * office was named.
 */
export function readProgram(here: string, environment: NodeJS.ProcessEnv): Program {
  const isSource = path.basename(here) === 'backend'
  const today = parseJalali(environment['BAJEH_TODAY'] ?? '')
  const folder = environment['BAJEH_OFFICE'] ?? environment['BAJEH_OFFICE_DIR'] ?? ''
  const workstation = environment['BAJEH_WORKSTATION'] ?? ''
  return {
    folder: folder === '' ? '' : path.resolve(folder),
    resources: environment['BAJEH_RESOURCES'] ?? path.join(here, '../..', 'resources'),
    version: environment['BAJEH_VERSION'] ?? versionIn(path.join(here, '../..')),
    paperWorker: moduleAt(here, isSource ? 'papers/paper-worker.ts' : 'paper-worker.js'),
    importWorker: moduleAt(here, isSource ? 'extracts/import-worker.ts' : 'import-worker.js'),
    signingWorker: moduleAt(
      here,
      isSource ? 'verification/signing-worker.ts' : 'signing-worker.js',
    ),
    checkWorker: moduleAt(here, isSource ? 'verification/check-worker.ts' : 'check-worker.js'),
    scanWorker: moduleAt(here, isSource ? 'vault/scan-worker.ts' : 'scan-worker.js'),
    ...(today === undefined ? {} : { today }),
    ...(workstation === '' ? {} : { workstation }),
  }
}

function moduleAt(folder: string, file: string): URL {
  return pathToFileURL(path.join(folder, file))
}

function versionIn(folder: string): string {
  const text = readFileSync(path.join(folder, 'package.json'), 'utf8')
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version
}
