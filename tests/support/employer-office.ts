import { copyDemonstrationOffice, demonstrationSignIn, runOffice } from './demonstration-office.ts'
import { employerExtract } from './employer-extract.ts'

/** A demonstration office with the contractor of `employerExtract`; the caller removes it. */
export async function employerOffice(): Promise<string> {
  const office = await copyDemonstrationOffice()
  const { userName, secret } = demonstrationSignIn('ADMINISTRATOR')
  runOffice(['import', employerExtract(), '--as', userName, '--office', office], secret)
  return office
}
