import { safeStorage } from 'electron'
import type { SealKind } from '#core/kernel/desk.ts'
import { Refusal } from '#core/kernel/refusal.ts'

/** The operating system's own keeper of secrets, as far as this machine has one. */
export interface KeyStore {
  kind(): Promise<SealKind>
  /** @refuses `unavailable` when the operating system keeps no secrets at all */
  seal(plain: Uint8Array): Promise<Uint8Array>
  /** @refuses `unavailable` when these bytes were not sealed by this user on this machine */
  unseal(sealed: Uint8Array): Promise<Uint8Array>
}

/**
 * The key store of this machine. Where Linux has no keyring its "encryption" is a fixed password:
 * bytes are still sealed there, but the kind says that nobody should trust it.
 */
export function createKeyStore(platform: NodeJS.Platform = process.platform): KeyStore {
  return {
    kind: () => sealKind(platform),
    seal: (plain) =>
      kept(platform, () => safeStorage.encryptStringAsync(Buffer.from(plain).toString('base64'))),
    unseal: (sealed) =>
      kept(platform, async () => {
        const { result } = await safeStorage.decryptStringAsync(Buffer.from(sealed))
        return Buffer.from(result, 'base64')
      }),
  }
}

async function sealKind(platform: NodeJS.Platform): Promise<SealKind> {
  const name = storeName(platform)
  const known = name !== 'basic_text' && name !== 'unknown'
  return { name, trusted: known && (await safeStorage.isAsyncEncryptionAvailable()) }
}

function storeName(platform: NodeJS.Platform): string {
  if (platform === 'linux') return safeStorage.getSelectedStorageBackend()
  if (platform === 'win32') return 'dpapi'
  return platform === 'darwin' ? 'keychain' : 'unknown'
}

async function kept(
  platform: NodeJS.Platform,
  work: () => Promise<Uint8Array>,
): Promise<Uint8Array> {
  try {
    if (platform === 'linux' && !(await safeStorage.isAsyncEncryptionAvailable())) {
      safeStorage.setUsePlainTextEncryption(true)
    }
    return await work()
  } catch {
    throw new Refusal('unavailable', { what: 'key-store' })
  }
}
