import { z } from 'zod'
import { Day } from '#core/kernel/day.ts'
import { Instant } from '#core/kernel/instant.ts'
import { KeyId } from './seal.model.ts'

export const PUBLISHED_FORMAT = 'bajeh-published-keys/1'

/** A public key in the form of RFC 8037. */
const PublicJwk = z.strictObject({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string().regex(/^[\w-]{43}$/),
})

/** What an office gives to those who verify its papers without a network. */
export const PublishedContent = z.strictObject({
  format: z.literal(PUBLISHED_FORMAT),
  publishedAt: Instant,
  office: z.strictObject({
    kind: z.enum(['real', 'demonstration', 'test']),
    branchCode: z.string(),
    branchName: z.string(),
    province: z.string(),
  }),
  /** Newest first. `until` null: still in use. */
  keys: z
    .array(
      z.strictObject({
        keyId: KeyId,
        publicKey: PublicJwk,
        certificate: z.string().min(1).max(10_000),
        certificateSha256: z.string().regex(/^[\da-f]{64}$/),
        certificateUntil: Day,
        from: Instant,
        until: Instant.nullable(),
      }),
    )
    .min(1)
    .max(1000),
  revocations: z
    .array(
      z.strictObject({
        number: z.string(),
        kind: z.string(),
        issuedOn: Day,
        revokedAt: Instant,
        reason: z.string(),
      }),
    )
    .max(1_000_000),
})
export type PublishedContent = z.infer<typeof PublishedContent>

/** The same with a signature over its canonical text (RFC 8785) by the sealing key in use. */
export const PublishedList = PublishedContent.extend({
  signature: z.strictObject({ keyId: KeyId, value: z.string().regex(/^[\w-]{86}$/) }),
})
export type PublishedList = z.infer<typeof PublishedList>
