import { expect, test } from 'vitest'
import type { FromBackend } from '#core/kernel/desk.ts'
import { remoteConsole } from '../../../../electron/backend/console/remote-console.ts'

function console(secret?: string) {
  const posted: FromBackend[] = []
  return {
    posted,
    ...remoteConsole((message) => void posted.push(message), { secret, recoveryKey: undefined }),
  }
}

test('a secret is asked for without being shown, and comes from the environment first', async () => {
  const { posted, io, hear } = console()
  const asked = io.secret('secret of modir')
  expect(posted.at(-1)).toEqual({ type: 'console-echo', on: false })
  hear('secret-1')
  expect(await asked).toBe('secret-1')
  expect(posted).toContainEqual({ type: 'console-echo', on: true })
  expect(await console('from environment').io.secret('x')).toBe('from environment')
})

test('lines come in order until the end, and the end stays', async () => {
  const { io, hear } = console()
  for (const line of ['one', 'two', null]) hear(line)
  const lines: string[] = []
  for await (const line of io.lines()) lines.push(line)
  expect(lines).toEqual(['one', 'two'])
  expect(await io.secret('x')).toBeUndefined()
})
