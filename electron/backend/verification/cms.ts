import type { webcrypto } from 'node:crypto'
import { fromBER, Null, ObjectIdentifier, OctetString, Sequence } from 'asn1js'
import {
  AlgorithmIdentifier,
  Attribute,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs'
import { engine, ownBuffer, sha256 } from './pki.ts'

const DATA = '1.2.840.113549.1.7.1'
const SIGNED_DATA = '1.2.840.113549.1.7.2'
const CONTENT_TYPE = '1.2.840.113549.1.9.3'
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4'
const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47'
const SHA_256 = '2.16.840.1.101.3.4.2.1'
const ECDSA_WITH_SHA_256 = '1.2.840.10045.4.3.2'

const octets = (bytes: Uint8Array): OctetString => new OctetString({ valueHex: ownBuffer(bytes) })
const sequence = (...value: (Sequence | OctetString)[]): Sequence => new Sequence({ value })

/** The CMS of a PAdES B-B signature, but for the signature itself. */
function unsignedData(certificateDer: Uint8Array, digest: Uint8Array): SignedData {
  const certificate = Certificate.fromBER(ownBuffer(certificateDer))
  const { issuer, serialNumber } = certificate
  const attribute = (type: string, value: ObjectIdentifier | OctetString | Sequence): Attribute =>
    new Attribute({ type, values: [value] })
  // ESSCertIDv2 with its default hash, SHA-256, which is therefore not written.
  const certificateId = sequence(sequence(sequence(octets(sha256(certificateDer)))))
  const attributes = [
    attribute(CONTENT_TYPE, new ObjectIdentifier({ value: DATA })),
    attribute(MESSAGE_DIGEST, octets(digest)),
    attribute(SIGNING_CERTIFICATE_V2, certificateId),
  ]
  return new SignedData({
    version: 1,
    digestAlgorithms: [new AlgorithmIdentifier({ algorithmId: SHA_256 })],
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: DATA }),
    certificates: [certificate],
    signerInfos: [
      new SignerInfo({
        version: 1,
        sid: new IssuerAndSerialNumber({ issuer, serialNumber }),
        // With an empty parameter, as the library writes it when it signs.
        digestAlgorithm: new AlgorithmIdentifier({
          algorithmId: SHA_256,
          algorithmParams: new Null(),
        }),
        signatureAlgorithm: new AlgorithmIdentifier({ algorithmId: ECDSA_WITH_SHA_256 }),
        signedAttrs: new SignedAndUnsignedAttributes({ type: 0, attributes }),
      }),
    ],
  })
}

function bytesOf(signed: SignedData): Buffer {
  const content: unknown = signed.toSchema(true)
  const info = new ContentInfo({ contentType: SIGNED_DATA, content })
  return Buffer.from(info.toSchema().toBER(false))
}

/** Signs the bytes that a PDF's byte range covers: a detached CMS (PAdES B-B, ECDSA P-256 with SHA-256), DER. */
export async function signDetached(
  covered: Uint8Array,
  certificateDer: Uint8Array,
  key: webcrypto.CryptoKey,
): Promise<Buffer> {
  const signed = unsignedData(certificateDer, sha256(covered))
  await signed.sign(key, 0, 'SHA-256', ownBuffer(covered), engine)
  return bytesOf(signed)
}

/** Whose signature a CMS is, and whether it is one of the covered bytes. */
export interface CmsFinding {
  readonly holds: boolean
  /** DER of the signer's certificate; undefined when the CMS cannot be read. */
  readonly certificate: Uint8Array | undefined
}

/** Reads the CMS in a PDF and verifies it over the covered bytes. Never throws. */
export async function readCms(cms: Uint8Array, covered: Uint8Array): Promise<CmsFinding> {
  try {
    const info = ContentInfo.fromBER(ownBuffer(cms))
    const signed = new SignedData({ schema: info.content as unknown })
    const certificate = signed.certificates?.find((each) => each instanceof Certificate)
    if (!certificate) return { holds: false, certificate: undefined }
    const der = new Uint8Array(certificate.toSchema().toBER(false))
    return { holds: await isHeld(signed, covered), certificate: der }
  } catch {
    return { holds: false, certificate: undefined }
  }
}

async function isHeld(signed: SignedData, covered: Uint8Array): Promise<boolean> {
  try {
    return await signed.verify({ signer: 0, data: ownBuffer(covered), checkChain: false }, engine)
  } catch {
    return false
  }
}

/**
 * Whether a CMS is byte for byte what this program writes for these bytes and this certificate. CMS leaves parts of
 * itself unsigned; nothing but the signature's own value may differ.
 */
export function isOwnForm(
  cms: Uint8Array,
  covered: Uint8Array,
  certificateDer: Uint8Array,
): boolean {
  try {
    const info = ContentInfo.fromBER(ownBuffer(cms))
    const [theirs] = new SignedData({ schema: info.content as unknown }).signerInfos
    const signed = unsignedData(certificateDer, sha256(covered))
    const [own] = signed.signerInfos
    if (!theirs || !own) return false
    own.signature = theirs.signature
    return bytesOf(signed).equals(cms)
  } catch {
    return false
  }
}

/** Length in bytes of the DER value at the start of a padded container; undefined when there is none. */
export function lengthOfDer(bytes: Uint8Array): number | undefined {
  const { offset } = fromBER(ownBuffer(bytes))
  return offset > 0 ? offset : undefined
}
