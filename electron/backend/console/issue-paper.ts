import { randomUUID } from 'node:crypto'
import type { IssuedPaper } from '#core/certificates/certificate.model.ts'
import { Refusal } from '#core/kernel/refusal.ts'
import type { Counter } from './counter.ts'
import { paperOrder } from './paper-order.ts'
import { type ConsoleOptions, required } from './words.ts'

export interface IssuedFile {
  readonly paper: IssuedPaper
  readonly pdf: Uint8Array
}

/** Issues a paper for the citizen of a national ID, in a visit that begins and ends here. */
export async function issuePaper(
  kind: string | undefined,
  options: ConsoleOptions,
  counter: Counter,
): Promise<IssuedFile> {
  const order = paperOrder(kind, options)
  const text = required(options, 'citizen')
  const { hits } = await counter.ask('citizens.search', { text, limit: 2 })
  const hit = hits.find((one) => one.kind === 'NATIONAL_ID' || one.kind === 'FOREIGNER_ID')
  if (!hit) throw new Refusal('not-found', { what: 'citizen' })
  const { visit } = await counter.ask('visits.begin', {
    citizenId: hit.citizenId,
    presence: { kind: 'SELF', cardSeen: true },
    purpose: 'CERTIFICATE',
    reason: options.reason ?? null,
  })
  const { visitId } = visit
  try {
    const idempotencyKey = randomUUID()
    const paper = await counter.ask('certificates.issue', { visitId, order, idempotencyKey })
    const { documentId } = paper
    const { pdf } = await counter.ask('certificates.pdf', { visitId, documentId })
    return { paper, pdf: Buffer.from(pdf, 'base64') }
  } finally {
    await counter.reply('visits.end', visitId)
  }
}
