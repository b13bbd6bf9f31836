import { randomBytes, type webcrypto } from 'node:crypto'
import { BitString, Integer, PrintableString, Utf8String } from 'asn1js'
import {
  AttributeTypeAndValue,
  BasicConstraints,
  Certificate,
  Extension,
  type RelativeDistinguishedNames,
} from 'pkijs'
import type { Instant } from '#core/kernel/instant.ts'
import { engine, ownBuffer } from './pki.ts'

/** Whose certificate it is, in the words that readers of PDFs show. */
export interface CertificateSubject {
  readonly organisation: string
  readonly branchCode: string
  /** Branch and code, at most 64 characters. */
  readonly name: string
}

const COUNTRY = '2.5.4.6'
const ORGANISATION = '2.5.4.10'
const UNIT = '2.5.4.11'
const COMMON_NAME = '2.5.4.3'
const KEY_USAGE = '2.5.29.15'
const BASIC_CONSTRAINTS = '2.5.29.19'
/** digitalSignature and contentCommitment. */
const SIGNS_DOCUMENTS = Uint8Array.of(0b1100_0000)

function fill(name: RelativeDistinguishedNames, subject: CertificateSubject): void {
  const { organisation, branchCode, name: commonName } = subject
  const put = (type: string, value: Utf8String | PrintableString): void =>
    void name.typesAndValues.push(new AttributeTypeAndValue({ type, value }))
  put(COUNTRY, new PrintableString({ value: 'IR' }))
  put(ORGANISATION, new Utf8String({ value: organisation }))
  put(UNIT, new Utf8String({ value: branchCode }))
  put(COMMON_NAME, new Utf8String({ value: commonName }))
}

/** A certificate that vouches for itself, valid from one instant to another; DER. */
export async function selfSignedCertificate(
  keys: webcrypto.CryptoKeyPair,
  subject: CertificateSubject,
  from: Instant,
  until: Instant,
): Promise<Uint8Array> {
  const certificate = new Certificate({ version: 2 })
  const serial = randomBytes(16)
  serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x40 // positive, and never shorter
  certificate.serialNumber = new Integer({ valueHex: ownBuffer(serial) })
  fill(certificate.subject, subject)
  fill(certificate.issuer, subject)
  certificate.notBefore.value = new Date(from)
  certificate.notAfter.value = new Date(until)
  const usage = new BitString({ valueHex: ownBuffer(SIGNS_DOCUMENTS), unusedBits: 6 })
  const constraints = new BasicConstraints({ cA: false }).toSchema()
  certificate.extensions = [
    new Extension({ extnID: KEY_USAGE, critical: true, extnValue: usage.toBER(false) }),
    new Extension({
      extnID: BASIC_CONSTRAINTS,
      critical: true,
      extnValue: constraints.toBER(false),
    }),
  ]
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey, engine)
  await certificate.sign(keys.privateKey, 'SHA-256', engine)
  return new Uint8Array(certificate.toSchema(true).toBER(false))
}
