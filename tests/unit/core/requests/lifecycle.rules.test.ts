import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { Day } from '#core/kernel/day.ts'
import { ParameterFile } from '#core/parameters/parameters.model.ts'
import {
  isFinal,
  mayBecome,
  needsApplicant,
  openStatuses,
  promisedOn,
} from '#core/requests/lifecycle.rules.ts'
import { RequestKind, RequestStatus } from '#core/requests/request.model.ts'
import { lawTable } from '../../../support/law-table.ts'

const permitted = lawTable('lifecycle', ['from', 'to', 'kind', 'source'])

describe('lifecycle, table of law', () => {
  it.each(permitted)('$from → $to', ({ from, to, kind }) => {
    const of = kind === 'any' ? 'MARRIAGE' : RequestKind.parse(kind)
    expect(mayBecome(of, RequestStatus.parse(from), RequestStatus.parse(to))).toBe(true)
  })

  it('allows nothing else, for no kind', () => {
    const allowed = new Set(permitted.map(({ from, to, kind }) => `${kind} ${from} ${to}`))
    for (const kind of RequestKind.options)
      for (const from of RequestStatus.options)
        for (const to of RequestStatus.options)
          expect(mayBecome(kind, from, to), `${kind} ${from} ${to}`).toBe(
            allowed.has(`any ${from} ${to}`) || allowed.has(`${kind} ${from} ${to}`),
          )
  })

  it('ends in four states', () => {
    expect(RequestStatus.options.filter(isFinal)).toEqual(['18', '19', '2602', 'CANCELLED'])
    expect(RequestStatus.options.filter(needsApplicant)).toEqual(['14', '21'])
    expect(openStatuses).toEqual(['2', '6', '9', '14', '16', '21'])
  })
})

describe('promisedOn', () => {
  const file = new URL('../../../../resources/parameters.json', import.meta.url)
  const parameters = ParameterFile.parse(JSON.parse(readFileSync(file, 'utf8')))
  const filedOn = Day.parse('2026-11-21')

  it('counts the days of the kind from the day after filing', () => {
    expect(promisedOn('MARRIAGE', filedOn, parameters)).toBe('2026-12-06')
  })

  it('promises nothing where nothing is known', () => {
    expect(promisedOn('MOBILE_CHANGE', filedOn, parameters)).toBeUndefined()
    expect(promisedOn('MARRIAGE', filedOn, [])).toBeUndefined()
  })
})
