import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { useRecordCertificate } from '../../../../renderer/certificates/record-certificate.store.ts'
import { createFakeOffice } from '../../../support/fake-office.ts'
import { ok } from '../../../support/fake-app.ts'
import { anOpening } from '../../../support/fake-papers.ts'

const bank = { institutionCode: 'B015', name: 'بانک سپه', kind: 'BANK', bankCode: '015' } as const

beforeEach(() => {
  setActivePinia(createPinia())
  const app = createFakeOffice({ 'certificates.recipients': () => ok([bank]) })
  vi.stubGlobal('window', { app: app.bridge })
})
afterEach(() => vi.unstubAllGlobals())

it('shows the records themselves until they are accepted, and orders nothing before', async () => {
  const paper = useRecordCertificate()
  await paper.open(anOpening())
  paper.recipient = bank
  paper.branch = 'میدان'
  paper.scope = 'COMBINED'
  expect(paper.order).toBeNull()
  expect(paper.shownBefore).toEqual({ kind: 'record-statement', scope: 'COMBINED' })
  expect(paper.firstFault).toBe('accepted')
  paper.isAccepted = true
  expect(paper.order).toEqual({
    kind: 'record-certificate',
    scope: 'COMBINED',
    institutionCode: 'B015',
    recipientBranch: 'میدان',
    accepted: true,
  })
})

it('forgets the acceptance when it opens again', async () => {
  const paper = useRecordCertificate()
  await paper.open(anOpening())
  paper.isAccepted = true
  await paper.open(anOpening())
  expect(paper.isAccepted).toBe(false)
})

it('says so where there is nothing to certify', async () => {
  const paper = useRecordCertificate()
  await paper.open(anOpening({ visitId: 'visit-7' }))
  expect(paper.source.state).toBe('empty')
})

it('lets others ask for it for as long as is chosen, and for nothing unless it is', async () => {
  const paper = useRecordCertificate()
  await paper.open(anOpening())
  expect(paper.shareTerm).toBeNull()
  paper.share = 'MONTH'
  expect(paper.shareTerm).toBe('MONTH')
  await paper.open(anOpening())
  expect(paper.shareTerm).toBeNull()
})
