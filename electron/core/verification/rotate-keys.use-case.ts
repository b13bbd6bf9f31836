import type { SigningKey } from './verification.model.ts'
import type { KeyBook, OfficeKeys } from './verification.ports.ts'

interface Writing {
  readonly book: KeyBook
  readonly note: (about: { readonly object: string }) => void
}

interface Needs {
  readonly keys: OfficeKeys
  /** Writes in one transaction with its audit entry. */
  readonly writing: <T>(work: (needs: Writing) => Promise<T>) => Promise<T>
}

/** Makes keys and puts them into use; those before stay known, so that what they signed stays genuine. */
export async function rotateKeys({ keys, writing }: Needs): Promise<SigningKey> {
  const fresh = await keys.make()
  const { keyId, createdAt, retiredAt, certificateSha256, certificateUntil } = fresh.kept
  await writing(async ({ book, note }) => {
    note({ object: `key ${keyId}` })
    await book.add(fresh.kept)
  })
  fresh.take()
  return { keyId, createdAt, retiredAt, certificateSha256, certificateUntil }
}
