import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { PaperOrder } from '#core/certificates/paper.model.ts'
import type { Reply } from '#core/kernel/reply.ts'
import { PREVIEW_PAUSE_MS, paperPreview } from '../../../../renderer/certificates/paper-preview.ts'
import { createFakeApp, ok } from '../../../support/fake-app.ts'

const slip = (slipNumber: string): PaperOrder => ({ kind: 'pension-slip', slipNumber })

/** Previews answer when the test says so, in any order. */
function install() {
  const waiting = new Map<string, () => void>()
  const app = createFakeApp({
    'certificates.preview': ({ order }) => {
      const name = order.kind === 'pension-slip' ? order.slipNumber : ''
      return new Promise<Reply<{ pdf: string }>>((resolve) => {
        waiting.set(name, () => resolve(ok({ pdf: name })))
      })
    },
  })
  vi.stubGlobal('window', { app: app.bridge })
  const answer = async (name: string) => {
    waiting.get(name)?.()
    await vi.advanceTimersByTimeAsync(0)
  }
  return { ...app, answer }
}
beforeEach(() => vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('draws the first order at once and a later one after a pause', async () => {
  const app = install()
  const preview = paperPreview()
  preview.show('visit-1', slip('1'))
  expect(app.calls).toHaveLength(1)
  await app.answer('1')
  expect(preview.load.value).toEqual({ state: 'ready', value: { pdf: '1' } })

  preview.show('visit-1', slip('2'))
  expect(preview.isStale.value).toBe(true)
  await vi.advanceTimersByTimeAsync(PREVIEW_PAUSE_MS - 1)
  expect(app.calls).toHaveLength(1)
  preview.show('visit-1', slip('3'))
  await vi.advanceTimersByTimeAsync(PREVIEW_PAUSE_MS)
  expect(app.calls.map((one) => one.input)).toEqual([
    { visitId: 'visit-1', order: slip('1') },
    { visitId: 'visit-1', order: slip('3') },
  ])
  await app.answer('3')
  expect(preview.isStale.value).toBe(false)
})

it('shows the newer order although the older picture comes later', async () => {
  const app = install()
  const preview = paperPreview()
  preview.show('visit-1', slip('1'))
  preview.show('visit-1', slip('2'))
  await vi.advanceTimersByTimeAsync(PREVIEW_PAUSE_MS)
  await app.answer('2')
  await app.answer('1')
  expect(preview.load.value).toEqual({ state: 'ready', value: { pdf: '2' } })
})

it('keeps the last picture in sight, dimmed, while the order is incomplete', async () => {
  const app = install()
  const preview = paperPreview()
  preview.show('visit-1', null)
  expect(preview.load.value).toEqual({ state: 'idle' })
  preview.show('visit-1', slip('1'))
  await app.answer('1')
  preview.show('visit-1', null)
  expect(preview.load.value.state).toBe('ready')
  expect(preview.isStale.value).toBe(true)
})

it('shows nothing of a citizen who has left', async () => {
  const app = install()
  const preview = paperPreview()
  preview.show('visit-1', slip('1'))
  preview.clear()
  await app.answer('1')
  expect(preview.load.value).toEqual({ state: 'idle' })
})
