/**
 * A pension file of 420 slips of 20 lines each:
 *
 *   npm run build && npm run bench:pension
 *
 * One JSON line for each measure. Questions through the router with their ratio to a bare prepared query of the same
 * run; the list on the screen of the built program, from a trace of the window, between the start of the task that
 * takes the reply and the frame in which the list stands; twelve slips issued at once by the whole office, drawn,
 * sealed and signed.
 */
import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import {
  attach,
  openExisting,
  type Connection,
} from '../../electron/backend/database/engines/connection.ts'
import { Desk } from '../e2e/pages/desk.page.ts'
import { t } from '../e2e/pages/texts.ts'
import { openBranchOffice, removeOffice, type BranchOffice } from '../support/branch-office.ts'
import { jalali, openFileOf } from '../support/counter.ts'
import { demonstrationSignIn, prepareDemonstrationOffice } from '../support/demonstration-office.ts'
import { noPapers } from '../support/papers.ts'
import { LONG_PENSION, LONG_PENSIONER, madeSlips, slipExtract } from '../support/slip-extract.ts'
import { slipOffice } from '../support/slip-office.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { wholeOffice } from '../support/whole-office.ts'
import { inTurns, median, round, timed } from './measuring.ts'
import { openings } from './painting.ts'

const key = new Uint8Array(32).fill(7)
const BATCHES = 8
const YEAR = 1400
const LIST_MS = 100
const BATCH_MS = 1000

function report(measure: string, figures: Readonly<Record<string, unknown>>): void {
  console.log(JSON.stringify({ bench: 'pension', measure, ...figures }))
}

const worst = (times: readonly number[]) => round(Math.max(...times), 2)

/** A connection without the product around it. */
function bareConnection({ database }: BranchOffice): Connection {
  const bare = openExisting(database.pathOf('office.db'), key, 'reading')
  attach(bare, database.pathOf(database.extractFile()), 'extract', key)
  return bare
}

async function questions(): Promise<void> {
  const folder = temporaryFolder()
  const office = await openBranchOffice({
    ...{ folder, papers: noPapers, key },
    today: jalali('1405/09/02'),
  })
  await office.import(slipExtract())
  await office.signIn(1)
  const { visit } = await openFileOf(office, 1, LONG_PENSIONER)
  const { visitId } = visit
  const bare = bareConnection(office)
  const select = bare.prepare<[string]>(
    `select * from payslips where pension_number = ? order by year desc, month desc`,
  )
  const [from = '', to = ''] = madeSlips().map(({ slipNumber }) => slipNumber)
  const pensionNumber = LONG_PENSION
  const times = await inTurns(
    {
      bare: () => Promise.resolve(select.all(pensionNumber)),
      list: () => office.get(1, 'pensions.slips', { visitId, pensionNumber }),
      year: () => office.get(1, 'pensions.slipYear', { visitId, pensionNumber, year: YEAR }),
      slip: () => office.get(1, 'pensions.slip', { visitId, slipNumber: to }),
      compared: () => office.get(1, 'pensions.compareSlips', { visitId, from, to }),
    },
    { warmUp: 30, turns: 6, rounds: 30 },
  )
  const baseline = median(times.bare)
  for (const [name, taken] of Object.entries(times))
    report(name === 'bare' ? 'bare prepared query of 420 slips' : name, {
      p50: round(median(taken), 2),
      worst: worst(taken),
      ratio: round(median(taken) / baseline, 2),
      ...(name === 'bare' ? { baseline: true } : {}),
    })
  bare.close()
  await office.close()
  removeOffice(folder)
}

async function onTheScreen(): Promise<void> {
  const office = await slipOffice()
  const desk = await Desk.open({ office })
  await desk.signIn()
  const session = await desk.page.context().newCDPSession(desk.page)
  const figures = await openings(desk, session, {
    grid: t('pensions.slipTable'),
    before: () => desk.find(LONG_PENSION),
    open: () => desk.keys.press('Enter'),
  })
  report('list painted after the reply', { ...figures, target: LIST_MS })
  await desk.close()
  for (const folder of [office, desk.userDataDir])
    await rm(folder, { recursive: true, force: true })
}

/** A year holds its twelve months, an Eid bonus and arrears: fourteen papers, where the target speaks of twelve. */
async function aYearOfSlips(): Promise<void> {
  const folder = await slipOffice()
  const office = await wholeOffice({ folder })
  await office.get(1, 'access.signIn', demonstrationSignIn('CLERK'))
  const { hits } = await office.get(1, 'citizens.search', { text: LONG_PENSION, limit: 1 })
  const { visit } = await office.get(1, 'visits.begin', {
    citizenId: hits[0]?.citizenId ?? 0,
    presence: { kind: 'SELF', cardSeen: true },
    purpose: 'CERTIFICATE',
    reason: null,
  })
  const batch = { of: 'year-of-slips', pensionNumber: LONG_PENSION, year: YEAR } as const
  let papers = 0
  const issue = async () => {
    const { items } = await office.get(1, 'certificates.issueBatch', {
      ...{ visitId: visit.visitId, batch, idempotencyKey: randomUUID() },
    })
    papers = items.filter(({ outcome }) => outcome === 'ISSUED').length
  }
  const first = await timed(issue)
  const times: number[] = []
  for (let turn = 0; turn < BATCHES; turn++) times.push(await timed(issue))
  report('a year of slips issued, warm', {
    papers,
    milliseconds: round(median(times), 0),
    of_twelve: round((median(times) * 12) / papers, 0),
    worst: round(Math.max(...times), 0),
    first: round(first, 0),
    target: BATCH_MS,
  })
  await office.demolish()
}

await questions()
await prepareDemonstrationOffice()
await aYearOfSlips()
await onTheScreen()
