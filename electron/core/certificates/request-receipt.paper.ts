import { maskNationalId } from '#core/kernel/masking.ts'
import { Refusal } from '#core/kernel/refusal.ts'
import type { RequestFiledHere, RequestWording } from '#core/requests/requests.ports.ts'
import { keyFigures } from './key-figures.rules.ts'
import type { OfficialPaper, Stating } from './official-paper.ts'
import { fullName } from './paper-person.rules.ts'
import { withoutEnd } from './paper-validity.rules.ts'
import { FiledBy, RequestReceipt } from './request-receipt.model.ts'

const FIGURES = ['maskedNationalId', 'trackingCode'] as const

type Kind = 'request-receipt'

/** What the receipt of a request filed here states; its number is the tracking code. @law domain brief §4.8 */
export function receiptStatement(
  { issue, identity }: Pick<Stating<Kind>, 'issue' | 'identity'>,
  { request, wording }: { readonly request: RequestFiledHere; readonly wording: RequestWording },
): RequestReceipt {
  return RequestReceipt.parse({
    kind: 'request-receipt',
    issue,
    trackingCode: request.trackingCode,
    title: wording.title,
    fullName: fullName(identity),
    maskedNationalId: maskNationalId(identity.personId),
    role: request.role,
    representative: representativeOf(request),
    papers: request.papers.map((code) => ({
      title: wording.papers[code] ?? code,
      form: 'ORIGINAL',
    })),
    nextStep: wording.nextStep,
    deadline:
      request.promisedOn === null ? null : { day: request.promisedOn, reason: wording.promise },
  })
}

/** Who filed by a power; nobody when the citizen stood here, or for an order or an open request. */
function representativeOf({ presence }: RequestFiledHere): FiledBy | null {
  const kind = FiledBy.shape.kind.safeParse(presence.presenceKind)
  if (!kind.success || !presence.power) return null
  return { kind: kind.data, name: presence.power.holderName, powerNumber: presence.power.number }
}

export const requestReceiptPaper: OfficialPaper<Kind> = {
  kind: 'request-receipt',
  digit: '3',
  part: 'BENEFITS',
  presence: null,
  validUntil: withoutEnd,
  async state(stating, sources) {
    const request = await sources.requests.findFiledHere(stating.order.trackingCode)
    const wording = request && sources.wordings.of(request.kind)
    if (request?.citizenId !== stating.citizenId || !wording)
      throw new Refusal('not-found', { what: 'request' })
    return receiptStatement(stating, { request, wording })
  },
  figureNames: FIGURES,
  figures: ({ maskedNationalId, trackingCode }) =>
    keyFigures(FIGURES, { maskedNationalId, trackingCode }),
}
