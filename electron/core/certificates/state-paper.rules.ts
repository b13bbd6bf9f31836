import type { Citizens } from '#core/citizens/citizens.ports.ts'
import type { Actor } from '#core/kernel/actor.ts'
import type { Day } from '#core/kernel/day.ts'
import type { Instant } from '#core/kernel/instant.ts'
import { Refusal } from '#core/kernel/refusal.ts'
import type { Parameters } from '#core/parameters/parameters.ports.ts'
import type { PensionFile } from '#core/pensions/pension.model.ts'
import type { Pensions } from '#core/pensions/pensions.ports.ts'
import type { Requests, RequestWordings } from '#core/requests/requests.ports.ts'
import type { FilePart } from '#core/visits/visit.model.ts'
import type { PaperOrder } from './paper.model.ts'
import type { Documents, Institutions, PaperOrigin } from './certificates.ports.ts'
import type { PaperIssue } from './paper-issue.model.ts'
import type { PaperStatement } from './paper.model.ts'
import {
  receiptStatement,
  salaryStatement,
  slipStatement,
  withValidity,
} from './statements.rules.ts'

/** Where what a paper states comes from. */
export interface PaperSources {
  readonly citizens: Citizens
  readonly pensions: Pensions
  readonly requests: Requests
  readonly documents: Documents
  readonly institutions: Institutions
  readonly parameters: Parameters
  readonly wordings: RequestWordings
  readonly origin: PaperOrigin
  readonly actor: Actor
  readonly today: () => Day
  readonly now: () => Instant
}

/** The part of the file that a paper is about: a visit must cover it. */
export function partOf(order: PaperOrder): FilePart {
  return order.kind === 'request-receipt' ? 'BENEFITS' : 'PENSION'
}

/** What a paper is issued under: null for a preview. */
export interface Naming {
  readonly number: string | null
  readonly trackingCode: string
}

/** Everything an ordered paper of a citizen states, from the data of this moment. @refuses what the paper's rule does */
export async function statePaper(
  order: PaperOrder,
  citizenId: number,
  naming: Naming,
  sources: PaperSources,
): Promise<PaperStatement> {
  const identity = await sources.citizens.findIdentity(citizenId)
  if (!identity) throw new Refusal('not-found', { what: 'citizen' })
  const issue = issueOf(naming, sources)
  switch (order.kind) {
    case 'salary-certificate': {
      const { pensionNumber, institutionCode, recipientBranch } = order
      const file = await fileOf(citizenId, pensionNumber, sources)
      const slips = await sources.pensions.listSlips(citizenId, pensionNumber)
      const recipient = await sources.institutions.find(institutionCode)
      if (!recipient) throw new Refusal('not-found', { what: 'institution' })
      return salaryStatement({
        ...{ identity, file, slips, recipient, recipientBranch },
        issue: withValidity(issue, await sources.parameters.list()),
        trackingCode: naming.trackingCode,
      })
    }
    case 'pension-slip': {
      const slip = await sources.pensions.findSlip(citizenId, order.slipNumber)
      if (!slip) throw new Refusal('not-found', { what: 'slip' })
      const file = await fileOf(citizenId, slip.pensionNumber, sources)
      return slipStatement({ issue, identity, file, slip })
    }
    case 'request-receipt': {
      const request = await sources.requests.findFiledHere(order.trackingCode)
      const wording = request && sources.wordings.of(request.kind)
      if (request?.citizenId !== citizenId || !wording)
        throw new Refusal('not-found', { what: 'request' })
      return receiptStatement({ issue, identity, request, wording })
    }
  }
}

async function fileOf(
  citizenId: number,
  pensionNumber: string,
  { pensions }: PaperSources,
): Promise<PensionFile> {
  const files = await pensions.listFiles(citizenId)
  const file = files.find((each) => each.pensionNumber === pensionNumber)
  if (!file) throw new Refusal('not-found', { what: 'pension' })
  return file
}

function issueOf({ number }: Naming, { origin, actor, today, now }: PaperSources): PaperIssue {
  return {
    number,
    day: today(),
    at: now(),
    officeKind: origin.officeKind,
    branch: origin.branch,
    clerkCode: actor.clerkCode,
    workstation: actor.workstation,
    validUntil: null,
    attachment: null,
    verificationUrl: origin.verificationUrl,
    reprint: null,
  }
}
