import type { Trail } from '#core/audit/audit.ports.ts'
import type { Coverage } from '#core/care/care.ports.ts'
import type { Citizens } from '#core/citizens/citizens.ports.ts'
import type { Employers } from '#core/employers/employers.ports.ts'
import type { Insured } from '#core/insured/insured.ports.ts'
import type { Actor } from '#core/kernel/actor.ts'
import type { Day } from '#core/kernel/day.ts'
import type { Instant } from '#core/kernel/instant.ts'
import type { Parameters } from '#core/parameters/parameters.ports.ts'
import type { Pensions } from '#core/pensions/pensions.ports.ts'
import type { Decisions } from '#core/requests/decisions.ports.ts'
import type { Requests, RequestWordings } from '#core/requests/requests.ports.ts'
import type { Tickets, TicketWords } from '#core/tickets/tickets.ports.ts'
import type { Documents, Institutions, PaperOrigin } from './certificates.ports.ts'
import type { PensionCertificates } from './pension-certificates.ports.ts'

/** Where what a paper states comes from. */
export interface PaperSources {
  readonly care: Coverage
  readonly citizens: Citizens
  readonly employers: Employers
  readonly insured: Insured
  readonly pensions: Pensions
  readonly requests: Requests
  readonly decisions: Decisions
  readonly documents: Documents
  readonly certificates: PensionCertificates
  readonly institutions: Institutions
  readonly parameters: Parameters
  readonly wordings: RequestWordings
  readonly tickets: Tickets
  readonly ticketWords: TicketWords
  readonly trail: Trail
  readonly origin: PaperOrigin
  readonly actor: Actor
  readonly today: () => Day
  readonly now: () => Instant
}
