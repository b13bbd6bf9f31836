import { copyDemonstrationOffice, demonstrationSignIn, runOffice } from './demonstration-office.ts'
import { recordExtract } from './record-extract.ts'

/** A demonstration office with the persons of `recordExtract`; the caller removes it. */
export async function recordOffice(): Promise<string> {
  const office = await copyDemonstrationOffice()
  const { userName, secret } = demonstrationSignIn('ADMINISTRATOR')
  runOffice(['import', recordExtract(), '--as', userName, '--office', office], secret)
  return office
}
