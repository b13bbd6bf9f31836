import os from 'node:os'
import path from 'node:path'
import type { Extracts } from '#core/extracts/extracts.ports.ts'
import type { Day } from '#core/kernel/day.ts'
import type { Desk } from '#core/kernel/desk.ts'
import type { OfficeIdentity, OfficePlan } from '#core/office/office.ports.ts'
import type { OfficeKeys } from '#core/verification/verification.ports.ts'
import { accessHandlers } from './access/access.handlers.ts'
import { accountHandlers } from './account/account.handlers.ts'
import { mobileHandlers } from './account/mobile.handlers.ts'
import { Attempts } from './access/attempts.ts'
import { changingClerksIn } from './access/clerk.repository.ts'
import { recover, type RecoveryOrder } from './access/recover.ts'
import { Sessions } from './access/sessions.ts'
import { appendEntry } from './audit/audit.repository.ts'
import { officeClock } from './clock.ts'
import type { OfficeDatabase } from './database/engines/encrypted-sqlite.ts'
import type { Writing } from './database/schema.ts'
import { citizensHandlers } from './citizens/citizens.handlers.ts'
import { visitsHandlers } from './visits/visits.handlers.ts'
import { insuredHandlers } from './insured/insured.handlers.ts'
import { careHandlers } from './care/care.handlers.ts'
import { employersHandlers } from './employers/employers.handlers.ts'
import { mandatesHandlers } from './employers/mandates.handlers.ts'
import { pensionsHandlers } from './pensions/pensions.handlers.ts'
import { BatchWatch } from './certificates/batch-watch.ts'
import { certificatesHandlers } from './certificates/certificates.handlers.ts'
import { noticesHandlers } from './notices/notices.handlers.ts'
import { reportsHandlers } from './reports/reports.handlers.ts'
import { codeSending } from './messages/code-sending.ts'
import { MessageLines } from './messages/message-lines.ts'
import { MessagePump } from './messages/message-pump.ts'
import { messagesHandlers } from './messages/messages.handlers.ts'
import { registrationHandlers } from './registration/registration.handlers.ts'
import { requestsHandlers } from './requests/requests.handlers.ts'
import { worklistHandlers } from './requests/worklist.handlers.ts'
import { extractsHandlers } from './extracts/extracts.handlers.ts'
import { deskHandlers } from './desk/desk.handlers.ts'
import { openExtracts } from './extracts/extracts.gateway.ts'
import { ImportWatch } from './import-watch.ts'
import { fileLog } from './log.ts'
import { demonstrationSignIns, prepareDemonstration } from './office/demonstration.ts'
import { OfficeKeeper } from './office/office-keeper.ts'
import { officeHandlers } from './office/office.handlers.ts'
import { clearInterruptedSetUp } from './office/office-site.ts'
import type { OfficeFurnishing } from './office/open-office.ts'
import { createPapers } from './papers/papers.gateway.ts'
import { parametersHandlers } from './parameters/parameters.handlers.ts'
import { createRouter, type Route } from './router.ts'
import { ticketsHandlers } from './tickets/tickets.handlers.ts'
import { sharePasswords } from './vault/share-passwords.ts'
import { scanReducer } from './vault/scans.gateway.ts'
import { vaultHandlers } from './vault/vault.handlers.ts'
import { openOfficeKeys } from './verification/open-keys.ts'
import { paperChecks } from './verification/checks.gateway.ts'
import { createPdfSigning } from './verification/signing.gateway.ts'
import { verificationHandlers } from './verification/verification.handlers.ts'
import type { Emit, Handlers, ScopeParts } from './scope.ts'

export interface BackendOptions {
  /** The office's data folder; it need not exist. */
  readonly folder: string
  /** The program's `resources`: fonts, dated parameters, the demonstration office. */
  readonly resources: string
  readonly version: string
  readonly desk: Desk
  /** Tells every window something of `events.ts`. */
  readonly emit: Emit
  /** The modules of the threads that draw papers and read extracts. */
  readonly paperWorker: URL
  readonly importWorker: URL
  /** Those of the threads that sign PDFs and look into PDFs of strangers. */
  readonly signingWorker: URL
  readonly checkWorker: URL
  /** That of the threads that look into scans and reduce them. */
  readonly scanWorker: URL
  /** The day on which the office's clock stands; a real office takes no notice of it. */
  readonly today?: Day
  /** What papers and the trail call this desk; the computer's name unless told otherwise. */
  readonly workstation?: string
}

/** The branch office as a program: everything a window, a console or a test may do with it. */
export interface Backend {
  /** Answers a call; never rejects. */
  readonly call: Route
  /** Makes the demonstration office where there is no office; whether one was made. */
  readonly prepareDemonstration: () => Promise<boolean>
  /** Gives an administrator a new secret by the recovery key; throws refusals. */
  readonly recover: (order: RecoveryOrder) => Promise<void>
  /** Locks every session, as when the computer is locked or sleeps. */
  readonly lock: () => void
  /** The window is gone, and with it its session. */
  readonly closeWindow: (window: number) => Promise<void>
  /** Finishes the calls under way, then closes the databases and forgets the key. */
  readonly stop: () => Promise<void>
}

/** The one place where ports meet implementations. */
export async function compose(options: BackendOptions): Promise<Backend> {
  const { folder, resources, version, desk, emit } = options
  const log = fileLog(folder)
  const sessions = new Sessions()
  const imports = new ImportWatch()
  const batches = new BatchWatch()
  const workstation = options.workstation ?? (os.hostname().slice(0, 60) || 'desk')
  const papers = createPapers({
    workerFile: options.paperWorker,
    fontsFolder: path.join(resources, 'fonts'),
  })
  const signing = createPdfSigning(options.signingWorker)
  const onSlowQuery = (sql: string, milliseconds: number): void =>
    log.note('slow-query', { sql: sql.slice(0, 500), milliseconds: Math.round(milliseconds) })
  const furnishing: OfficeFurnishing = { extractsOf, keysOf, found }
  const keeper = new OfficeKeeper({ folder, desk, furnishing, database: { onSlowQuery } })
  const clock = officeClock(options.today, () => keeper.kind !== 'real')

  async function extractsOf(database: OfficeDatabase): Promise<Extracts> {
    const onIncident = (cause: unknown): void => void log.incident(cause, { what: 'import' })
    const workerFile = options.importWorker
    const extracts = await openExtracts({ database, workerFile, now: clock.now, onIncident })
    return imports.watched(extracts, () => void release())
  }

  function keysOf(database: OfficeDatabase, identity: OfficeIdentity): Promise<OfficeKeys> {
    const made = (tx: Writing, keyId: string): Promise<void> =>
      appendByNobody(tx, { action: 'verification.makeKeys', object: `key ${keyId}` })
    return openOfficeKeys({ database, identity, signing, now: clock.now, made })
  }

  async function found(tx: Writing, { identity, clerks }: OfficePlan): Promise<void> {
    const list = changingClerksIn(tx)
    for (const { clerk } of clerks) await list.add(clerk)
    await appendByNobody(tx, { action: 'office.setUp', object: `office ${identity.kind}` })
  }

  async function appendByNobody(
    tx: Writing,
    deed: { readonly action: string; readonly object: string },
  ): Promise<void> {
    const nobody = { clerkId: null, visitId: null, citizenId: null }
    await appendEntry(tx, { at: clock.now(), workstation, ...nobody, ...deed, outcome: 'done' })
  }

  /** The last one out shuts the office; an import under way is finished first. */
  async function release(): Promise<void> {
    await keeper.close(() => !sessions.isEmpty || imports.isBusy)
    if (!keeper.isOpen) await lines.close()
  }

  const lines = new MessageLines(clock.now)
  const sending = codeSending({
    lines,
    drawSlip: async (slip) => (await papers.renderCodeSlip(slip)).bytes,
  })
  const pump = new MessagePump({
    ...{ lines, now: clock.now, isOpen: () => keeper.isOpen },
    use: (work) => keeper.use(work),
    onIncident: (cause) => void log.incident(cause, { what: 'messages' }),
  })
  pump.start()

  const attempts = new Attempts()
  const access = { door: keeper, sessions, attempts, workstation, release, append: appendEntry }
  const handlers: Handlers = {
    ...officeHandlers({
      folder,
      version,
      keeper,
      furnishing,
      demonstrationSignIns: () => demonstrationSignIns(resources),
    }),
    ...accessHandlers(access),
    ...deskHandlers,
    ...citizensHandlers,
    ...accountHandlers,
    ...mobileHandlers(sending),
    ...visitsHandlers,
    ...insuredHandlers,
    ...careHandlers,
    ...employersHandlers,
    ...mandatesHandlers,
    ...pensionsHandlers,
    ...certificatesHandlers(batches),
    ...registrationHandlers(sending),
    ...requestsHandlers,
    ...worklistHandlers,
    ...noticesHandlers,
    ...reportsHandlers({ drawReport: async (sheet) => (await papers.renderReport(sheet)).bytes }),
    ...ticketsHandlers,
    ...parametersHandlers,
    ...extractsHandlers(),
    ...messagesHandlers({ lines, sending, sendDue: () => pump.run() }),
    ...verificationHandlers({
      checks: paperChecks(options.checkWorker),
      drawList: async (list) => (await papers.renderList(list)).bytes,
      passwords: sharePasswords,
    }),
    ...vaultHandlers({
      drawSlip: async (slip) => (await papers.renderSlip(slip)).bytes,
      reducer: scanReducer(options.scanWorker),
    }),
  }
  const scope: ScopeParts = { clock, papers, desk, emit }
  const route = createRouter({ handlers, sessions, keeper, scope, log })
  const running = new Set<Promise<unknown>>()

  await clearInterruptedSetUp(folder)
  await keeper.look()
  return {
    call(call) {
      const reply = route(call)
      running.add(reply)
      void reply.then(() => running.delete(reply))
      return reply
    },
    prepareDemonstration: () =>
      prepareDemonstration({
        folder,
        resources,
        desk,
        furnishing,
        now: clock.now,
        newId: () => crypto.randomUUID(),
      }),
    recover: (order) => recover(order, { ...access, now: clock.now }),
    lock() {
      if (sessions.lockAll().length > 0) emit('access.locked', null)
    },
    async closeWindow(window) {
      sessions.end(window)
      batches.cancelOf(window)
      await release()
    },
    async stop() {
      batches.cancelAll()
      await imports.stop()
      await pump.stop()
      await Promise.all(running)
      await keeper.close()
      await papers.close()
      await signing.close()
    },
  }
}
