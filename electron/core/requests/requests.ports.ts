import type { CitizenRole } from '#core/citizens/citizen.model.ts'
import type { Decision } from '#core/kernel/decision.ts'
import type { Day } from '#core/kernel/day.ts'
import type { Instant } from '#core/kernel/instant.ts'
import type { HeldVisit } from '#core/visits/visits.ports.ts'
import type {
  Draft,
  DraftForm,
  FileableKind,
  FiledRequest,
  RequestDetail,
  RequestKind,
  RequestStatus,
  RequestSummary,
} from './request.model.ts'

/** A request filed here, with what its receipt says. */
export interface RequestFiledHere extends Omit<FiledRequest, 'nextStep'> {
  readonly requestId: string
  readonly citizenId: number
  readonly role: CitizenRole
  readonly filedBy: string
  /** Codes of the papers received. */
  readonly papers: readonly string[]
  /** The visit in which it was filed, ended or not. */
  readonly presence: Pick<HeldVisit, 'presenceKind' | 'holderName' | 'power'>
}

/** What was typed in a request filed here, with its present state. */
export interface FiledForm {
  readonly trackingCode: string
  readonly kind: RequestKind
  readonly status: RequestStatus
  readonly filedOn: Day
  readonly form: Readonly<Record<string, unknown>>
}

export interface NewRequest {
  readonly requestId: string
  readonly idempotencyKey: string
  readonly trackingCode: string
  readonly citizenId: number
  readonly personId: string
  readonly role: CitizenRole
  readonly kind: RequestKind
  readonly status: RequestStatus
  readonly form: object
  readonly decision: Decision
  readonly branchCode: string
  readonly filedAt: Instant
  readonly filedOn: Day
  readonly promisedOn: Day | null
  readonly filedBy: string
  readonly visitId: string
  readonly referenceCode: string | null
  readonly events: readonly NewRequestEvent[]
}

/** A step of a request that is filed: its new state and what is told of it. */
export interface RequestChange {
  readonly status: RequestStatus
  readonly event: NewRequestEvent
}

/** Its place among the steps of its request. */
export interface KeptStep {
  readonly seq: number
}

/** `actorId` is the clerk, null for the system; `papers` the codes of those that came with it. */
export interface NewRequestEvent {
  readonly status: RequestStatus
  readonly at: Instant
  readonly actor: 'CLERK' | 'EXPERT' | 'HEAD' | 'SYSTEM'
  readonly actorId: string | null
  readonly note: string | null
  readonly papers: readonly string[]
}

export interface DraftKey {
  readonly clerkId: string
  readonly citizenId: number
  readonly kind: FileableKind
}

/**
 * Requests filed here and those the centre knows. They meet by tracking code. Where the centre knows a request its
 * state counts, unless something was done here after the centre's data was frozen; and a request that was
 * withdrawn here stays so until the centre has decided it.
 */
export interface Requests {
  /** Newest change first. */
  listOfCitizen(citizenId: number): Promise<readonly RequestSummary[]>
  findDetail(citizenId: number, trackingCode: string): Promise<RequestDetail | undefined>
  /** What was typed in the requests of a citizen that were filed here, newest first. */
  listForms(citizenId: number): Promise<readonly FiledForm[]>
  findByKey(idempotencyKey: string): Promise<RequestFiledHere | undefined>
  findFiledHere(trackingCode: string): Promise<RequestFiledHere | undefined>
  /** Ten digits that neither this office nor the extract in use has given to a request. */
  newTrackingCode(): Promise<string>
  findDraft(key: DraftKey): Promise<Draft | undefined>
}

export interface RequestBook extends Requests {
  add(request: NewRequest): Promise<void>
  /** Its version goes up by one. */
  change(requestId: string, change: RequestChange): Promise<KeptStep>
  saveDraft(key: DraftKey, form: DraftForm, at: Instant): Promise<void>
  discardDraft(key: DraftKey): Promise<void>
}

/** What a kind of request is called and what follows it, in the clerk's language, from `resources/`. */
export interface RequestWording {
  readonly title: string
  readonly nextStep: string
  readonly promise: string
  readonly papers: Readonly<Record<string, string>>
  /** What articles of law are called, by their codes. */
  readonly articles: Readonly<Record<string, string>>
  readonly statuses: Readonly<Record<RequestStatus, string>>
  /** How a refusal may be objected to. */
  readonly objection: string
}

export interface RequestWordings {
  of(kind: RequestKind): RequestWording | undefined
}
