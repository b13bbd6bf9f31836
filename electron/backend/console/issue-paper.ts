import { randomUUID } from 'node:crypto'
import type { IssuedPaper } from '#core/certificates/certificate.model.ts'
import type { PaperOrder } from '#core/certificates/paper.model.ts'
import { Refusal } from '#core/kernel/refusal.ts'
import type { Counter } from './counter.ts'
import { type ConsoleOptions, required, UsageFault } from './words.ts'

function orderOf(kind: string | undefined, options: ConsoleOptions): PaperOrder {
  switch (kind) {
    case 'salary-certificate':
      return {
        kind,
        pensionNumber: required(options, 'pension'),
        institutionCode: required(options, 'recipient'),
        recipientBranch: required(options, 'recipient-branch'),
      }
    case 'slip':
    case 'pension-slip':
      return { kind: 'pension-slip', slipNumber: required(options, 'slip') }
    case 'receipt':
    case 'request-receipt':
      return { kind: 'request-receipt', trackingCode: required(options, 'request') }
    case undefined:
    default:
      throw new UsageFault('paper needs a kind: salary-certificate, slip or receipt')
  }
}

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
  const order = orderOf(kind, options)
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
