import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '#core/kernel/day.ts'
import { instantAt, type Instant } from '#core/kernel/instant.ts'
import type { Permission } from '#core/kernel/permission.ts'
import {
  ageOf,
  deedFault,
  deedsFor,
  dueAt,
  dueOf,
  nearlyFrom,
  reopenUntil,
  shutFor,
  statusAfter,
  type TicketStanding,
  WAITING_STATUSES,
} from '#core/tickets/ticket-life.rules.ts'
import { TicketDeed, TicketStatus } from '#core/tickets/ticket.model.ts'
import { jalali } from '../../../support/counter.ts'
import { officeParameters } from '../../../support/stating.ts'

const today = jalali('1405/09/02')
const now = '2026-11-23T08:00:00.000Z' as Instant
const parameters = officeParameters()
const HOUR = 3_600_000
const later = (hours: number) => instantAt(Date.parse(now) + hours * HOUR)

const standing: TicketStanding = {
  status: 'REGISTERED',
  personId: '0000001015',
  aboutClerkId: null,
  aboutPersonId: null,
  assignedTo: null,
  answeredBy: null,
  answeredAt: null,
  score: null,
}
const needs = { actor: { clerkId: 'me' }, today, reopenUntil: addDays(today, 3) }

describe('where a deed leads from each status', () => {
  const rows: Readonly<Record<TicketStatus, Readonly<Partial<Record<TicketDeed, TicketStatus>>>>> =
    {
      REGISTERED: { ATTACH: 'REGISTERED', REFER: 'REFERRED', TAKE: 'IN_REVIEW' },
      REFERRED: { ATTACH: 'REFERRED', REFER: 'REFERRED', TAKE: 'IN_REVIEW' },
      IN_REVIEW: {
        ...{ ATTACH: 'IN_REVIEW', REFER: 'REFERRED', TAKE: 'IN_REVIEW', ANSWER: 'ANSWERED' },
      },
      ANSWERED: { RATE: 'ANSWERED', CLOSE: 'CLOSED', REOPEN: 'REGISTERED' },
      CLOSED: { RATE: 'CLOSED', REOPEN: 'REGISTERED' },
    }
  const pairs = TicketStatus.options.flatMap((status) =>
    TicketDeed.options.map((deed) => [status, deed, rows[status][deed]] as const),
  )
  test.each(pairs)('%s, %s: %s', (status, deed, after) => {
    expect(statusAfter(status, deed)).toBe(after)
    if (after === undefined)
      expect(deedFault(deed, { ...standing, status }, needs)).toBe('ticket-not-now')
  })

  test('nothing leads to an answer but review, and nothing out of one but the citizen or closing', () => {
    const to = (status: TicketStatus) =>
      pairs.filter(([, , after]) => after === status).map(([from, deed]) => `${from} ${deed}`)
    expect(to('ANSWERED')).toEqual(['IN_REVIEW ANSWER', 'ANSWERED RATE'])
    expect(to('CLOSED')).toEqual(['ANSWERED CLOSE', 'CLOSED RATE'])
  })
})

describe('who may do what', () => {
  const may = (ticket: Partial<TicketStanding>, permissions: readonly Permission[]) =>
    deedsFor(
      { ...standing, ...ticket },
      { ...needs, may: (permission) => permissions.includes(permission) },
    )
  const COUNTER: readonly Permission[] = ['tickets.handle']
  const EXPERT: readonly Permission[] = ['tickets.handle', 'tickets.answer']

  test('the counter takes in and follows up, an expert answers what he has in review', () => {
    expect(may({}, COUNTER)).toEqual(['ATTACH'])
    expect(may({}, EXPERT)).toEqual(['ATTACH', 'REFER', 'TAKE'])
    const mine = { status: 'IN_REVIEW', assignedTo: 'me' } as const
    expect(may(mine, EXPERT)).toEqual(['ATTACH', 'REFER', 'ANSWER'])
    expect(may({ ...mine, assignedTo: 'other' }, EXPERT)).toEqual(['ATTACH', 'REFER', 'TAKE'])
    expect(may(mine, COUNTER)).toEqual(['ATTACH'])
  })

  test('who answered neither rates the answer, nor is it rated twice', () => {
    const answered = { status: 'ANSWERED', answeredBy: 'other', answeredAt: now } as const
    expect(may(answered, COUNTER)).toEqual(['RATE', 'CLOSE', 'REOPEN'])
    expect(may({ ...answered, answeredBy: 'me' }, EXPERT)).toEqual(['CLOSE', 'REOPEN'])
    expect(may({ ...answered, score: 4 }, COUNTER)).toEqual(['CLOSE', 'REOPEN'])
  })

  test('it opens again until the last day for that, and no later', () => {
    const closed = { ...standing, status: 'CLOSED', answeredAt: now, answeredBy: 'other' } as const
    const on = (days: number) =>
      deedFault('REOPEN', closed, { ...needs, today: addDays(today, days) })
    expect([on(0), on(3), on(4)]).toEqual([undefined, undefined, 'ticket-reopen-late'])
    expect(deedFault('REOPEN', closed, { ...needs, reopenUntil: null })).toBe('ticket-reopen-late')
  })

  test.each([
    ['his own, under any account', { personId: '0000001015' }, 'c', 'own-ticket'],
    ['one that names his account', { aboutClerkId: 'c' }, 'c', 'ticket-about-you'],
    [
      'one that names another account of his',
      { aboutClerkId: 'd', aboutPersonId: '0000001031' },
      'c',
      'ticket-about-you',
    ],
  ] as const)('%s is shut', (_, ticket, clerkId, fault) => {
    const personId = 'aboutPersonId' in ticket ? '0000001031' : '0000001015'
    const of = { ...standing, personId: null, ...ticket }
    expect(shutFor({ clerkId, personId }, of)).toBe(fault)
    expect(shutFor({ clerkId: 'x', personId: null }, of)).toBeUndefined()
  })
})

describe('the promise', () => {
  test('is 72 hours from the moment, and nothing without the parameter', () => {
    expect(dueAt(now, parameters)).toBe(later(72))
    expect(dueAt(now, [])).toBeNull()
  })

  test('is told as nearly due a day before, as overdue from the moment after', () => {
    const soon = nearlyFrom(now, parameters)
    expect(soon).toBe(later(24))
    const of = (due: Instant | null, status: TicketStatus = 'REFERRED') =>
      dueOf({ status, dueAt: due }, { now, soon })
    expect(of(later(25))).toBe('IN_TIME')
    expect(of(later(24))).toBe('NEARLY')
    expect(of(now)).toBe('NEARLY')
    expect(of(instantAt(Date.parse(now) - 1))).toBe('OVERDUE')
    expect(of(null)).toBe('IN_TIME')
    expect(of(later(-99), 'ANSWERED')).toBe('ANSWERED')
  })

  test('only gets worse as time goes on, and is kept by an answer alone', () => {
    const order = ['IN_TIME', 'NEARLY', 'OVERDUE']
    fc.assert(
      fc.property(
        fc.constantFrom(...TicketStatus.options),
        fc.integer({ min: -200, max: 200 }),
        fc.integer({ min: 0, max: 200 }),
        (status, hours, pass) => {
          const at = (moment: Instant) =>
            dueOf(
              { status, dueAt: later(hours) },
              { now: moment, soon: nearlyFrom(moment, parameters) },
            )
          const [first, second] = [at(now), at(later(pass))]
          if (!WAITING_STATUSES.includes(status))
            expect([first, second]).toEqual(['ANSWERED', 'ANSWERED'])
          else expect(order.indexOf(second)).toBeGreaterThanOrEqual(order.indexOf(first))
        },
      ),
    )
  })

  test('of opening again is ten days after the answer', () => {
    expect(reopenUntil(now, parameters)).toBe(addDays(today, 10))
    expect(reopenUntil(null, parameters)).toBeNull()
    expect(reopenUntil(now, [])).toBeNull()
  })
})

test.each([
  [0, 'TODAY'],
  [-1, 'DAYS'],
  [-3, 'DAYS'],
  [-4, 'OVER'],
  [1, 'TODAY'],
] as const)('a ticket of day %i is %s', (days, age) => {
  expect(ageOf(addDays(today, days), today)).toBe(age)
})
