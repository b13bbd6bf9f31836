import type { OfficeKind } from '#core/office/office.model.ts'
import { dayInTehran } from '#core/kernel/instant.ts'
import type { OfficeIdentity } from '#core/office/office.ports.ts'
import { PUBLISHED_FORMAT, type PublishedContent, type PublishedList } from './published.model.ts'
import type { Revocation } from './verification.model.ts'
import type { KnownKeys, PublicKey, Revoked } from './verification.ports.ts'
import type { Instant } from '#core/kernel/instant.ts'

/** JSON without blanks, keys sorted (RFC 8785; there are no fractions in a list), so that equal content is equal text. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([key, own]) => `${JSON.stringify(key)}:${canonical(own)}`).join()}}`
}

/** What the signature of a published list is a signature of. */
export function textToSign({
  signature: _,
  ...content
}: PublishedContent & { readonly signature?: unknown }): string {
  return canonical(content)
}

/** The content of a list of this office. */
export function publishedContent(
  office: OfficeIdentity,
  keys: readonly PublicKey[],
  revocations: readonly Revocation[],
  publishedAt: Instant,
): PublishedContent {
  const { kind, branchCode, branchName, province } = office
  return {
    format: PUBLISHED_FORMAT,
    publishedAt,
    office: { kind, branchCode, branchName, province },
    keys: keys.map((key) => ({
      keyId: key.keyId,
      publicKey: { kty: 'OKP', crv: 'Ed25519', x: key.publicKey },
      certificate: key.certificate,
      certificateSha256: key.certificateSha256,
      certificateUntil: key.certificateUntil,
      from: key.createdAt,
      until: key.retiredAt,
    })),
    revocations: revocations.map(({ documentId: _, ...revocation }) => revocation),
  }
}

/** The keys and revocations of published lists, as a verifier needs them. */
export function knownFrom(lists: readonly PublishedList[]): {
  readonly keys: KnownKeys
  readonly revoked: Revoked
  readonly officeKindOf: (keyId: string | null) => OfficeKind | null
} {
  const keys = lists.flatMap((list) =>
    list.keys.map(({ publicKey, from, until, ...key }) => ({
      ...key,
      publicKey: publicKey.x,
      createdAt: from,
      retiredAt: until,
    })),
  )
  const kinds = new Map(
    lists.flatMap(({ keys: own, office }) => own.map(({ keyId }) => [keyId, office.kind])),
  )
  const revoked = new Map(
    lists.flatMap((list) =>
      list.revocations.map(({ number, revokedAt, reason }) => [
        number,
        { on: dayInTehran(revokedAt), reason },
      ]),
    ),
  )
  return {
    keys: { listKeys: () => Promise.resolve(keys) },
    officeKindOf: (keyId) => (keyId === null ? null : (kinds.get(keyId) ?? null)),
    revoked: { findRevocation: (number) => Promise.resolve(revoked.get(number)) },
  }
}
