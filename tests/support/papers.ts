import { createHash } from 'node:crypto'
import type { Papers } from '#core/certificates/papers.ports.ts'
import type { OfficeSigner } from '#core/verification/verification.ports.ts'

/** For tests that issue nothing. */
export const noPapers: Papers = {
  render: () => Promise.reject(new Error('no paper was expected')),
}

/** Draws a paper as the JSON of what it states: the same statement gives the same bytes. */
export const plainPapers: Papers = {
  render: (statement) => {
    const bytes = Buffer.from(JSON.stringify(statement))
    return Promise.resolve({ bytes, sha256: createHash('sha256').update(bytes).digest('hex') })
  },
}

/** Seals with digits of the facts' hash; a signature is a line break at the end, so that JSON stays JSON. */
export const plainSigner: OfficeSigner = {
  seal: (facts) => {
    const hash = createHash('sha256').update(JSON.stringify(facts)).digest('hex')
    return Promise.resolve(BigInt(`0x${hash}`).toString())
  },
  sign: (pdf) => Promise.resolve(Buffer.concat([pdf, Buffer.from('\n')])),
}
