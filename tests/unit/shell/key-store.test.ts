import { beforeEach, describe, expect, it, vi } from 'vitest'
import { Refusal } from '#core/kernel/refusal.ts'
import { createKeyStore } from '../../../electron/shell/key-store.ts'

const safeStorage = vi.hoisted(() => ({
  available: true,
  backend: 'gnome_libsecret',
  plainText: false,
}))
vi.mock('electron', () => {
  const usable = (): boolean => safeStorage.available || safeStorage.plainText
  const flip = (bytes: Buffer): Buffer => Buffer.from(bytes.map((byte) => byte ^ 0x55))
  return {
    safeStorage: {
      getSelectedStorageBackend: () => safeStorage.backend,
      isAsyncEncryptionAvailable: () => Promise.resolve(usable()),
      setUsePlainTextEncryption: (use: boolean) => (safeStorage.plainText = use),
      encryptStringAsync: (text: string) =>
        usable()
          ? Promise.resolve(flip(Buffer.from(text)))
          : Promise.reject(new Error('no keyring')),
      decryptStringAsync: (sealed: Buffer) =>
        sealed.length > 0
          ? Promise.resolve({ result: flip(sealed).toString(), shouldReEncrypt: false })
          : Promise.reject(new Error('not ours')),
    },
  }
})

beforeEach(() => {
  Object.assign(safeStorage, { available: true, backend: 'gnome_libsecret', plainText: false })
})

describe('the key store', () => {
  it.each([
    ['win32', '', true, 'dpapi', true],
    ['win32', '', false, 'dpapi', false],
    ['darwin', '', true, 'keychain', true],
    ['darwin', '', false, 'keychain', false],
    ['linux', 'gnome_libsecret', true, 'gnome_libsecret', true],
    ['linux', 'gnome_libsecret', false, 'gnome_libsecret', false],
    ['linux', 'kwallet6', true, 'kwallet6', true],
    ['linux', 'basic_text', true, 'basic_text', false],
    ['linux', 'basic_text', false, 'basic_text', false],
    ['linux', 'unknown', true, 'unknown', false],
    ['freebsd', '', true, 'unknown', false],
  ] as const)(
    'on %s with "%s", encryption available: %s, is %s and trusted: %s',
    async (platform, backend, available, name, trusted) => {
      Object.assign(safeStorage, { available, backend })
      expect(await createKeyStore(platform).kind()).toEqual({ name, trusted })
    },
  )

  it('gives back the bytes that it sealed', async () => {
    const store = createKeyStore('linux')
    const plain = Uint8Array.from({ length: 256 }, (_, at) => at)
    const sealed = await store.seal(plain)
    expect(Buffer.from(sealed).includes(Buffer.from(plain))).toBe(false)
    expect(new Uint8Array(await store.unseal(sealed))).toEqual(plain)
  })

  it('seals without a keyring on Linux, and still says that nobody should trust it', async () => {
    Object.assign(safeStorage, { available: false, backend: 'basic_text' })
    const store = createKeyStore('linux')
    const sealed = await store.seal(new Uint8Array([1]))
    expect(new Uint8Array(await store.unseal(sealed))).toEqual(new Uint8Array([1]))
    expect((await store.kind()).trusted).toBe(false)
  })

  it('refuses by name where nothing can be sealed or these bytes are foreign', async () => {
    Object.assign(safeStorage, { available: false })
    const store = createKeyStore('win32')
    await expect(store.seal(new Uint8Array([1]))).rejects.toThrow(Refusal)
    await expect(store.unseal(new Uint8Array())).rejects.toMatchObject({
      data: { code: 'unavailable', what: 'key-store' },
    })
  })
})
