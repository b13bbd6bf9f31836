import { describe, expect, test } from 'vitest'
import type { TrailDeed } from '#core/audit/audit.ports.ts'
import { accessSheet } from '#core/certificates/access-sheet.paper.ts'
import { instantAt } from '#core/kernel/instant.ts'
import { jalali } from '../../../support/counter.ts'
import { stating } from '../../../support/stating.ts'

const order = { kind: 'access-sheet', since: null } as const

const deed = (action: string, change: Partial<TrailDeed> = {}): TrailDeed => ({
  at: instantAt(Date.UTC(2026, 10, 22, 20, 29)),
  action,
  object: null,
  outcome: 'done',
  clerkCode: 'C1',
  workstation: 'desk-1',
  presence: 'SELF',
  paperNumber: null,
  trackingCode: null,
  ...change,
})

describe('the access sheet', () => {
  test('tells each deed by its kind, a refused one as refused, an unknown one as such', () => {
    const deeds = [
      deed('visits.begin'),
      deed('visits.begin', { outcome: 'forbidden', presence: null }),
      deed('citizens.reveal', { object: 'field MOBILE' }),
      deed('certificates.issue', { object: 'document x', paperNumber: '900-1405-1-000001' }),
      deed('certificates.issueBatch', { object: 'document y', paperNumber: '900-1405-2-000001' }),
      deed('certificates.print', { object: 'document x', paperNumber: '900-1405-1-000001' }),
      deed('requests.file', { object: 'request y', trackingCode: '1234567890' }),
      deed('visits.end'),
      deed('pensions.files', { outcome: 'forbidden' }),
      deed('something.new', { clerkCode: null }),
    ]
    expect(
      accessSheet(stating(order), deeds).rows.map((row) => `${row.deed} ${row.object ?? '–'}`),
    ).toEqual([
      'OPENED –',
      'REFUSED –',
      'REVEALED MOBILE',
      'PAPER_ISSUED 900-1405-1-000001',
      'PAPER_ISSUED 900-1405-2-000001',
      'PAPER_PRINTED 900-1405-1-000001',
      'REQUEST_FILED 1234567890',
      'ENDED –',
      'REFUSED –',
      'OTHER –',
    ])
  })

  test('tells a print once, though it is noted when sent and when answered', () => {
    const print = (object: string, change: Partial<TrailDeed> = {}) =>
      deed('certificates.print', { object, paperNumber: object, ...change })
    const other = { clerkCode: 'C2' }
    const refused = print('a', { outcome: 'forbidden' })
    const deeds = [
      print('a'),
      print('b', other),
      print('a'),
      refused,
      print('b', other),
      print('a'),
    ]
    const rows = accessSheet(stating(order), deeds).rows
    expect(rows.map((row) => `${row.deed} ${row.object ?? ''}`)).toEqual([
      'PAPER_PRINTED a',
      'REFUSED a',
      'PAPER_PRINTED b',
      'PAPER_PRINTED a',
    ])
  })

  test('begins on the day asked for, by the clock of Tehran', () => {
    const before = deed('visits.begin')
    const after = deed('visits.end', { at: instantAt(Date.UTC(2026, 10, 22, 20, 30)) })
    const since = jalali('1405/09/02')
    const paper = accessSheet(stating({ ...order, since }), [after, before])
    expect(paper.from).toBe(since)
    expect(paper.rows.map((row) => row.deed)).toEqual(['ENDED'])
    expect(accessSheet(stating(order), [after, before]).rows).toHaveLength(2)
  })
})
