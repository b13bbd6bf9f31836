/** DER of a PEM text. */
export function derOf(pem: string): Buffer {
  return Buffer.from(pem.replace(/-----[^-]*-----|\s/g, ''), 'base64')
}

/** PEM of a certificate. */
export function pemOf(der: Uint8Array): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n')
}
