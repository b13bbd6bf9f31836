import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { refused } from '#core/kernel/reply.ts'
import type { BeginVisit } from '#core/visits/visit.model.ts'
import { whenForgotten } from '../../../../renderer/client/forget.ts'
import { useVisit } from '../../../../renderer/visits/visit.store.ts'
import { createFakeOffice } from '../../../support/fake-office.ts'

const cleared = vi.fn()
whenForgotten(cleared)
let app = createFakeOffice()

beforeEach(() => {
  setActivePinia(createPinia())
  app = createFakeOffice()
  vi.stubGlobal('window', { app: app.bridge })
  cleared.mockClear()
})
afterEach(() => vi.unstubAllGlobals())

const order = (citizenId: number): BeginVisit => ({
  citizenId,
  presence: { kind: 'SELF', cardSeen: true },
  purpose: 'INQUIRY',
  reason: null,
})

it('opens the file in the role that was searched for', async () => {
  const visit = useVisit()
  await visit.begin(order(1), { kind: 'WORKSHOP_CODE', role: 'EMPLOYER', target: '1012000101' })
  expect(visit.role).toBe('EMPLOYER')
  expect(visit.target).toBe('1012000101')
})

it('brings requests or tickets first when a tracking code was searched for', async () => {
  const visit = useVisit()
  await visit.begin(order(1), { kind: 'TRACKING_CODE', role: 'INSURED', target: '14050800412' })
  expect(visit.foundPart).toEqual({ role: 'INSURED', tab: 'requests' })
  await visit.begin(order(1), { kind: 'TICKET_CODE', role: 'INSURED', target: '1048409917' })
  expect(visit.foundPart).toEqual({ role: 'INSURED', tab: 'tickets' })
  await visit.begin(order(1), { kind: 'NAME', role: 'INSURED', target: null })
  expect(visit.foundPart).toBeNull()
})

it('falls back to a role that the citizen holds, or to none', async () => {
  const visit = useVisit()
  await visit.begin(order(2), { kind: 'NAME', role: 'PENSIONER', target: null })
  expect(visit.role).toBe('INSURED')
  await visit.begin(order(8), { kind: 'NAME', role: 'INSURED', target: null })
  expect(visit.role).toBeNull()
})

it('never shows a role that is not held', async () => {
  const visit = useVisit()
  await visit.begin(order(2), null)
  visit.select('PENSIONER')
  expect(visit.role).toBe('INSURED')
})

it('clears the last citizen before the next one comes', async () => {
  const visit = useVisit()
  await visit.begin(order(1), null)
  cleared.mockClear()
  await visit.begin(order(2), null)
  expect(cleared).toHaveBeenCalledOnce()
  expect(visit.file?.citizenId).toBe(2)
})

it('keeps the open file when the next one is refused', async () => {
  const visit = useVisit()
  await visit.begin(order(1), null)
  app.answer('visits.begin', () => refused({ code: 'forbidden', what: 'own-file' }))
  cleared.mockClear()
  const reply = await visit.begin(order(2), null)
  expect(reply.ok).toBe(false)
  expect(visit.file?.citizenId).toBe(1)
  expect(cleared).not.toHaveBeenCalled()
})

it('clears the screen at once, whatever the office answers to the end', async () => {
  const visit = useVisit()
  await visit.begin(order(1), null)
  app.answer('visits.end', () => refused({ code: 'unavailable' }))
  const ending = visit.end()
  expect(visit.file).toBeNull()
  await ending
  expect(visit.last).toBe(1)
})
