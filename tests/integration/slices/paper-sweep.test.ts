import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { officialPapers } from '#core/certificates/official-papers.ts'
import type { PaperOrder } from '#core/certificates/paper.model.ts'
import { figuresOf, statePaper } from '#core/certificates/state-paper.rules.ts'
import { instantAt } from '#core/kernel/instant.ts'
import { Refusal } from '#core/kernel/refusal.ts'
import { KeyFigure } from '#core/verification/seal.model.ts'
import { selectRows } from '../../../electron/backend/database/rows.ts'
import { readingNeeds } from '../../../electron/backend/repositories.ts'
import { openBranchOffice, removeOffice, type BranchOffice } from '../../support/branch-office.ts'
import { jalali } from '../../support/counter.ts'
import { faultyExtract, sampleExtract } from '../../support/extracts.ts'
import { noPapers } from '../../support/papers.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

type Sources = ReturnType<typeof readingNeeds>

/** What may be ordered of an extract: one row for each paper. */
interface Thing {
  readonly citizenId: number
  readonly pensionNumber: string
  readonly decreeNumber: string
  readonly slipNumber: string
  readonly workshopCode: string
  readonly branchCode: string
}

interface Sweep {
  readonly name: string
  readonly things: string
  readonly order: (thing: Thing) => PaperOrder
  /** What a rule may answer instead of a statement. */
  readonly refusals: readonly string[]
}

const recipient = { institutionCode: 'B013', recipientBranch: 'مرکزی' }
const INSURED = 'select distinct citizen_id as citizenId from insured'
const SHARES = 'select citizen_id as citizenId, pension_number as pensionNumber from pension_shares'

const sweeps: readonly Sweep[] = [
  {
    name: 'decree of every heir',
    things: `select s.citizen_id as citizenId, d.pension_number as pensionNumber,
      d.decree_number as decreeNumber
      from decrees d join pension_shares s on s.pension_number = d.pension_number`,
    order: ({ pensionNumber, decreeNumber }) => ({ kind: 'decree', pensionNumber, decreeNumber }),
    refusals: ['decree-figures-differ', 'decree-without-lines'],
  },
  {
    name: 'slip',
    things: 'select citizen_id as citizenId, slip_number as slipNumber from payslips',
    order: ({ slipNumber }) => ({ kind: 'pension-slip', slipNumber }),
    refusals: ['slip-figures-differ'],
  },
  {
    name: 'certificate of every share',
    things: SHARES,
    order: ({ pensionNumber }) => ({ kind: 'salary-certificate', pensionNumber, ...recipient }),
    refusals: ['pension-inactive', 'no-slip', 'slip-figures-differ'],
  },
  {
    name: 'statement of every record',
    things: INSURED,
    order: () => ({ kind: 'record-statement', scope: 'COMBINED' }),
    refusals: ['no-records'],
  },
  {
    name: 'certificate of every record',
    things: INSURED,
    order: () => ({ kind: 'record-certificate', scope: 'WAGES', ...recipient, accepted: true }),
    refusals: ['no-records'],
  },
  {
    name: 'ledger of every workshop',
    things: `select citizen_id as citizenId, workshop_code as workshopCode,
      branch_code as branchCode from workshop_members where role <> 'REPRESENTATIVE'`,
    order: ({ workshopCode, branchCode }) => ({
      ...{ kind: 'debt-statement', workshopCode, branchCode },
      ...{ contractRow: null, ledger: true },
    }),
    refusals: ['workshop'],
  },
]

describe.each([
  ['sample', sampleExtract],
  ['dirty', () => faultyExtract('dirty')],
] as const)('every paper of the %s extract', (_name, extract) => {
  const today = jalali('1405/08/30')
  const folder = temporaryFolder()
  let office: BranchOffice

  beforeAll(async () => {
    office = await openBranchOffice({ folder, papers: noPapers, today })
    await office.import(extract())
  }, 120_000)

  afterAll(async () => {
    await office.close()
    removeOffice(folder)
  })

  /** 'stated', or what the paper's rule refuses; anything else is thrown. */
  async function outcome(order: PaperOrder, citizenId: number, sources: Sources): Promise<string> {
    const naming = { number: '900-1405-1-000001', trackingCode: '1234567890' }
    try {
      const paper = await statePaper(order, citizenId, naming, sources)
      const figures = figuresOf(paper)
      expect(figures.map(({ name }) => name)).toEqual(officialPapers[paper.kind].figureNames)
      for (const figure of figures) KeyFigure.parse(figure)
      return 'stated'
    } catch (cause) {
      if (cause instanceof Refusal) return cause.data.what ?? cause.data.code
      throw cause
    }
  }

  test.each(sweeps)(
    '$name is stated, or refused by its rule',
    async ({ things, order, refusals }) => {
      const seen = new Set<string>()
      const count = await office.database.read(async (reader) => {
        const sources = readingNeeds({
          actor: { clerkCode: 'C1', workstation: 'desk-1' },
          today: () => today,
          now: () => instantAt(0),
          office: { kind: 'test', branchCode: '900', branchName: 'شعبه', province: 'تهران' },
          reader,
        } as unknown as Parameters<typeof readingNeeds>[0])
        const rows = await selectRows<Thing>(reader, things)
        for (const row of rows) seen.add(await outcome(order(row), row.citizenId, sources))
        return rows.length
      })
      expect(count).toBeGreaterThan(0)
      expect(seen).toContain('stated')
      expect([...seen].filter((what) => what !== 'stated' && !refusals.includes(what))).toEqual([])
    },
  )
})
