import { Refusal } from '#core/kernel/refusal.ts'
import type { Institution } from './certificate.model.ts'
import type { PaperSources } from './paper-sources.ports.ts'

/** An active recipient of certificates. @refuses `not-found` for any other */
export async function recipientOf(
  institutionCode: string,
  { institutions }: Pick<PaperSources, 'institutions'>,
): Promise<Institution> {
  const institution = await institutions.find(institutionCode)
  if (!institution) throw new Refusal('not-found', { what: 'institution' })
  return institution
}
