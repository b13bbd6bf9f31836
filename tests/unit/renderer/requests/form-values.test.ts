import { expect, it } from 'vitest'
import { z } from 'zod'
import { Day } from '#core/kernel/day.ts'
import {
  fieldsOf,
  filedForm,
  formFaults,
  isOptional,
  readForm,
  writeForm,
} from '../../../../renderer/requests/form-values.ts'
import type { ServiceForm } from '../../../../renderer/requests/service-form.ts'
import { jalali } from '../../../support/counter.ts'

const Line = z.object({ days: z.int().min(1) })
const service: ServiceForm = {
  kind: 'MARRIAGE',
  schema: z.object({
    day: Day,
    name: z.string().trim().min(3),
    office: z.string().trim().min(1).nullable(),
    amount: z.int().min(500),
    sure: z.boolean(),
    state: z.enum(['A', 'B']),
    order: z.string().min(1).nullable(),
    lines: z.array(Line).min(1, 'too_small'),
    papers: z.array(z.string()),
    note: z.string().max(5),
  }),
  steps: [
    {
      id: 'one',
      fields: [
        { id: 'day', input: { as: 'day' } },
        { id: 'name', input: { as: 'text', maxlength: 80 } },
        { id: 'office', input: { as: 'text', maxlength: 80 } },
        { id: 'amount', input: { as: 'amount' } },
      ],
    },
    {
      id: 'two',
      fields: [
        { id: 'sure', input: { as: 'condition' } },
        { id: 'state', input: { as: 'choice', ids: ['A', 'B'] } },
        {
          id: 'order',
          input: { as: 'text', maxlength: 9 },
          when: ({ state }) => state === 'B',
        },
        { id: 'lines', input: { as: 'part', part: {} } },
      ],
    },
  ],
}
const whole = {
  ...{ day: jalali('1405/07/01'), name: 'همسر نمونه', office: '', amount: 700, sure: true },
  ...{ state: 'A', order: 'کهنه', lines: [{ days: 3 }], papers: ['PHOTO'], note: '' },
}
const faultsOf = (more: Readonly<Record<string, unknown>>, required: readonly string[] = []) =>
  formFaults(service, { ...readForm(service, {}), ...whole, ...more }, required)

it('a whole form has no faults, and files nothing for what is blank or not asked', () => {
  expect(faultsOf({}, ['PHOTO'])).toEqual({})
  expect(filedForm(service, whole)).toMatchObject({
    office: null,
    order: null,
    lines: [{ days: 3 }],
  })
})

it('what is typed wrong is kept and comes back as it was typed', () => {
  const typed = readForm(service, { day: '1405/13/40', amount: 'ده', lines: [{ days: 0 }] })
  expect(readForm(service, writeForm(typed))).toEqual(typed)
  expect(typed).toMatchObject({ day: '1405/13/40', amount: 'ده', sure: null })
})

it('each field says what is wrong with it, a part with the place', () => {
  const day = '1405/13/40'
  const lines = [{ days: 3 }, { days: 0 }]
  expect(
    faultsOf({ day, name: '', amount: 3, sure: null, state: '', lines, note: '123456' }, ['X']),
  ).toEqual({
    day: { fault: 'day' },
    name: { fault: 'required' },
    amount: { fault: 'too_small' },
    sure: { fault: 'answer' },
    state: { fault: 'required' },
    'lines.1.days': { fault: 'too_small' },
    note: { fault: 'too_big' },
    papers: { fault: 'papers' },
  })
})

it('a field is asked only while its question stands', () => {
  expect(faultsOf({ state: 'B', order: '' })).toEqual({})
  expect(isOptional(service, 'order')).toBe(true)
  expect(isOptional(service, 'name')).toBe(false)
  expect(filedForm(service, { ...whole, state: 'B' })['order']).toBe('کهنه')
})

it('keeps the order of the screen', () => {
  expect(
    fieldsOf(service)
      .map(({ id }) => id)
      .slice(0, 3),
  ).toEqual(['day', 'name', 'office'])
})
