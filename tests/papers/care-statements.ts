import type { z } from 'zod'
import { CareStatement } from '#core/certificates/care-statement.model.ts'
import { issue, person } from './statement-parts.ts'
import type { Issue } from './statement-parts.ts'

type People = z.input<typeof CareStatement>['people']

const number = '0090000134'
const shared = { insuranceNumber: number, until: null, ground: null, because: [] }

const family: People = [
  {
    ...{ fullName: person.fullName, personId: person.nationalId, relation: 'SELF' },
    ...{ through: 'SELF', state: 'COVERED', basis: 'CENTRE', ...shared },
  },
  {
    ...{ fullName: 'محمدحسین رضایی‌پور', personId: '0000001201', relation: 'SPOUSE' },
    ...{ through: 'SPOUSE', state: 'COVERED', basis: 'LAW', ...shared, ground: 'MARRIAGE' },
  },
  {
    ...{ fullName: 'امیرحسین رضایی‌پور', personId: '0000001260', relation: 'SON' },
    ...{ through: 'SON', state: 'COVERED', basis: 'CENTRE', ...shared, until: '2027-05-09' },
  },
  {
    ...{ fullName: 'نازنین‌زهرا رضایی‌پور', personId: '0000001244', relation: 'DAUGHTER' },
    ...{ through: 'DAUGHTER', state: 'NOT_COVERED', basis: 'CENTRE', ...shared },
    because: [
      { code: 'coverage-not-covered', values: { reason: 'ازدواج', day: '2025-03-21' } },
      { code: 'daughter-married', values: {} },
    ],
  },
  {
    ...{ fullName: 'بی‌بی گوهر میرزایی', personId: '100000123456', relation: 'MOTHER' },
    ...{ through: 'MOTHER', state: 'PENDING', basis: 'CENTRE', ...shared },
    because: [{ code: 'coverage-pending', values: { reason: '' } }],
  },
]

/** گواهی استحقاق درمان of an invented family of five: three covered, one not, one asked about. */
export function aCareStatement(
  change: Partial<z.input<typeof CareStatement>> = {},
  issueChange: Partial<Issue> = {},
): CareStatement {
  return CareStatement.parse({
    kind: 'care-statement',
    issue: { ...issue, validUntil: null, ...issueChange },
    trackingCode: '1048402117',
    ...{ person, on: '2026-11-23', asOf: '2026-11-21', people: family, covered: 3 },
    ...change,
  })
}

/** The same of a person without any number, and alone. */
export function nobodysDependant(): CareStatement {
  const [own] = family
  const because = [{ code: 'coverage-no-number', values: {} }]
  return aCareStatement({
    people: own
      ? [{ ...own, state: 'NOT_COVERED', basis: 'NOTHING', insuranceNumber: null, because }]
      : [],
    covered: 0,
  })
}

/** A family of `count`, among them names as long as they come; the first is covered as somebody's wife. */
export function aLargeFamily(count: number, long: string): CareStatement {
  const people: People = Array.from({ length: count }, (_, i) => ({
    ...{ fullName: i % 3 === 0 ? long : 'امیرحسین رضایی‌پور', personId: '0000001260' },
    relation: i === 0 ? ('SELF' as const) : ('SON' as const),
    through: i === 0 ? ('SPOUSE' as const) : ('SON' as const),
    ...{ state: 'COVERED' as const, basis: 'CENTRE' as const, ...shared, until: '2027-05-09' },
  }))
  return aCareStatement({ people, covered: count })
}
