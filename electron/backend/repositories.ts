import verification from '../../resources/verification.json' with { type: 'json' }
import type { PaperOrigin } from '#core/certificates/certificates.ports.ts'
import { clerksIn } from './access/clerk.repository.ts'
import {
  MobileChangeBookRepository,
  MobileChangesRepository,
} from './account/mobile-changes.repository.ts'
import { TrailRepository } from './audit/trail.repository.ts'
import { DocumentBookRepository, DocumentsRepository } from './certificates/documents.repository.ts'
import { InstitutionsRepository } from './certificates/institutions.repository.ts'
import { CoverageRepository } from './care/coverage.repository.ts'
import {
  PensionCertificateBookRepository,
  PensionCertificatesRepository,
} from './certificates/pension-certificates.repository.ts'
import { CitizensRepository } from './citizens/citizens.repository.ts'
import type { Reading } from './database/schema.ts'
import { EmployersRepository } from './employers/employers.repository.ts'
import { InsuredRepository } from './insured/insured.repository.ts'
import { codeMaker } from './messages/code-maker.ts'
import { GatewayBookRepository, GatewaysRepository } from './messages/gateways.repository.ts'
import { messageWordings } from './messages/message-wordings.gateway.ts'
import {
  OneTimeCodeBookRepository,
  OneTimeCodesRepository,
} from './messages/one-time-codes.repository.ts'
import { OutboxBookRepository, OutboxRepository } from './messages/outbox.repository.ts'
import { NoticeBookRepository, NoticesRepository } from './notices/notices.repository.ts'
import { BranchesRepository } from './office/branches.repository.ts'
import { ParametersRepository } from './parameters/parameters.repository.ts'
import { PensionsRepository } from './pensions/pensions.repository.ts'
import { DecisionBookRepository, DecisionsRepository } from './requests/decisions.repository.ts'
import { ReportsRepository } from './reports/reports.repository.ts'
import { RequestBookRepository, RequestsRepository } from './requests/requests.repository.ts'
import { requestWordings } from './requests/request-wordings.gateway.ts'
import { WorklistBookRepository, WorklistRepository } from './requests/worklist.repository.ts'
import type { CommandScope, QueryScope, TaskScope } from './scope.ts'
import { ticketWords } from './tickets/ticket-words.gateway.ts'
import { TicketsRepository } from './tickets/tickets.repository.ts'
import { ShareBookRepository, SharesRepository } from './vault/shares.repository.ts'
import { ShareTryBookRepository } from './vault/share-tries.repository.ts'
import { VaultBookRepository, VaultRepository } from './vault/vault.repository.ts'
import { PowerBookRepository, PowersRepository } from './visits/powers.repository.ts'
import { VisitBookRepository, VisitsRepository } from './visits/visits.repository.ts'

/** What every slice may ask, over one handle; slices themselves do not know each other's repositories. */
function readers(reader: Reading) {
  return {
    branches: new BranchesRepository(reader),
    care: new CoverageRepository(reader),
    citizens: new CitizensRepository(reader),
    clerks: clerksIn(reader),
    employers: new EmployersRepository(reader),
    institutions: new InstitutionsRepository(reader),
    insured: new InsuredRepository(reader),
    parameters: new ParametersRepository(reader),
    pensions: new PensionsRepository(reader),
    tickets: new TicketsRepository(reader),
    ticketWords,
    trail: new TrailRepository(reader),
    wordings: requestWordings,
  }
}

/** The needs of a use case that only reads, from the scope of its call. */
export function readingNeeds(scope: QueryScope) {
  const { actor, today, now, newId, papers, reader } = scope
  return {
    ...{ actor, today, now, newId, papers },
    ...readers(reader),
    certificates: new PensionCertificatesRepository(reader),
    decisions: new DecisionsRepository(reader),
    codes: new OneTimeCodesRepository(reader),
    documents: new DocumentsRepository(reader),
    gateways: new GatewaysRepository(reader),
    mobileChanges: new MobileChangesRepository(reader),
    outbox: new OutboxRepository(reader),
    notices: new NoticesRepository(reader),
    powers: new PowersRepository(reader),
    reports: new ReportsRepository(reader),
    requests: new RequestsRepository(reader),
    shares: new SharesRepository(reader),
    vault: new VaultRepository(reader),
    visits: new VisitsRepository(reader),
    worklists: new WorklistRepository(reader),
    origin: paperOrigin(scope),
  }
}

/** The needs of a use case that writes, all within the transaction of its command. */
export function writingNeeds(scope: CommandScope) {
  const { actor, today, now, newId, audit, reader, db, keep, announce } = scope
  const changed = (): void => {
    announce('requests.changed')
  }
  return {
    ...{ actor, today, now, newId, note: audit.note },
    ...readers(reader),
    certificates: new PensionCertificateBookRepository(reader, db),
    decisions: new DecisionBookRepository(reader, db),
    codeMaker,
    codes: new OneTimeCodeBookRepository(reader, db, keep),
    documents: new DocumentBookRepository(reader, db),
    gateways: new GatewayBookRepository(reader, db),
    messageWordings,
    mobileChanges: new MobileChangeBookRepository(reader, db),
    outbox: new OutboxBookRepository(reader, db),
    notices: new NoticeBookRepository(reader, db),
    powers: new PowerBookRepository(reader, db),
    requests: new RequestBookRepository(reader, db, changed),
    shares: new ShareBookRepository(reader, db),
    tries: new ShareTryBookRepository(reader, db),
    vault: new VaultBookRepository(reader, db),
    visits: new VisitBookRepository(reader, db),
    worklists: new WorklistBookRepository(reader, db, changed),
  }
}

/** What every paper of this office carries. */
export function paperOrigin({ office }: Pick<TaskScope, 'office'>): PaperOrigin {
  const { kind, branchCode, branchName, province } = office
  return {
    officeKind: kind,
    branch: { code: branchCode, name: branchName, province },
    verificationUrl: verification.url,
  }
}
