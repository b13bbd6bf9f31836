import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Box } from '#core/vault/vault.model.ts'
import { forgetCitizen } from '../../../../renderer/client/forget.ts'
import { useBox } from '../../../../renderer/vault/box.store.ts'
import { kilobyteText, megabyteText } from '../../../../renderer/vault/size-text.ts'
import { createFakeApp, ok, type FakeApp } from '../../../support/fake-app.ts'
import { day } from '../../../support/fake-office.ts'

const at = (hour: number) => `2026-11-23T0${hour}:00:00.000Z`
const paper = (id: string, hour: number) => ({
  ...{ documentId: id, kind: 'salary-certificate', number: `900-${id}`, issuedAt: at(hour) },
  ...{
    citizenName: 'نام',
    validUntil: null,
    trackingCode: null,
    sha256: '',
    printState: 'PRINTED',
  },
  ...{ printFault: null, prints: 1, standing: 'VALID', share: null },
})
const scan = (id: string, hour: number) => ({
  ...{ documentId: id, papers: ['PHOTO'], title: 'عکس', addedOn: day('1405/09/02') },
  ...{ format: 'png', size: 10, measure: null, brought: null, addedAt: at(hour), requests: [] },
})
const boxOf = (change: object = {}) =>
  ({
    papers: [paper('p2', 4), paper('p1', 2)],
    scans: [scan('s', 3)],
    ...{ usedBytes: 10, limits: { quotaBytes: 100 } },
    ...change,
  }) as unknown as Box

let app: FakeApp
beforeEach(() => {
  setActivePinia(createPinia())
  app = createFakeApp({ 'vault.box': () => ok(boxOf()) })
  vi.stubGlobal('window', { app: app.bridge })
})
afterEach(() => vi.unstubAllGlobals())

it('shows papers and scans together, newest first, or one sort of them', async () => {
  const box = useBox()
  await box.reload('v')
  const ids = () => box.rows.map(({ documentId }) => documentId)
  expect(ids()).toEqual(['p2', 's', 'p1'])
  expect(box.chosen?.documentId).toBe('p2')
  box.filter = 'SCANS'
  expect(ids()).toEqual(['s'])
  box.filter = 'PAPERS'
  expect(ids()).toEqual(['p2', 'p1'])
})

it('chooses what took the place of a scan that is gone', async () => {
  const box = useBox()
  await box.reload('v')
  box.selected = 's'
  app.answer('vault.removeScan', () => ok(null))
  app.answer('vault.box', () => ok(boxOf({ scans: [] })))
  expect(await box.removeScan('v', 's', 'REPLACED')).toEqual(ok(null))
  expect(box.selected).toBe('p1')
})

it('lists papers alone where the power does not open scans', async () => {
  app.answer('vault.box', () => ok(boxOf({ scans: null })))
  const box = useBox()
  await box.reload('v')
  expect(box.rows).toHaveLength(2)
})

it('gives and ends leave, and reads the box again', async () => {
  const shared = { share: null, where: null, fault: 'no-printer' } as const
  app.answer('vault.share', () => ok(shared))
  app.answer('vault.endShare', () => ok(null))
  const box = useBox()
  expect(await box.share('v', 'p1', 'DAY')).toEqual(ok(shared))
  expect(await box.endShare('v', 'x')).toEqual(ok(null))
  expect(app.calls.map(({ method }) => method)).toEqual([
    'vault.share',
    'vault.box',
    'vault.endShare',
    'vault.box',
  ])
})

it('keeps nothing of the citizen after him', async () => {
  const box = useBox()
  await box.reload('v')
  box.filter = 'SCANS'
  forgetCitizen()
  expect([box.box.state, box.filter, box.selected]).toEqual(['idle', 'ALL', null])
  expect(box.rows).toEqual([])
})

it('tells sizes as people do', () => {
  expect([0, 1, 1023, 1536, 2_097_152].map(kilobyteText)).toEqual(
    ['۱', '۱', '۱', '۲', '۲۰۴۸'].map((n) => `${n} کیلوبایت`),
  )
  expect([0, 1_258_291, 10_485_760].map(megabyteText)).toEqual(['۰', '۱٫۲', '۱۰'])
})
