import { copyDemonstrationOffice, demonstrationSignIn, runOffice } from './demonstration-office.ts'
import { slipExtract } from './slip-extract.ts'

/** A demonstration office with the pensioner of `slipExtract`; the caller removes it. */
export async function slipOffice(): Promise<string> {
  const office = await copyDemonstrationOffice()
  const { userName, secret } = demonstrationSignIn('ADMINISTRATOR')
  runOffice(['import', slipExtract(), '--as', userName, '--office', office], secret)
  return office
}
