import type { z } from 'zod'
import { accessContract } from './access/access.contract.ts'
import { accountContract } from './account/account.contract.ts'
import { mobileContract } from './account/mobile.contract.ts'
import { careContract } from './care/care.contract.ts'
import { certificatesContract } from './certificates/certificates.contract.ts'
import { citizensContract } from './citizens/citizens.contract.ts'
import { deskContract } from './desk/desk.contract.ts'
import { employersContract } from './employers/employers.contract.ts'
import { mandatesContract } from './employers/mandates.contract.ts'
import { extractsContract } from './extracts/extracts.contract.ts'
import { insuredContract } from './insured/insured.contract.ts'
import { messagesContract } from './messages/messages.contract.ts'
import { noticesContract } from './notices/notices.contract.ts'
import { officeContract } from './office/office.contract.ts'
import { parametersContract } from './parameters/parameters.contract.ts'
import { pensionsContract } from './pensions/pensions.contract.ts'
import { decisionsContract } from './requests/decisions.contract.ts'
import { reportsContract } from './reports/reports.contract.ts'
import { registrationContract } from './registration/registration.contract.ts'
import { requestsContract } from './requests/requests.contract.ts'
import { worklistContract } from './requests/worklist.contract.ts'
import { ticketsContract } from './tickets/tickets.contract.ts'
import { vaultContract } from './vault/vault.contract.ts'
import { verificationContract } from './verification/verification.contract.ts'
import { visitsContract } from './visits/visits.contract.ts'

/** Everything the renderer may ever ask of the office. */
export const contract = {
  ...officeContract,
  ...accessContract,
  ...deskContract,
  ...citizensContract,
  ...accountContract,
  ...mobileContract,
  ...visitsContract,
  ...insuredContract,
  ...careContract,
  ...employersContract,
  ...mandatesContract,
  ...pensionsContract,
  ...certificatesContract,
  ...verificationContract,
  ...registrationContract,
  ...requestsContract,
  ...worklistContract,
  ...noticesContract,
  ...reportsContract,
  ...decisionsContract,
  ...vaultContract,
  ...ticketsContract,
  ...parametersContract,
  ...extractsContract,
  ...messagesContract,
}

export type Contract = typeof contract
export type Method = keyof Contract
/** What a caller writes. */
export type Input<M extends Method> = z.input<Contract[M]['input']>
/** What a handler receives: parsed and normalised. */
export type Parsed<M extends Method> = z.output<Contract[M]['input']>
/** What a handler returns. */
export type Returned<M extends Method> = z.input<Contract[M]['output']>
/** What a caller receives. */
export type Output<M extends Method> = z.output<Contract[M]['output']>
