import { createHash } from 'node:crypto'
import type { Papers } from '#core/certificates/papers.ports.ts'

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
