import type { z } from 'zod'
import { decideMarriage } from '#core/benefits/marriage.rules.ts'
import type { Citizens } from '#core/citizens/citizens.ports.ts'
import type { Insured } from '#core/insured/insured.ports.ts'
import { Refusal } from '#core/kernel/refusal.ts'
import type { Parameters } from '#core/parameters/parameters.ports.ts'
import { openVisit, type VisitNeeds } from '#core/visits/open-visit.rules.ts'
import {
  marriageCase,
  marriagePapers,
  prefilledMarriage,
  typedAnswers,
  type MarriageRecord,
} from './marriage-case.rules.ts'
import type { DraftForm, FileableKind } from './request.model.ts'
import type { Requests } from './requests.ports.ts'
import type { Assessment } from './requests.contract.ts'

/** Where the facts of a marriage request come from. */
export interface MarriageSources extends VisitNeeds {
  readonly citizens: Citizens
  readonly insured: Insured
  readonly parameters: Parameters
  readonly requests: Requests
}

interface Asked {
  readonly visitId: string
  readonly kind: FileableKind
  readonly form: DraftForm
}

/** What is known before and while a request is typed. The verdict follows the form; nothing is kept. */
export async function assessRequest(
  { visitId, kind, form }: Asked,
  needs: MarriageSources,
): Promise<z.input<typeof Assessment>> {
  const { citizenId } = await openVisit(needs, visitId, 'BENEFITS')
  const record = await marriageRecord(citizenId, needs)
  const day = record.identity.firstMarriageDate
  const spouse = await needs.insured.findSpouse(citizenId, day ?? needs.today())
  const prefilled = prefilledMarriage(record, spouse)
  const answers = typedAnswers({ ...prefilled, ...form })
  const hasAccount = (await needs.citizens.findAccount(citizenId)) !== undefined
  const decision = answers ? decideMarriage(marriageCase(answers, record)) : null
  return {
    decision: decision && { ...decision, because: [...decision.because] },
    openRequest: (await needs.requests.findOpen(citizenId, kind)) ?? null,
    hasAccount,
    papers: [...marriagePapers(hasAccount)],
    prefilled,
  }
}

/** Everything the file says that art. 85 asks. @refuses `not-found` when the extract lost the citizen */
export async function marriageRecord(
  citizenId: number,
  { citizens, insured, parameters, requests, today }: MarriageSources,
): Promise<MarriageRecord> {
  const identity = await citizens.findIdentity(citizenId)
  if (!identity) throw new Refusal('not-found', { what: 'citizen' })
  const known = await requests.listOfCitizen(citizenId)
  const granted = known.find(({ kind, status }) => kind === 'MARRIAGE' && status === '18')
  return {
    identity,
    grantedBefore: granted?.trackingCode ?? null,
    profiles: await insured.listProfiles(citizenId),
    rows: await insured.listContributions(citizenId),
    parameters: await parameters.list(),
    dataAsOf: (await insured.findDataDay()) ?? null,
    today: today(),
  }
}
