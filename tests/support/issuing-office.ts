import { createHash } from 'node:crypto'
import type { IssuingNeeds } from '#core/certificates/issue-paper.use-case.ts'
import type { PaperOrder } from '#core/certificates/paper.model.ts'
import type { PaperSources } from '#core/certificates/paper-sources.ports.ts'
import type { Actor } from '#core/kernel/actor.ts'
import { instantAt } from '#core/kernel/instant.ts'
import { rial } from '#core/kernel/rial.ts'
import type { PaySlipLine } from '#core/pensions/pension.model.ts'
import type { StoredSlip } from '#core/pensions/pensions.ports.ts'
import type { SealedFacts } from '#core/verification/seal.model.ts'
import type { VisitNeeds } from '#core/visits/open-visit.rules.ts'
import type { HeldVisit } from '#core/visits/visits.ports.ts'
import { FakeDocuments } from './fake-documents.ts'
import { day } from './fake-office.ts'
import { aPensionFile } from './fake-papers.ts'
import { plainPapers, plainSigner } from './papers.ts'

const today = day('1405/09/02')

/** The clerk of an office in memory, and who stands before him. */
export const actor: Actor = {
  ...{ clerkId: 'c', clerkCode: 'C1', role: 'CLERK', duties: [], branchCode: '900' },
  ...{ workstation: 'desk', personId: null },
}

/** Every citizen has the same pension, and one slip in each of the months given. */
const MONTHS = [6, 7, 8] as const

const line = (block: PaySlipLine['block'], amount: number): PaySlipLine => ({
  ...{ block, item: 'X', title: 'ردیف', amount: rial(amount), remaining: null },
})

const slips: readonly StoredSlip[] = MONTHS.map((month) => ({
  ...{ slipNumber: `14050${month}1`, pensionNumber: '8000101', paymentType: 'MONTHLY', seq: 1 },
  ...{ year: 1405, month, daysPaid: 30, paidOn: null },
  ...{ totalPayments: rial(10), totalDeductions: rial(2), totalLoans: rial(3), net: rial(5) },
  ...{ bankCode: null, bankName: null, accountNumber: null },
  lines: [line('PAYMENT', 10), line('DEDUCTION', 2), line('LOAN', 3)],
}))

/** The order of a certificate that this office would issue. */
export const certificateOrder: PaperOrder = {
  kind: 'salary-certificate',
  ...{ pensionNumber: '8000101', institutionCode: 'B013', recipientBranch: 'مرکزی' },
}

/** An office in memory in which paper can be ordered; `events` tells what was done in which order. */
export interface IssuingOffice {
  readonly documents: FakeDocuments
  readonly needs: IssuingNeeds
  readonly reading: VisitNeeds & PaperSources
  readonly events: string[]
  readonly sealed: SealedFacts[]
  /** The visit that is open; null when none is. */
  visit: HeldVisit | null
}

/** An office with one visitor, citizen 7. */
export function issuingOffice(): IssuingOffice {
  const documents = new FakeDocuments()
  const events: string[] = []
  const sealed: SealedFacts[] = []
  const visits = {
    findOpen: () => Promise.resolve(office.visit ?? undefined),
    findOpenOfClerk: () => Promise.resolve(office.visit ?? undefined),
    findOpenRequestRole: () => Promise.resolve(undefined),
  }
  const common = { visits, actor, today: () => today, now: () => instantAt(0), documents }
  let trackingCode = 1_000_000_000
  const reading = {
    ...common,
    requests: { newTrackingCode: () => Promise.resolve(String(trackingCode++)) },
    parameters: { list: () => Promise.resolve([]) },
    institutions: { find: () => Promise.resolve({ name: 'بانک رفاه' }) },
    citizens: {
      findIdentity: (citizenId: number) =>
        Promise.resolve({
          ...{ personId: `001000001${citizenId}`, firstName: 'علی', lastName: 'رضایی' },
          ...{ fatherName: null, birthDate: today, certificateNumber: '0', issueCity: null },
          deathDate: null,
        }),
    },
    pensions: {
      listFiles: () => Promise.resolve([aPensionFile()]),
      listSlips: () => Promise.resolve(slips),
      findSlip: (_citizenId: number, slipNumber: string) =>
        Promise.resolve(slips.find((slip) => slip.slipNumber === slipNumber)),
    },
    origin: {
      officeKind: 'test',
      branch: { code: '900', name: 'تهران', province: 'تهران' },
      verificationUrl: 'https://verify.example.ir/d',
    },
  } as unknown as IssuingOffice['reading']
  const needs: IssuingNeeds = {
    inTurn: (_kind, work) => work(),
    newId: () => `id${documents.papers.length}`,
    sha256: (bytes) => createHash('sha256').update(bytes).digest('hex'),
    papers: {
      render: (statement) => {
        events.push(`drawn ${statement.issue.number ?? ''}`)
        return plainPapers.render(statement)
      },
    },
    signer: {
      seal: (facts) => {
        sealed.push(facts)
        return plainSigner.seal(facts)
      },
      sign: (pdf, at) => {
        events.push('signed')
        return plainSigner.sign(pdf, at)
      },
    },
    reading: (work) => work(reading),
    writing: async (work) => {
      const before = documents.papers.length
      const value = await documents.transaction(() =>
        work({ ...common, note: ({ object }) => void events.push(object) }),
      )
      for (const { number } of documents.papers.slice(before)) events.push(`kept ${number}`)
      return value
    },
  }
  const office: IssuingOffice = {
    ...{ documents, needs, reading, events, sealed },
    visit: {
      ...{ visitId: 'v', citizenId: 7, personId: '0010000017', clerkId: 'c', power: null },
      ...{ presenceKind: 'SELF', scope: ['PENSION'] },
    } as unknown as HeldVisit,
  }
  return office
}
