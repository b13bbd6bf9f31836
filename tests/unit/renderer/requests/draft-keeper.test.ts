import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { instantAt } from '#core/kernel/instant.ts'
import { refused, type Reply } from '#core/kernel/reply.ts'
import type { Draft, DraftForm } from '#core/requests/request.model.ts'
import {
  DRAFT_PAUSE_MS,
  draftKeeper,
  type DraftOf,
} from '../../../../renderer/requests/draft-keeper.ts'
import { ok } from '../../../support/fake-app.ts'

const MARRIAGE: DraftOf = { visitId: 'visit-1', kind: 'MARRIAGE' }
const savedAt = instantAt(0)
const kept = (form: DraftForm): Reply<Draft> => ok({ kind: 'MARRIAGE', form, savedAt })
const typed = (note: string): DraftForm => ({ note })

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

it('is with the office within 300 ms of the last key, once', async () => {
  const sent: DraftForm[] = []
  const keeper = draftKeeper((_of, form) => {
    sent.push(form)
    return Promise.resolve(kept(form))
  })
  keeper.keep(MARRIAGE, typed('ا'))
  keeper.keep(MARRIAGE, typed('اب'))
  expect(keeper.state.value).toEqual({ state: 'typed' })
  expect(DRAFT_PAUSE_MS).toBeLessThanOrEqual(300)
  await vi.advanceTimersByTimeAsync(DRAFT_PAUSE_MS)
  expect(sent).toEqual([typed('اب')])
  expect(keeper.state.value).toEqual({ state: 'saved', at: savedAt })
})

it('goes out at once when the clerk leaves the field', async () => {
  const send = vi.fn((_of: DraftOf, form: DraftForm) => Promise.resolve(kept(form)))
  const keeper = draftKeeper(send)
  keeper.keep(MARRIAGE, typed('ا'))
  await keeper.flush()
  expect(send).toHaveBeenCalledExactlyOnceWith(MARRIAGE, typed('ا'))
  await vi.advanceTimersByTimeAsync(DRAFT_PAUSE_MS)
  expect(send).toHaveBeenCalledOnce()
})

it('never lets an older draft overtake a newer one', async () => {
  const answers: (() => void)[] = []
  const sent: DraftForm[] = []
  const keeper = draftKeeper((_of, form) => {
    sent.push(form)
    return new Promise((resolve) => answers.push(() => resolve(kept(form))))
  })
  keeper.keep(MARRIAGE, typed('ا'))
  const first = keeper.flush()
  keeper.keep(MARRIAGE, typed('اب'))
  const second = keeper.flush()
  expect(sent).toEqual([typed('ا')])
  answers[0]?.()
  await vi.waitFor(() => expect(sent).toEqual([typed('ا'), typed('اب')]))
  expect(keeper.state.value).toEqual({ state: 'saving' })
  answers[1]?.()
  await Promise.all([first, second])
  expect(keeper.state.value).toEqual({ state: 'saved', at: savedAt })
})

it('sends again what the office did not take', async () => {
  const send = vi
    .fn<(of: DraftOf, form: DraftForm) => Promise<Reply<Draft>>>()
    .mockResolvedValueOnce(refused({ code: 'unavailable' }))
    .mockImplementation((_of, form) => Promise.resolve(kept(form)))
  const keeper = draftKeeper(send)
  keeper.keep(MARRIAGE, typed('ا'))
  await keeper.flush()
  expect(keeper.state.value).toEqual({ state: 'refused', refusal: { code: 'unavailable' } })
  await keeper.flush()
  expect(keeper.state.value).toEqual({ state: 'saved', at: savedAt })
})

it('sends what waits when the citizen leaves, and shows nothing of it', async () => {
  const send = vi.fn((_of: DraftOf, form: DraftForm) => Promise.resolve(kept(form)))
  const keeper = draftKeeper(send)
  keeper.keep(MARRIAGE, typed('ا'))
  keeper.release()
  expect(send).toHaveBeenCalledOnce()
  await vi.advanceTimersByTimeAsync(DRAFT_PAUSE_MS)
  expect(keeper.state.value).toEqual({ state: 'none' })
})

it('forgets what waits when the draft was filed', async () => {
  const send = vi.fn((_of: DraftOf, form: DraftForm) => Promise.resolve(kept(form)))
  const keeper = draftKeeper(send)
  keeper.keep(MARRIAGE, typed('ا'))
  await keeper.drop()
  await vi.advanceTimersByTimeAsync(DRAFT_PAUSE_MS)
  expect(send).not.toHaveBeenCalled()
})
