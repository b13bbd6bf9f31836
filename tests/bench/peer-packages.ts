import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

/** Programs that papers are compared with; none is a dependency, so they live in a folder apart. */
const FOLDER = path.resolve(import.meta.dirname, '../../node_modules/.cache/peers')
const PINNED = {
  '@myriaddreamin/typst-ts-node-compiler': '0.7.0',
  '@react-pdf/renderer': '4.9.0',
  react: '19.3.1',
} as const

export type PeerPackage = keyof typeof PINNED

/** The version that is compared, for the table. */
export const versionOf = (name: PeerPackage): string => PINNED[name]

/** Installs the peers that are missing, in their own folder; the project's own packages stay as they are. */
export function installPeers(): void {
  const isThere = (name: string): boolean => existsSync(path.join(FOLDER, 'node_modules', name))
  if (Object.keys(PINNED).every(isThere)) return
  mkdirSync(FOLDER, { recursive: true })
  writeFileSync(
    path.join(FOLDER, 'package.json'),
    JSON.stringify({ name: 'peers', private: true, dependencies: PINNED }),
  )
  execFileSync(
    'npm',
    ['install', '--prefix', FOLDER, '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: FOLDER,
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  )
}

/** A peer's module, as its package exports it to `require`. */
export function requirePeer(name: PeerPackage): unknown {
  return createRequire(path.join(FOLDER, 'package.json'))(name)
}

/** Where a peer that is an ES module only is imported from. */
export function resolvePeer(name: PeerPackage): string {
  return createRequire(path.join(FOLDER, 'package.json')).resolve(name)
}
