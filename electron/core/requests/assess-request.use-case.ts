import type { z } from 'zod'
import type { Decision } from '#core/kernel/decision.ts'
import { openVisit, type VisitNeeds } from '#core/visits/open-visit.rules.ts'
import type { VaultProof } from '#core/vault/vault.model.ts'
import type { Vault } from '#core/vault/vault.ports.ts'
import type { HeldVisit } from '#core/visits/visits.ports.ts'
import type { ServiceFacts } from './citizen-service.ts'
import { anyService, type AnyService } from './citizen-services.ts'
import { openRequest } from './known-requests.rules.ts'
import { isOutsideMandate, requireWithinMandate } from './outside-mandate.rules.ts'
import { anewCodes, proofBy, scansOfVisit } from './paper-proofs.rules.ts'
import type { PaperDemand } from './request-paper.model.ts'
import { FileableKind, type DraftForm } from './request.model.ts'
import type { Assessment, ServiceState } from './requests.contract.ts'
import { readServiceFacts, type FactSources } from './service-facts.ts'
import { openServiceVisit } from './service-visit.ts'
import { readTyped, verdict } from './verdict.rules.ts'

interface Needs extends VisitNeeds, FactSources {
  readonly vault: Vault
  readonly today: FactSources['today']
}

type Assessed = Omit<z.input<typeof Assessment>, 'papers' | 'decision'> & {
  readonly papers: PaperDemand[]
  readonly decision: Decision | null
}

interface Asked {
  readonly visitId: string
  readonly kind: FileableKind
  readonly form: DraftForm
}

/** What is known before and while a request is typed. The verdict follows the form; nothing is kept. */
export async function assessRequest(
  { visitId, kind, form }: Asked,
  needs: Needs,
): Promise<z.input<typeof Assessment>> {
  const visit = await openServiceVisit(visitId, kind, needs)
  const service = anyService(kind)
  const other = service.otherPerson?.(form) ?? null
  const facts = await readServiceFacts(visit, needs, service, other)
  requireWithinMandate(service, facts)
  const assessed = assess(service, form, facts)
  const proofs = await listProofs(assessed.papers, visit, needs.vault)
  const papers = assessed.papers.map(({ code, required }) => ({
    ...{ code, required },
    inBox: proofs.find(({ paper }) => paper === code) ?? null,
  }))
  const received = papers.filter(({ inBox }) => inBox !== null).map(({ code }) => code)
  return { ...assessed, papers, prefilled: { ...assessed.prefilled, papers: received } }
}

/** What the box shows of the papers asked for, newest first; of those to be brought anew, what this visit put in. */
async function listProofs(
  demands: readonly PaperDemand[],
  visit: HeldVisit,
  vault: Vault,
): Promise<readonly VaultProof[]> {
  const anew = anewCodes(demands)
  const proofs = await vault.listProofs(visit.citizenId)
  const others = proofs.filter(({ paper }) => !anew.includes(paper))
  if (anew.length === 0) return others
  const scans = scansOfVisit(anew, await vault.listScans(visit.citizenId), visit)
  const shown = scans.flatMap((scan) =>
    anew.filter((code) => scan.papers.includes(code)).map((code) => proofBy(scan, code)),
  )
  return [...shown, ...others]
}

function assess(service: AnyService, draft: DraftForm, facts: ServiceFacts): Assessed {
  const prefilled = service.prefill(facts)
  const typed = readTyped(service, { ...prefilled, ...draft })
  const decision = verdict(service, typed, facts)
  return {
    decision,
    openRequest: openRequest(service, typed, facts) ?? null,
    lacksAccount: service.paysToAccount && facts.account === null,
    papers: [...service.papers(typed, facts)],
    choices: Object.fromEntries(
      Object.entries(service.choices(facts)).map(([field, choices]) => [field, [...choices]]),
    ),
    prefilled,
    filled: service.fill?.(facts) ?? {},
  }
}

/** How each service stands for the open citizen before anything is typed. */
export async function listServices(visitId: string, needs: Needs): Promise<ServiceState[]> {
  const visit = await openVisit(needs, visitId, 'BENEFITS')
  const facts = await readServiceFacts(visit, needs)
  return FileableKind.options.map((kind) => {
    const service = anyService(kind)
    const isCovered = service.part === null || visit.scope.includes(service.part)
    if (isCovered && !isOutsideMandate(service, facts)) return stateOf(service, facts)
    return { kind, state: 'OUTSIDE_POWER', trackingCode: null, because: null, from: null }
  })
}

function stateOf(service: AnyService, facts: ServiceFacts): ServiceState {
  const { kind } = service
  const { decision, openRequest: open, lacksAccount } = assess(service, {}, facts)
  const base = { kind, trackingCode: open?.trackingCode ?? null, because: null, from: null }
  if (open) return { ...base, state: 'OPEN_REQUEST' }
  if (decision?.entitled === false) {
    const [because = null] = decision.because
    return { ...base, state: 'NOT_ENTITLED', because, from: decision.from ?? null }
  }
  if (lacksAccount) return { ...base, state: 'NO_ACCOUNT' }
  return { ...base, state: decision ? 'ENTITLED' : 'UNDECIDED' }
}
