import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { anyService } from '#core/requests/citizen-services.ts'
import { FileableKind, type DraftForm } from '#core/requests/request.model.ts'
import { readTyped, verdict } from '#core/requests/verdict.rules.ts'
import { jalali, serviceFacts } from '../../../support/service-facts.ts'

const marriage = anyService('MARRIAGE')

it('each field is read by itself: what is wrong is left out', () => {
  const draft = { marriageDate: '1405/07/01', permanent: false, spouseId: '12', note: 'یک' }
  expect(readTyped(marriage, draft)).toEqual({ permanent: false, note: 'یک' })
})

describe.each(FileableKind.options)('%s', (kind) => {
  const service = anyService(kind)

  it('is closed after a death, with the day', () => {
    const deathDate = jalali('1402/03/17')
    const facts = serviceFacts({ identity: { deathDate } })
    expect(verdict(service, {}, facts)).toMatchObject({
      entitled: false,
      because: [{ code: 'citizen-deceased', values: { day: deathDate } }],
    })
  })

  it('judges any draft without failing, with a reason whenever it says no', () => {
    const value = fc.oneof(
      fc.string({ maxLength: 20 }),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.constantFrom('1405-01-01', '2026-10-01', '0000001058', 'SELF', 'MORE'),
    )
    const fields = Object.keys(service.form.shape)
    const drafts = fc.dictionary(fc.constantFrom(...fields), value) as fc.Arbitrary<DraftForm>
    fc.assert(
      fc.property(drafts, (draft) => {
        const facts = serviceFacts()
        const decision = verdict(service, readTyped(service, draft), facts)
        if (decision) expect(decision.entitled).toBe(decision.because.length === 0)
        for (const option of decision?.options ?? [])
          expect(option.entitled).toBe(option.because.length === 0)
        service.papers(readTyped(service, draft), facts)
      }),
      { numRuns: 60 },
    )
  })

  it('fills in only what its form knows', () => {
    const fields = Object.keys(service.form.shape)
    for (const field of Object.keys(service.prefill(serviceFacts())))
      expect(fields).toContain(field)
    for (const field of Object.keys(service.choices(serviceFacts())))
      expect(field.length).toBeGreaterThan(0)
  })
})
