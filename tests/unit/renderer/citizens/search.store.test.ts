import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { SearchResult } from '#core/citizens/citizen.model.ts'
import { refused, type Reply } from '#core/kernel/reply.ts'
import { useSearch } from '../../../../renderer/citizens/search.store.ts'
import { forgetCitizen } from '../../../../renderer/client/forget.ts'
import { createFakeApp, ok } from '../../../support/fake-app.ts'

const empty: SearchResult = { searched: ['NAME'], checksumWarning: null, hits: [], more: false }
const pending = new Map<string, (reply: Reply<SearchResult>) => void>()

beforeEach(() => {
  setActivePinia(createPinia())
  pending.clear()
  const app = createFakeApp({
    'citizens.search': ({ text }) => new Promise((resolve) => pending.set(text, resolve)),
  })
  vi.stubGlobal('window', { app: app.bridge })
})
afterEach(() => vi.unstubAllGlobals())

const answer = (text: string, result = empty) => pending.get(text)?.(ok(result))

it('lets a newer keystroke overtake an older answer', async () => {
  const search = useSearch()
  const first = search.type('رض')
  const second = search.type('رضا')
  answer('رضا', { ...empty, more: true })
  await second
  answer('رض')
  await first
  expect(search.result?.more).toBe(true)
  expect(search.text).toBe('رضا')
})

it('asks nothing for a single letter, and drops what was still on its way', async () => {
  const search = useSearch()
  const first = search.type('رض')
  await search.type('ر')
  answer('رض')
  await first
  expect(search.found).toEqual({ state: 'idle' })
  expect([...pending.keys()]).toEqual(['رض'])
})

it('shows a refusal and keeps the text', async () => {
  const search = useSearch()
  const asked = search.type('رضا')
  pending.get('رضا')?.(refused({ code: 'unavailable' }))
  await asked
  expect(search.found).toEqual({ state: 'refused', refusal: { code: 'unavailable' } })
  expect(search.text).toBe('رضا')
})

it('is empty after the visit has ended, even when an answer comes late', async () => {
  const search = useSearch()
  const asked = search.type('رضا')
  forgetCitizen()
  answer('رضا')
  await asked
  expect(search.text).toBe('')
  expect(search.found).toEqual({ state: 'idle' })
})
