import { describe, expect, test } from 'vitest'
import { keyFigures } from '#core/certificates/key-figures.rules.ts'
import { officialPapers } from '#core/certificates/official-papers.ts'
import { PaperKind, PaperOrder, PaperStatement } from '#core/certificates/paper.model.ts'
import { paperNumber } from '#core/certificates/paper-number.rules.ts'
import { visitForPaper } from '#core/certificates/state-paper.rules.ts'
import { KeyFigure } from '#core/verification/seal.model.ts'
import type { PresenceKind } from '#core/visits/visit.model.ts'
import { jalali } from '../../../support/counter.ts'
import { officeParameters } from '../../../support/stating.ts'

const papers = Object.values(officialPapers)
const today = jalali('1405/09/02')

describe('the registry of papers', () => {
  test('knows every kind by its own name, with an order and a statement', () => {
    expect(Object.keys(officialPapers).sort()).toEqual([...PaperKind.options].sort())
    for (const [name, { kind }] of Object.entries(officialPapers)) expect(kind).toBe(name)
    const kindsOf = (union: typeof PaperOrder | typeof PaperStatement) =>
      union.options.map((option) => option.shape.kind.value).sort()
    expect(kindsOf(PaperOrder)).toEqual([...PaperKind.options].sort())
    expect(kindsOf(PaperStatement)).toEqual([...PaperKind.options].sort())
  })

  test('gives each kind a digit or two of its own', () => {
    const digits = papers.map(({ digit }) => digit)
    expect(new Set(digits).size).toBe(papers.length)
    expect(digits.every((digit) => /^\d{1,2}$/.test(digit))).toBe(true)
    expect(paperNumber('900', 'decree', 1405, 7)).toBe('900-1405-5-000007')
  })

  test('says how long each counts', () => {
    const until = papers.map(({ kind, validUntil }) => [
      kind,
      validUntil(today, officeParameters()),
    ])
    expect(Object.fromEntries(until)).toEqual({
      'salary-certificate': jalali('1405/10/02'),
      'deduction-certificate': jalali('1405/10/02'),
      'record-certificate': jalali('1405/12/02'),
      'debt-statement': today,
      'pension-slip': null,
      decree: null,
      'record-statement': null,
      'request-receipt': null,
      'access-sheet': null,
      'decision-letter': null,
      'pension-status': null,
      'ticket-receipt': null,
      'care-statement': null,
    })
    expect(officialPapers['salary-certificate'].validUntil(today, [])).toBeNull()
  })

  test('names no figure twice', () => {
    for (const { figureNames } of papers) {
      expect(figureNames.length).toBeGreaterThan(0)
      expect(figureNames.length).toBeLessThanOrEqual(12)
      expect(new Set(figureNames).size).toBe(figureNames.length)
    }
  })
})

test('a figure is digits in its place, whatever it was made of', () => {
  const names = ['id', 'masked', 'number', 'missing', 'letters'] as const
  const figures = keyFigures(names, {
    id: '0000001341',
    masked: '000****341',
    number: '1405-8000101-1',
    missing: null,
    letters: 'ABC',
  })
  expect(figures.map(({ value }) => value)).toEqual([
    '0000001341',
    '000****341',
    '140580001011',
    '0',
    '0',
  ])
  for (const figure of figures) expect(KeyFigure.safeParse(figure).success).toBe(true)
})

describe('who may have the sheet of who saw a file', () => {
  const needsOf = (presenceKind: PresenceKind) =>
    ({
      visits: {
        findOpen: () => Promise.resolve({ clerkId: 'c', presenceKind, power: null, scope: [] }),
      },
      actor: { clerkId: 'c' },
      today: () => today,
    }) as unknown as Parameters<typeof visitForPaper>[0]
  const order = { kind: 'access-sheet', since: null } as const

  test.each(['SELF', 'LAWYER', 'ATTORNEY', 'NATURAL_GUARDIAN', 'GUARDIAN'] as const)('%s', (by) =>
    expect(visitForPaper(needsOf(by), 'v', order)).resolves.toMatchObject({ presenceKind: by }),
  )
  test.each(['OPEN_REQUEST', 'OFFICIAL_ORDER', 'COMPANY_SIGNATORY'] as const)('not %s', (by) =>
    expect(visitForPaper(needsOf(by), 'v', order)).rejects.toMatchObject({
      data: { code: 'forbidden', what: 'not-by-this-presence' },
    }),
  )
})
