import { Refusal } from '#core/kernel/refusal.ts'
import type { PensionFile } from '#core/pensions/pension.model.ts'
import type { Institution } from './certificate.model.ts'
import type { PaperSources } from './paper-sources.ports.ts'

/** A pension file of which the citizen has a share. @refuses `not-found` for any other */
export async function pensionFileOf(
  citizenId: number,
  pensionNumber: string,
  { pensions }: Pick<PaperSources, 'pensions'>,
): Promise<PensionFile> {
  const files = await pensions.listFiles(citizenId)
  const file = files.find((each) => each.pensionNumber === pensionNumber)
  if (!file) throw new Refusal('not-found', { what: 'pension' })
  return file
}

/** An active recipient of certificates. @refuses `not-found` for any other */
export async function recipientOf(
  institutionCode: string,
  { institutions }: Pick<PaperSources, 'institutions'>,
): Promise<Institution> {
  const institution = await institutions.find(institutionCode)
  if (!institution) throw new Refusal('not-found', { what: 'institution' })
  return institution
}
