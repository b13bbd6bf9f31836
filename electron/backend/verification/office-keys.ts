import { createPrivateKey, generateKeyPairSync, type KeyObject, webcrypto } from 'node:crypto'
import { addJalaliYears } from '#core/kernel/day.ts'
import { dayInTehran, type Instant, instantAt } from '#core/kernel/instant.ts'
import { sealBody, sealText } from '#core/verification/seal-text.rules.ts'
import type { FreshKeys, KeptKey, OfficeKeys } from '#core/verification/verification.ports.ts'
import { signBytes } from './ed25519.ts'
import type { CertificateSubject } from './office-certificate.ts'
import type { SignatureWords } from './pdf-signature.ts'
import { derOf, pemOf } from './pem.ts'
import { openSecret, sealSecret } from './secret-box.ts'
import type { PdfSigning } from './signing.gateway.ts'

/** Papers stay in hand for years, and a certificate that has run out troubles readers of PDFs. */
const CERTIFICATE_YEARS = 20

export interface OfficeKeysParts {
  /** The office's data key; it is not kept, and wiped by who gave it. */
  readonly dataKey: () => Uint8Array
  readonly subject: CertificateSubject
  readonly words: SignatureWords
  readonly signing: Pick<PdfSigning, 'sign'>
  readonly now: () => Instant
}

/** The private keys in use, as handles into memory that nobody can print. */
interface Hand {
  readonly keyId: string
  readonly sealing: KeyObject
  readonly signing: KeyObject
  readonly certificate: Uint8Array
}

/** The keys of an open office. None are in use until `use` or `take`; private ones are opened when first needed. */
export interface UsableKeys extends OfficeKeys {
  /** Puts a kept key into use. Secrets that were tampered with show when it first signs. */
  use(kept: KeptKey): void
}

/** The keys of an office whose data key is in memory. */
export function officeKeys(parts: OfficeKeysParts): UsableKeys {
  let kept: KeptKey | undefined
  let hand: Hand | undefined

  const inUse = (): Hand => {
    if (!kept) throw new Error('the office has no keys in use')
    hand ??= handOf(kept)
    return hand
  }

  const opened = (keyId: string, sealed: string, purpose: 'sealing' | 'signing'): KeyObject => {
    const secret = openSecret(parts.dataKey(), sealed, { keyId, purpose })
    try {
      return createPrivateKey({ key: secret, format: 'der', type: 'pkcs8' })
    } finally {
      secret.fill(0)
    }
  }

  const handOf = ({ keyId, certificate, sealingSecret, signingSecret }: KeptKey): Hand => ({
    keyId,
    sealing: opened(keyId, sealingSecret, 'sealing'),
    signing: opened(keyId, signingSecret, 'signing'),
    certificate: derOf(certificate),
  })

  const use = (next: KeptKey): void => {
    kept = next
    hand = undefined
  }

  const sign = (text: Uint8Array): Uint8Array => signBytes(inUse().sealing, text)

  return {
    use,
    async make(): Promise<FreshKeys> {
      const made = await makeKeys(parts)
      return { kept: made, take: () => use(made) }
    },
    seal(facts) {
      const body = sealBody(facts, inUse().keyId)
      return Promise.resolve(sealText(body, sign(body)))
    },
    sign(pdf, at) {
      const { certificate, signing: key } = inUse()
      return parts.signing.sign({ pdf, certificate, key, words: parts.words, at })
    },
    signText(text) {
      const signature = Buffer.from(sign(Buffer.from(text))).toString('base64url')
      return Promise.resolve({ keyId: inUse().keyId, signature })
    },
    close() {
      kept = undefined
      hand = undefined // the handles' memory is wiped by OpenSSL when they are collected
      return Promise.resolve()
    },
  }
}

async function makeKeys({ dataKey, subject, now }: OfficeKeysParts): Promise<KeptKey> {
  // Loaded when keys are made: a desk that opens does not wait for it.
  const [{ selfSignedCertificate }, { sha256, SIGNING_ALGORITHM }] = await Promise.all([
    import('./office-certificate.ts'),
    import('./pki.ts'),
  ])
  const sealing = generateKeyPairSync('ed25519')
  const publicKey = sealing.publicKey.export({ format: 'jwk' }).x ?? ''
  const keyId = sha256(Buffer.from(publicKey, 'base64url')).toString('hex').slice(0, 8)
  const signing = await webcrypto.subtle.generateKey(SIGNING_ALGORITHM, true, ['sign', 'verify'])
  const createdAt = now()
  const certificateUntil = addJalaliYears(dayInTehran(createdAt), CERTIFICATE_YEARS)
  const until = instantAt(Date.parse(`${certificateUntil}T00:00:00.000Z`))
  const certificate = await selfSignedCertificate(signing, subject, createdAt, until)
  const sealed = (secret: Buffer, purpose: 'sealing' | 'signing'): string => {
    const text = sealSecret(dataKey(), secret, { keyId, purpose })
    secret.fill(0)
    return text
  }
  const signingSecret = await webcrypto.subtle.exportKey('pkcs8', signing.privateKey)
  return {
    keyId,
    createdAt,
    retiredAt: null,
    publicKey,
    certificate: pemOf(certificate),
    certificateSha256: sha256(certificate).toString('hex'),
    certificateUntil,
    sealingSecret: sealed(sealing.privateKey.export({ format: 'der', type: 'pkcs8' }), 'sealing'),
    signingSecret: sealed(Buffer.from(signingSecret), 'signing'),
  }
}
