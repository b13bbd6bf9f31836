import { randomBytes, randomUUID } from 'node:crypto'
import { existsSync, rmSync } from 'node:fs'
import path from 'node:path'
import { Sessions } from '../../electron/backend/access/sessions.ts'
import { changingClerksIn } from '../../electron/backend/access/clerk.repository.ts'
import { BatchWatch } from '../../electron/backend/certificates/batch-watch.ts'
import { careHandlers } from '../../electron/backend/care/care.handlers.ts'
import { certificatesHandlers } from '../../electron/backend/certificates/certificates.handlers.ts'
import { citizensHandlers } from '../../electron/backend/citizens/citizens.handlers.ts'
import { clockOn, realClock, type Clock } from '../../electron/backend/clock.ts'
import {
  createOfficeDatabase,
  openOfficeDatabase,
  type OfficeDatabase,
} from '../../electron/backend/database/engines/encrypted-sqlite.ts'
import { employersHandlers } from '../../electron/backend/employers/employers.handlers.ts'
import { mandatesHandlers } from '../../electron/backend/employers/mandates.handlers.ts'
import { openExtracts } from '../../electron/backend/extracts/extracts.gateway.ts'
import { insuredHandlers } from '../../electron/backend/insured/insured.handlers.ts'
import type { OfficeKeeper } from '../../electron/backend/office/office-keeper.ts'
import type { OpenOffice } from '../../electron/backend/office/open-office.ts'
import { parametersHandlers } from '../../electron/backend/parameters/parameters.handlers.ts'
import { codeSending } from '../../electron/backend/messages/code-sending.ts'
import { MessageLines } from '../../electron/backend/messages/message-lines.ts'
import { MessagePump } from '../../electron/backend/messages/message-pump.ts'
import { messagesHandlers } from '../../electron/backend/messages/messages.handlers.ts'
import { accountHandlers } from '../../electron/backend/account/account.handlers.ts'
import { mobileHandlers } from '../../electron/backend/account/mobile.handlers.ts'
import { pensionsHandlers } from '../../electron/backend/pensions/pensions.handlers.ts'
import { noticesHandlers } from '../../electron/backend/notices/notices.handlers.ts'
import { reportsHandlers } from '../../electron/backend/reports/reports.handlers.ts'
import { registrationHandlers } from '../../electron/backend/registration/registration.handlers.ts'
import { requestsHandlers } from '../../electron/backend/requests/requests.handlers.ts'
import { worklistHandlers } from '../../electron/backend/requests/worklist.handlers.ts'
import { createRouter } from '../../electron/backend/router.ts'
import type { Handlers } from '../../electron/backend/scope.ts'
import { scanReducer } from '../../electron/backend/vault/scans.gateway.ts'
import { ticketsHandlers } from '../../electron/backend/tickets/tickets.handlers.ts'
import { vaultHandlers } from '../../electron/backend/vault/vault.handlers.ts'
import { visitsHandlers } from '../../electron/backend/visits/visits.handlers.ts'
import type { Clerk } from '#core/access/access.ports.ts'
import type { Papers } from '#core/certificates/papers.ports.ts'
import type { Payload, Topic } from '#core/events.ts'
import type { Input, Method, Output } from '#core/contract.ts'
import type { Day } from '#core/kernel/day.ts'
import type { PrintJob, PrintOutcome } from '#core/kernel/desk.ts'
import type { RefusalData } from '#core/kernel/refusal.ts'
import type { Reply } from '#core/kernel/reply.ts'
import type { OfficeKeys, OfficeSigner } from '#core/verification/verification.ports.ts'
import { fakeDesk, type FakeDesk } from './fake-desk.ts'
import { plainSigner } from './papers.ts'

/** A branch office of its own on a real encrypted file, reached through the real router. */
export interface BranchOffice {
  readonly database: OfficeDatabase
  /** What the printer answers next; every job it was given. */
  readonly printer: {
    outcome: PrintOutcome
    readonly jobs: PrintJob[]
    /** What happens when a job comes; the outcome at once, unless told otherwise. */
    answer: () => Promise<PrintOutcome>
  }
  /** Its settings, and the files that were saved. */
  readonly desk: FakeDesk
  readonly batches: BatchWatch
  /** What every window was told. */
  readonly events: { readonly topic: Topic; readonly payload: Payload<Topic> }[]
  /** Signs a new clerk in at a window. */
  signIn(window: number, clerk?: Partial<Clerk>): Promise<Clerk>
  ask<M extends Method>(window: number, method: M, input: Input<M>): Promise<Reply<Output<M>>>
  /** The value of a call that must succeed. */
  get<M extends Method>(window: number, method: M, input: Input<M>): Promise<Output<M>>
  /** The refusal of a call that must fail. */
  refusal<M extends Method>(window: number, method: M, input: Input<M>): Promise<RefusalData>
  /** Imports an extract with the product's importer; throws unless it was loaded. */
  import(source: string): Promise<void>
  close(): Promise<void>
}

export interface BranchOfficeOptions {
  readonly folder: string
  readonly papers: Papers
  /** One that only pretends, where none is given. */
  readonly signer?: OfficeSigner
  /** The day on which the office's clock stands; today where none is given. */
  readonly today?: Day
  /** An office kept from an earlier run is opened with this key. */
  readonly key?: Uint8Array
}

const importWorker = new URL('../../electron/backend/extracts/import-worker.ts', import.meta.url)
const scanWorker = new URL('../../electron/backend/vault/scan-worker.ts', import.meta.url)

/** Opens the office in a folder, making it where there is none. */
export async function openBranchOffice(options: BranchOfficeOptions): Promise<BranchOffice> {
  const key = options.key ?? randomBytes(32)
  const database = existsSync(path.join(options.folder, 'office.db'))
    ? await openOfficeDatabase(options.folder, key)
    : await createOfficeDatabase(options.folder, key)
  const clock = options.today === undefined ? realClock : clockOn(options.today)
  const extracts = await openExtracts({
    database,
    workerFile: importWorker,
    now: clock.now,
    onIncident: (cause) => console.error(cause),
  })
  const identity = {
    kind: 'test',
    branchCode: '900',
    branchName: 'شعبه تهران',
    province: 'تهران',
  } as const
  const printer: BranchOffice['printer'] = {
    outcome: { printed: true, where: 'test printer' },
    jobs: [],
    answer: () => Promise.resolve(printer.outcome),
  }
  const sessions = new Sessions()
  const desk = fakeDesk()
  desk.print = (job) => {
    printer.jobs.push(job)
    return printer.answer()
  }
  const batches = new BatchWatch()
  const events: BranchOffice['events'] = []
  const keys = keysOf(options.signer ?? plainSigner)
  const call = routerOf(
    { database, identity, extracts, keys },
    { sessions, clock, desk, batches, events, options },
  )

  const ask: BranchOffice['ask'] = async (window, method, input) =>
    (await call({ window, method, input })) as Reply<Output<typeof method>>
  return {
    ...{ database, printer, desk, batches, events },
    ask,
    signIn: (window, clerk) => signIn({ database, clock, sessions }, window, clerk),
    async get(window, method, input) {
      const reply = await ask(window, method, input)
      if (!reply.ok) throw new Error(`${method} refused: ${JSON.stringify(reply.refusal)}`)
      return reply.value
    },
    async refusal(window, method, input) {
      const reply = await ask(window, method, input)
      if (reply.ok) throw new Error(`${method} was not refused`)
      return reply.refusal
    },
    async import(source) {
      const { done } = await extracts.start(
        source,
        { force: false, clerkId: null },
        () => undefined,
      )
      const { outcome, fault } = await done
      if (outcome !== 'done' && outcome !== 'already-imported')
        throw new Error(`import ${outcome}: ${JSON.stringify(fault)}`)
    },
    close: () => database.close(),
  }
}

/** The hand alone: what renews and publishes keys has suites of its own. */
function keysOf(signer: OfficeSigner): OfficeKeys {
  return {
    ...signer,
    make: () => Promise.reject(new Error('no new keys were expected')),
    signText: () => Promise.reject(new Error('no list was expected')),
    close: () => Promise.resolve(),
  }
}

interface Around {
  readonly sessions: Sessions
  readonly clock: Clock
  readonly desk: FakeDesk
  readonly batches: BatchWatch
  readonly events: BranchOffice['events']
  readonly options: BranchOfficeOptions
}

function routerOf(office: OpenOffice, { sessions, clock, desk, batches, events, options }: Around) {
  const lines = new MessageLines(clock.now)
  const pump = new MessagePump({
    ...{ lines, now: clock.now, isOpen: () => true },
    use: (work) => work(office),
    onIncident: (cause) => console.error(cause),
  })
  const messages = {
    lines,
    sending: codeSending({
      lines,
      drawSlip: (slip) => Promise.resolve(Buffer.from(JSON.stringify(slip))),
    }),
    sendDue: () => pump.run(),
  }
  // The slices' methods alone: what opens and guards the office has suites of its own.
  const handlers = {
    ...citizensHandlers,
    ...accountHandlers,
    ...visitsHandlers,
    ...insuredHandlers,
    ...careHandlers,
    ...employersHandlers,
    ...mandatesHandlers,
    ...pensionsHandlers,
    ...certificatesHandlers(batches),
    ...registrationHandlers(messages.sending),
    ...requestsHandlers,
    ...ticketsHandlers,
    ...worklistHandlers,
    ...noticesHandlers,
    ...reportsHandlers({
      drawReport: (sheet) => Promise.resolve(Buffer.from(JSON.stringify(sheet))),
    }),
    ...vaultHandlers({
      drawSlip: (slip) => Promise.resolve(Buffer.from(JSON.stringify(slip))),
      reducer: scanReducer(scanWorker),
    }),
    ...parametersHandlers,
    ...mobileHandlers(messages.sending),
    ...messagesHandlers(messages),
  } as unknown as Handlers
  const keeper = {
    isOpen: true,
    use: <T>(work: (open: OpenOffice) => Promise<T>) => work(office),
  } as unknown as OfficeKeeper
  return createRouter({
    handlers,
    sessions,
    keeper,
    scope: {
      ...{ clock, papers: options.papers, desk },
      emit: (topic, payload) => void events.push({ topic, payload }),
    },
    log: {
      note: () => undefined,
      incident: (cause) => {
        console.error(cause)
        return 'TEST'
      },
    },
  })
}

let clerks = 0

async function signIn(
  {
    database,
    clock,
    sessions,
  }: {
    readonly database: OfficeDatabase
    readonly clock: Clock
    readonly sessions: Sessions
  },
  window: number,
  given: Partial<Clerk> = {},
): Promise<Clerk> {
  const n = ++clerks
  const clerk: Clerk = {
    clerkId: randomUUID(),
    userName: `clerk${n}`,
    userKey: `clerk${n}-${randomUUID()}`,
    fullName: `متصدی ${n}`,
    personId: null,
    role: 'CLERK',
    duties: [],
    branchCode: '900',
    clerkCode: `T${randomUUID().slice(0, 8)}`,
    active: true,
    createdAt: clock.now(),
    ...given,
  }
  await database.transaction((tx) => changingClerksIn(tx).add(clerk))
  sessions.begin(window, clerk, `desk-${window}`)
  return clerk
}

/** Removes an office that a test has made. */
export function removeOffice(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
}
