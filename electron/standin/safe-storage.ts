import type { SafeStorage } from 'electron'
import { createCipheriv, createDecipheriv, pbkdf2Sync } from 'node:crypto'
import { host } from './host.ts'
import { strict } from './strict.ts'

/**
 * As on a Linux desktop without a keyring: no protection at all, hence `basic_text`, and refused
 * until the application says that it accepts plain text.
 */
const key = pbkdf2Sync('peanuts', 'saltysalt', 1, 16, 'sha1')
const prefix = Buffer.from('v10')
const vector = Buffer.alloc(16, ' ')

let isAccepted = false

const isAvailable = (): boolean => host.isReady && isAccepted

function seal(text: string): Buffer {
  if (!isAvailable()) {
    throw new Error(
      'Error while encrypting the text provided to safeStorage.encryptString. Encryption is not available.',
    )
  }
  const cipher = createCipheriv('aes-128-cbc', key, vector)
  return Buffer.concat([prefix, cipher.update(text, 'utf8'), cipher.final()])
}

function open(sealed: Buffer): string {
  const failure = 'Error while decrypting the ciphertext provided to safeStorage.decryptString.'
  if (!isAvailable()) throw new Error(`${failure} Decryption is not available.`)
  if (!sealed.subarray(0, prefix.length).equals(prefix)) {
    throw new Error(`${failure} Ciphertext does not appear to be encrypted.`)
  }
  try {
    const decipher = createDecipheriv('aes-128-cbc', key, vector)
    const body = sealed.subarray(prefix.length)
    return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8')
  } catch {
    throw new Error(failure)
  }
}

const current = {
  isAsyncEncryptionAvailable: async () => {
    await host.ready.promise
    return isAvailable()
  },
  getSelectedStorageBackend: () => (host.isReady ? 'basic_text' : 'unknown'),
  setUsePlainTextEncryption: (use: boolean) => (isAccepted = use),
  encryptStringAsync: (text: string) => Promise.resolve(text).then(seal),
  decryptStringAsync: async (sealed: Buffer) => {
    const result = await Promise.resolve(sealed).then(open)
    return { result, shouldReEncrypt: false }
  },
} satisfies Partial<SafeStorage>

/** Electron calls these deprecated. */
const former = { isEncryptionAvailable: isAvailable, encryptString: seal, decryptString: open }

export const safeStorage = strict('safeStorage', { ...former, ...current })
