import { copyDemonstrationOffice, demonstrationSignIn, runOffice } from './demonstration-office.ts'
import { decreeExtract } from './decree-extract.ts'

/** A demonstration office with the decrees of `decreeExtract`; the caller removes it. */
export async function decreeOffice(): Promise<string> {
  const office = await copyDemonstrationOffice()
  const { userName, secret } = demonstrationSignIn('ADMINISTRATOR')
  runOffice(['import', decreeExtract(), '--as', userName, '--office', office], secret)
  return office
}
