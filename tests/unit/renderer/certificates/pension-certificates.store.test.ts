import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { PensionCertificate } from '#core/certificates/pension-certificates.model.ts'
import { usePensionCertificates } from '../../../../renderer/certificates/pension-certificates.store.ts'
import { forgetCitizen } from '../../../../renderer/client/forget.ts'
import { jalali } from '../../../support/counter.ts'
import { createFakeApp, ok, type FakeApp } from '../../../support/fake-app.ts'
import { aCertificate } from '../../../support/fake-papers.ts'

const use = { letterNumber: '12/345', letterOn: jalali('1405/09/02') }
let list: PensionCertificate[]
let app: FakeApp

beforeEach(() => {
  list = [
    aCertificate({ number: 'A' }),
    aCertificate({ number: 'B', kind: 'salary-certificate', state: 'EXPIRED' }),
    aCertificate({ number: 'C', origin: 'CENTRE', documentId: null, state: 'UNTOLD' }),
  ]
  setActivePinia(createPinia())
  app = createFakeApp({
    'certificates.ofPensions': () => ok(list),
    'certificates.recordUse': () => {
      list = list.map((one) => (one.number === 'A' ? { ...one, state: 'USED', use } : one))
      return ok(aCertificate({ state: 'USED', use }))
    },
  })
  vi.stubGlobal('window', { app: app.bridge })
})
afterEach(() => vi.unstubAllGlobals())

const numbers = (rows: readonly PensionCertificate[]) => rows.map(({ number }) => number)

it('begins with the newest, and shows those that bind, or of one kind', async () => {
  const store = usePensionCertificates()
  await store.reload('visit-1')
  expect([numbers(store.rows), store.chosen?.number]).toEqual([['A', 'B', 'C'], 'A'])
  store.filter = 'OPEN'
  expect(numbers(store.rows)).toEqual(['A', 'C'])
  store.filter = 'SALARY'
  expect([numbers(store.rows), store.chosen]).toEqual([['B'], undefined])
  store.filter = 'DEDUCTION'
  expect(numbers(store.rows)).toEqual(['A', 'C'])
})

it('keeps the choice when the list comes again, and shows what was recorded', async () => {
  const store = usePensionCertificates()
  await store.reload('visit-1')
  store.selected = 'C'
  await store.reload('visit-1')
  expect(store.selected).toBe('C')
  store.selected = 'A'
  const reply = await store.recordUse('visit-1', 'document-1', use)
  expect([reply.ok, store.chosen?.state]).toEqual([true, 'USED'])
})

it('forgets everything at the end of a visit', async () => {
  const store = usePensionCertificates()
  await store.reload('visit-1')
  store.filter = 'OPEN'
  forgetCitizen()
  expect([store.rows, store.filter, store.selected]).toEqual([[], 'ALL', null])
})
