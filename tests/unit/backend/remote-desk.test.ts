import { expect, test } from 'vitest'
import type { FromBackend } from '#core/kernel/desk.ts'
import { remoteDesk } from '../../../electron/backend/remote-desk.ts'

test('each question finds its own answer, and a refusal is thrown as one', async () => {
  const posted: FromBackend[] = []
  const { desk, settle } = remoteDesk((message) => void posted.push(message))
  const first = desk.sealKind()
  const second = desk.chooseExtract('zip')
  const third = desk.listPrinters()
  expect(posted).toMatchObject([
    { type: 'desk-call', id: 1, verb: 'sealKind', args: [] },
    { id: 2, verb: 'chooseExtract', args: ['zip'] },
    { id: 3 },
  ])
  settle({ type: 'desk-reply', id: 2, ok: true, value: '/extract.zip' })
  settle({ type: 'desk-reply', id: 1, ok: false, value: { code: 'rule', what: 'key-store' } })
  settle({ type: 'desk-reply', id: 3, ok: false, value: 'nonsense' })
  settle({ type: 'desk-reply', id: 99, ok: true, value: null })
  expect(await second).toBe('/extract.zip')
  await expect(first).rejects.toMatchObject({ data: { code: 'rule', what: 'key-store' } })
  await expect(third).rejects.toMatchObject({ data: { code: 'unavailable', what: 'desk' } })
})
