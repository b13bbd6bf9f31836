import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MandateScope, NewMandate } from '#core/employers/mandate.model.ts'
import type { KeptMandate } from '#core/employers/mandates.ports.ts'
import {
  actsForTarget,
  covers,
  jointScope,
  mandateState,
  mandateVersion,
  mayHandOn,
  newerGazette,
  type Acting,
} from '#core/employers/mandates.rules.ts'
import { mayActFor, presentStakes } from '#core/employers/stakes.rules.ts'
import { addDays, dayOfJalali, daysBetween, type Day } from '#core/kernel/day.ts'
import type { Instant } from '#core/kernel/instant.ts'
import { jalali } from '../../../support/counter.ts'

const today = jalali('1405/09/02')
const at = '2026-11-23T08:00:00.000Z' as Instant

function mandate(change: Partial<KeptMandate> = {}): KeptMandate {
  const mandateId = 'm1'
  return {
    ...{ mandateId, citizenId: 1, personId: '0000001384', holderName: 'نمونه' },
    ...{ kind: 'GAZETTE', number: '22001', day: jalali('1405/08/01'), position: 'مدیرعامل' },
    ...{ issuer: null, legalEntityId: '99000000112', workshopCode: null, branchCode: null },
    ...{ scope: ['DEBTS'], from: jalali('1405/08/01'), until: jalali('1407/08/01') },
    ...{ visitId: 'v', enteredAt: at, enteredBy: 'a', enteredByName: 'متصدی' },
    ...{ enteredByPersonId: null, targetName: 'شرکت', decidedByName: 'سرپرست', ending: null },
    decision: { mandateId, outcome: 'CONFIRMED', decidedAt: at, decidedBy: 'b', note: null },
    ...change,
  }
}

const anyDay = fc.integer({ min: -2000, max: 2000 }).map((n) => addDays(today, n))
const anyScope = fc.option(fc.subarray([...MandateScope.options]))

describe('the state of a mandate', () => {
  it('waits until a second person confirmed it, and a refusal is final', () => {
    expect(mandateState(mandate({ decision: null }), today)).toBe('WAITING')
    const { decision } = mandate()
    const refused = mandate({
      decision: decision && { ...decision, outcome: 'REFUSED', note: 'x' },
    })
    expect(mandateState(refused, today)).toBe('REFUSED')
    expect(mandateVersion(mandate({ decision: null }))).toBe(1)
    expect(mandateVersion(mandate())).toBe(2)
  })

  it('counts on its first and its last day, not before and not after', () => {
    const one = mandate({ from: today, until: addDays(today, 1) })
    const on = (n: number) => mandateState(one, addDays(today, n))
    expect([on(-1), on(0), on(1), on(2)]).toEqual(['AHEAD', 'IN_FORCE', 'IN_FORCE', 'EXPIRED'])
  })

  it('that ends on the leap day is over on the first of the year', () => {
    const last = dayOfJalali(1403, 12, 30)
    const nowruz = dayOfJalali(1404, 1, 1)
    if (!last || !nowruz) throw new Error('no leap day')
    const one = mandate({ from: jalali('1403/01/01'), until: last })
    expect(mandateState(one, last)).toBe('IN_FORCE')
    expect(mandateState(one, nowruz)).toBe('EXPIRED')
    expect(daysBetween(last, nowruz)).toBe(1)
  })

  it('that was ended counts at no time', () => {
    const ended = { mandateId: 'm1', endedOn: today, endedAt: at, endedBy: 'a', visitId: 'v' }
    const one = mandate({ ending: { ...ended, reason: 'عزل' } })
    fc.assert(fc.property(anyDay, (day) => mandateState(one, day) === 'ENDED'))
    expect(mandateVersion(one)).toBe(3)
  })

  it('is in force only between its days, and only confirmed', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(900), fc.boolean(), anyDay, (from, length, confirmed, day) => {
        const until = addDays(from, length)
        const one = mandate({ from, until, ...(confirmed ? {} : { decision: null }) })
        expect(mandateState(one, day) === 'IN_FORCE').toBe(confirmed && day >= from && day <= until)
      }),
    )
  })
})

const paper = { kind: 'GAZETTE', number: '1', day: jalali('1405/01/01') } as const
type Part = Parameters<typeof presentStakes>[0][number]
const anyPart: fc.Arbitrary<Part> = fc
  .tuple(
    fc.constantFrom('OWNER' as const, 'SIGNATORY' as const, 'REPRESENTATIVE' as const),
    fc.constantFrom('9000161000', '9000161001'),
    anyDay,
    fc.option(fc.nat(900)),
    fc.option(anyDay),
    anyScope,
  )
  .map(([role, workshopCode, actsFrom, length, closedOn, scope]) => ({
    ...{ role, workshopCode, branchCode: '900', actsFrom, closedOn, scope },
    actsUntil: length === null ? null : addDays(actsFrom, length),
    paper: scope === null ? null : paper,
  }))

describe('what somebody may do for a workshop', () => {
  it('never goes beyond what his parts in force allow together', () => {
    fc.assert(
      fc.property(fc.array(anyPart, { maxLength: 8 }), anyDay, (parts, day) => {
        for (const shown of presentStakes(parts, day)) {
          const inForce = parts.filter(
            (part) =>
              part.workshopCode === shown.workshopCode && mayActFor(part, part.closedOn, day),
          )
          expect(inForce.length).toBeGreaterThan(0)
          for (const one of MandateScope.options)
            expect(covers(shown, one)).toBe(inForce.some((part) => covers(part, one)))
        }
      }),
    )
  })

  it('a mandate acts on no day outside its own, whatever became of the workshop', () => {
    fc.assert(
      fc.property(anyPart, anyDay, (part, day) => {
        if (part.paper === null) return
        const within = day >= part.actsFrom && (part.actsUntil === null || day <= part.actsUntil)
        expect(mayActFor(part, part.closedOn, day)).toBe(within)
      }),
    )
  })

  it('the centre states no scope: whom it registered may do all', () => {
    for (const one of MandateScope.options) expect(covers({ scope: null }, one)).toBe(true)
    expect(jointScope([['PAPERS', 'DEBTS'], null])).toBeNull()
    expect(jointScope([['REQUESTS'], ['DEBTS']])).toEqual(['DEBTS', 'REQUESTS'])
  })

  it('of two parts in one role the one of the centre is shown', () => {
    const part = { role: 'SIGNATORY', workshopCode: '9000161000', branchCode: '900' } as const
    const days = { actsFrom: jalali('1400/01/01'), actsUntil: null, closedOn: null }
    const byMandate = { ...part, ...days, scope: ['DEBTS' as const], paper }
    const byCentre = { ...part, ...days, scope: null, paper: null }
    expect(presentStakes([byMandate, byCentre], today)).toEqual([byCentre])
    expect(presentStakes([byMandate], today)).toEqual([byMandate])
  })
})

const stake: Acting = {
  ...{ workshopCode: '9000161000', branchCode: '900', legalEntityId: '99000000112' },
  role: 'SIGNATORY',
  scope: null,
}
const company = { legalEntityId: '99000000112', workshopCode: null, branchCode: null }
const workshop = { legalEntityId: null, workshopCode: '9000161000', branchCode: '900' }

describe('whose letter may be entered', () => {
  it.each([
    ['a signatory for his company', stake, company, true],
    ['a signatory for his workshop', stake, workshop, true],
    ['an owner', { ...stake, role: 'OWNER' as const }, workshop, true],
    ['not a representative', { ...stake, role: 'REPRESENTATIVE' as const }, workshop, false],
    ['not for another company', { ...stake, legalEntityId: '10380284790' }, company, false],
    ['not for another branch', { ...stake, branchCode: '901' }, workshop, false],
    ['not where there is no company', { ...stake, legalEntityId: null }, company, false],
    ['not beyond his own scope', { ...stake, scope: ['DEBTS' as const] }, workshop, false],
  ])('%s', (_, acting, target, may) => {
    expect(mayHandOn([acting], target, ['DEBTS', 'PAPERS'])).toBe(may)
    expect(mayHandOn([], target, [])).toBe(false)
  })

  it('gives no more than one of his own papers covers', () => {
    fc.assert(
      fc.property(fc.array(anyScope), fc.subarray([...MandateScope.options]), (held, scope) => {
        const stakes = held.map((one) => ({ ...stake, scope: one }))
        if (!mayHandOn(stakes, company, scope)) return
        const joint = jointScope(held)
        expect(scope.every((part) => covers({ scope: joint }, part))).toBe(true)
      }),
    )
  })

  it('a company is acted for through any of its workshops', () => {
    expect(actsForTarget({ ...stake, workshopCode: '9000169999' }, company)).toBe(true)
    expect(actsForTarget({ ...stake, workshopCode: '9000169999' }, workshop)).toBe(false)
  })
})

describe('a newer gazette', () => {
  const signature = { role: 'SIGNATORY', actsFrom: jalali('1400/01/01'), paper: null } as const
  const others = mandate({ citizenId: 2 })

  it('that names others speaks against a signature of the centre', () => {
    const { kind, number, day } = others
    expect(newerGazette(signature, [others], 1, today)).toEqual({ kind, number, day })
    const newer = mandate({ citizenId: 3, number: '22002', day: jalali('1405/08/20') })
    expect(newerGazette(signature, [others, newer], 1, today)?.number).toBe('22002')
  })

  it.each<[string, readonly KeptMandate[], Partial<{ role: 'OWNER'; actsFrom: Day }>]>([
    ['there is none', [], {}],
    ['one names him', [others, mandate()], {}],
    ['it is older than his signature', [others], { actsFrom: jalali('1405/08/01') }],
    ['it waits', [mandate({ citizenId: 2, decision: null })], {}],
    ['it has expired', [mandate({ citizenId: 2, until: jalali('1405/09/01') })], {}],
    ['it is a letter', [mandate({ citizenId: 2, kind: 'LETTER' })], {}],
    ['he owns the workshop', [others], { role: 'OWNER' }],
  ])('says nothing where %s', (_, about, change) => {
    expect(newerGazette({ ...signature, ...change }, about, 1, today)).toBeNull()
  })
})

describe('a mandate as it is typed', () => {
  const typed = (legalEntityId: string, scope: readonly string[] = ['DEBTS']) =>
    NewMandate.safeParse({
      ...{ visitId: 'v', personId: null, scope, from: today, until: null },
      target: { of: 'COMPANY', legalEntityId },
      paper: { kind: 'GAZETTE', number: '1', day: today, position: 'مدیرعامل' },
    })

  it.each([
    '10380284790',
    '10100001235',
    '14000123453',
    '10260123450',
    '۱۰۳۸۰۲۸۴۷۹۰',
    '1038-0284790',
  ])('accepts the legal ID %s', (text) => {
    expect(typed(text).success).toBe(true)
  })

  it.each([
    ['10380284791', 'checksum'],
    ['10100001230', 'checksum'],
    ['1038028479', 'format'],
    ['00000000000', 'checksum'],
    ['', 'required'],
  ])('refuses the legal ID «%s»: %s', (text, fault) => {
    const { error } = typed(text)
    expect(error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([
      ['target.legalEntityId', fault],
    ])
  })

  it('every scope begins with what is owed, in the order of the enum', () => {
    expect(typed('10380284790', ['PAPERS']).error?.issues[0]?.message).toBe('mandate-scope')
    expect(typed('10380284790', []).success).toBe(false)
    expect(typed('10380284790', ['REQUESTS', 'DEBTS', 'DEBTS']).data?.scope).toEqual([
      'DEBTS',
      'REQUESTS',
    ])
  })
})
