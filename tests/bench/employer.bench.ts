/**
 * An employer of 2,000 workshops, 999 contract rows at one of them and 300 debts with 20 documents each at another:
 *
 *   npm run build && npm run bench:employer
 *
 * One JSON line for each measure. Questions through the router with their ratio to a bare prepared query of the same
 * rows in the same run; the ledger on the screen of the built program, from a trace of the window, between the start of
 * the task that takes the reply and the frame in which the ledger stands.
 */
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
import { prepareDemonstrationOffice } from '../support/demonstration-office.ts'
import { CONTRACTOR, DEEP, employerExtract, WIDE } from '../support/employer-extract.ts'
import { employerOffice } from '../support/employer-office.ts'
import { noPapers } from '../support/papers.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { inTurns, median, round } from './measuring.ts'
import { openings } from './painting.ts'

const key = new Uint8Array(32).fill(7)
const LEDGER_MS = 100

function report(measure: string, figures: Readonly<Record<string, unknown>>): void {
  console.log(JSON.stringify({ bench: 'employer', measure, ...figures }))
}

/** A connection without the product around it. */
function bareConnection({ database }: BranchOffice): Connection {
  const bare = openExisting(database.pathOf('office.db'), key, 'reading')
  attach(bare, database.pathOf(database.extractFile()), 'extract', key)
  return bare
}

async function questions(): Promise<void> {
  const folder = temporaryFolder()
  const today = jalali('1405/09/02')
  const office = await openBranchOffice({ folder, papers: noPapers, key, today })
  await office.import(employerExtract())
  await office.signIn(1)
  const { visit } = await openFileOf(office, 1, CONTRACTOR)
  const { visitId, citizenId } = visit
  const at = (workshopCode: string) => ({ visitId, workshopCode, branchCode: '900' })
  const bare = bareConnection(office)
  const debts = bare.prepare<[string]>('select * from debts where workshop_code = ?')
  const documents = bare.prepare<[string]>(
    `select d.* from debts b cross join debt_documents d on d.debt_number = b.debt_number
      and d.branch_code = b.branch_code where b.workshop_code = ? order by d.debt_number, d.seq`,
  )
  const workshops = bare.prepare<[number]>(
    `select w.* from workshop_members m join workshops w on w.workshop_code = m.workshop_code
      and w.branch_code = m.branch_code and w.contract_row = '000' where m.citizen_id = ?`,
  )
  const contracts = bare.prepare<[string]>('select * from workshops where workshop_code = ?')
  const times = await inTurns(
    {
      'bare: 2,000 workshops': () => Promise.resolve(workshops.all(citizenId)),
      'the list of 2,000 workshops': () => office.get(1, 'employers.workshops', visitId),
      'bare: 300 debts and 6,000 documents': () =>
        Promise.resolve([debts.all(DEEP), documents.all(DEEP)]),
      'the ledger of 300 debts with 20 documents': () =>
        office.get(1, 'employers.ledger', at(DEEP)),
      'bare: 999 contract rows': () => Promise.resolve(contracts.all(WIDE)),
      'a workshop of 999 contract rows': () => office.get(1, 'employers.workshop', at(WIDE)),
    },
    { warmUp: 10, turns: 6, rounds: 10 },
  )
  let baseline = Number.NaN
  for (const [name, taken] of Object.entries(times)) {
    const isBare = name.startsWith('bare')
    if (isBare) baseline = median(taken)
    report(name, {
      p50: round(median(taken), 2),
      worst: round(Math.max(...taken), 2),
      ...(isBare ? { baseline: true } : { ratio: round(median(taken) / baseline, 2) }),
    })
  }
  bare.close()
  await office.close()
  removeOffice(folder)
}

async function onTheScreen(): Promise<void> {
  const office = await employerOffice()
  const desk = await Desk.open({ office })
  await desk.signIn()
  const session = await desk.page.context().newCDPSession(desk.page)
  const inquiry = desk.page.getByRole('grid', { name: t('employers.inquiry.table') })
  const figures = await openings(desk, session, {
    grid: t('employers.ledger.table'),
    before: async () => {
      await desk.openFile(DEEP)
      await inquiry.waitFor()
    },
    open: () => desk.page.getByRole('tab', { name: t('employers.ledger.title') }).click(),
  })
  report('ledger painted after the reply', { ...figures, target: LEDGER_MS })
  await desk.close()
  for (const folder of [office, desk.userDataDir])
    await rm(folder, { recursive: true, force: true })
}

await questions()
await prepareDemonstrationOffice()
await onTheScreen()
