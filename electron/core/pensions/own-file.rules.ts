import { Refusal } from '#core/kernel/refusal.ts'
import type { PensionFile } from './pension.model.ts'
import type { Pensions } from './pensions.ports.ts'

/** A pension file of which the citizen has a share. @refuses `not-found` for any other */
export async function ownPensionFile(
  citizenId: number,
  pensionNumber: string,
  { pensions }: { readonly pensions: Pick<Pensions, 'listFiles'> },
): Promise<PensionFile> {
  return ownOf(await pensions.listFiles(citizenId), pensionNumber)
}

/** The same among the files that are read already. */
export function ownOf(files: readonly PensionFile[], pensionNumber: string): PensionFile {
  const file = files.find((each) => each.pensionNumber === pensionNumber)
  if (!file) throw new Refusal('not-found', { what: 'pension' })
  return file
}
