import { describe, expect, test } from 'vitest'
import type { DocumentBook, KeptPaper, NewPaper } from '#core/certificates/certificates.ports.ts'
import { issuePaper } from '#core/certificates/issue-paper.use-case.ts'
import type { Day } from '#core/kernel/day.ts'
import { instantAt } from '#core/kernel/instant.ts'
import { Refusal } from '#core/kernel/refusal.ts'
import { rial } from '#core/kernel/rial.ts'
import type { HeldVisit } from '#core/visits/visits.ports.ts'

type Needs = Parameters<typeof issuePaper>[1]
type Reading = Parameters<Parameters<Needs['reading']>[0]>[0]
type Writing = Parameters<Parameters<Needs['writing']>[0]>[0]

const today = '2026-11-23' as Day
const visit = {
  visitId: 'v',
  citizenId: 7,
  personId: '0010000011',
  clerkId: 'c',
  scope: ['PENSION'],
  power: null,
} as unknown as HeldVisit
const actor = {
  clerkId: 'c',
  clerkCode: 'C1',
  role: 'CLERK',
  branchCode: '900',
  workstation: 'desk',
  personId: null,
} as const

/** An office in memory with one pensioner, one slip and one recipient. */
function anOffice() {
  const kept: KeptPaper[] = []
  let serial = 0
  const events: string[] = []
  const documents = {
    findByKey: (key: string) => Promise.resolve(kept.find((paper) => keys.get(paper) === key)),
    nextSerial: () => Promise.resolve(serial + 1),
    takeSerial: () => Promise.resolve(++serial),
    add: (paper: NewPaper) => {
      events.push(`kept ${paper.number}`)
      const added: KeptPaper = {
        ...paper,
        citizenName: 'علی رضایی',
        printState: 'WAITING',
        prints: 0,
      }
      keys.set(added, paper.idempotencyKey)
      kept.push(added)
      return Promise.resolve()
    },
  } as unknown as DocumentBook
  const keys = new Map<KeptPaper, string>()
  const common = { visits: { findOpen: () => Promise.resolve(visit) }, actor, today: () => today }
  const reading = {
    ...common,
    documents,
    now: () => instantAt(0),
    requests: { newTrackingCode: () => Promise.resolve('1234567890') },
    parameters: { list: () => Promise.resolve([]) },
    institutions: { find: () => Promise.resolve({ name: 'بانک رفاه' }) },
    citizens: {
      findIdentity: () =>
        Promise.resolve({
          ...{ personId: '0010000011', firstName: 'علی', lastName: 'رضایی', fatherName: null },
          ...{ birthDate: today, certificateNumber: '0', issueCity: null },
        }),
    },
    pensions: {
      listFiles: () =>
        Promise.resolve([
          {
            ...{ pensionNumber: '1234567', status: 'ACTIVE', shareStatus: 'ACTIVE' },
            ...{ pensionType: 'RETIREMENT', establishedOn: today, insuranceNumber: '0012345678' },
            ...{ branchCode: '900', branchName: 'تهران' },
          },
        ]),
      listSlips: () =>
        Promise.resolve([
          {
            ...{ paymentType: 'MONTHLY', year: 1405, month: 8, seq: 1 },
            ...{ totalPayments: rial(10), totalDeductions: rial(2), totalLoans: rial(3) },
            net: rial(5),
          },
        ]),
    },
    origin: {
      officeKind: 'test',
      branch: { code: '900', name: 'تهران', province: 'تهران' },
      verificationUrl: 'https://verify.example.ir/d',
    },
  } as unknown as Reading
  const needs: Needs = {
    newId: () => `id${kept.length}`,
    papers: {
      render: (statement) => {
        events.push(`drawn ${statement.issue.number ?? ''}`)
        return Promise.resolve({ bytes: new Uint8Array(), sha256: 'aa' })
      },
    },
    reading: (work) => work(reading),
    writing: (work) => work({ ...common, documents, note: () => undefined } as unknown as Writing),
  }
  return { needs, events, skipNumber: () => (serial += 1) }
}

const ordered = {
  visitId: 'v',
  idempotencyKey: 'k',
  order: {
    kind: 'salary-certificate' as const,
    pensionNumber: '1234567',
    institutionCode: 'B013',
    recipientBranch: 'مرکزی',
  },
}

describe('issuing', () => {
  test('draws first and keeps afterwards, once for a key', async () => {
    const { needs, events } = anOffice()
    const first = await issuePaper(ordered, needs)
    expect(await issuePaper(ordered, needs)).toEqual(first)
    expect(events).toEqual(['drawn 900-1405-1-000001', 'kept 900-1405-1-000001'])
    expect(Object.keys(first).sort()).not.toContain('statement')
  })

  test('draws again when another desk took the number meanwhile', async () => {
    const { needs, events, skipNumber } = anOffice()
    let drawn = 0
    const papers: Needs['papers'] = {
      render: (statement) => {
        if (drawn++ === 0) skipNumber()
        return needs.papers.render(statement)
      },
    }
    const paper = await issuePaper(ordered, { ...needs, papers })
    expect(events.at(-1)).toBe(`kept ${paper.number}`)
    expect(events.filter((event) => event.startsWith('drawn'))).toHaveLength(2)
  })

  test('a paper that cannot be drawn takes no number', async () => {
    const { needs, events } = anOffice()
    const papers: Needs['papers'] = { render: () => Promise.reject(new Error('no glyph')) }
    await expect(issuePaper(ordered, { ...needs, papers })).rejects.toThrow('no glyph')
    expect(events).toEqual([])
  })

  test('a visit that does not cover pensions issues nothing', async () => {
    const { needs } = anOffice()
    const reading: Needs['reading'] = (work) =>
      needs.reading((inside) =>
        work({
          ...inside,
          visits: {
            ...inside.visits,
            findOpen: () => Promise.resolve({ ...visit, scope: ['RECORDS'] }),
          },
        }),
      )
    await expect(issuePaper(ordered, { ...needs, reading })).rejects.toThrow(Refusal)
  })
})
