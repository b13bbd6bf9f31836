import { createHash } from 'node:crypto'
import { PublishedList } from '#core/verification/published.model.ts'
import { textToSign } from '#core/verification/published.rules.ts'
import { isSignedBy } from './ed25519.ts'
import { derOf } from './pem.ts'

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/**
 * A published list as it lies in a file. Undefined when it is none or was changed after it was signed. Its signature
 * is by a key of its own, so it shows changes; that the list comes from the office must be known otherwise.
 */
export function readPublishedList(text: string): PublishedList | undefined {
  const list = parse(text)
  if (!list) return undefined
  const { keys, signature } = list
  const areSound = keys.every(
    ({ keyId, publicKey, certificate, certificateSha256 }) =>
      sha256(Buffer.from(publicKey.x, 'base64url')).startsWith(keyId) &&
      sha256(derOf(certificate)) === certificateSha256,
  )
  const signer = keys.find(({ keyId }) => keyId === signature.keyId)
  if (!areSound || !signer) return undefined
  const value = Buffer.from(signature.value, 'base64url')
  return isSignedBy(signer.publicKey.x, Buffer.from(textToSign(list)), value) ? list : undefined
}

function parse(text: string): PublishedList | undefined {
  try {
    const parsed = PublishedList.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : undefined
  } catch {
    return undefined
  }
}
