import fc from 'fast-check'
import { expect, it } from 'vitest'
import { instantAt } from '#core/kernel/instant.ts'
import { DeliveryFault, type GatewaySettings } from '#core/messages/messages.model.ts'
import { keepsSecret } from '#core/messages/gateway-secret.rules.ts'
import { nextTry, queueMessage } from '#core/messages/outbox.rules.ts'
import type { NewMessage, OutboxBook } from '#core/messages/messages.ports.ts'

const now = instantAt(Date.UTC(2026, 10, 23, 8))
const minutesOf = (fault: DeliveryFault, tries: number) => {
  const next = nextTry(fault, tries, now)
  return next && (Date.parse(next) - Date.parse(now)) / 60_000
}

it.each([
  ['NO_CONNECTION', 1, 1],
  ['NO_CONNECTION', 2, 2],
  ['NO_CONNECTION', 6, 32],
  ['NO_CONNECTION', 7, 60],
  ['NO_CONNECTION', 27, 60],
  ['NO_CONNECTION', 28, null],
  ['REFUSED', 2, 2],
  ['REFUSED', 3, null],
] as const)('after %s for the %dth time: in %s minutes', (fault, tries, minutes) => {
  expect(minutesOf(fault, tries)).toBe(minutes)
})

it('waits longer and longer, never more than an hour, and ends', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...DeliveryFault.options),
      fc.integer({ min: 1, max: 100 }),
      (fault, tries) => {
        const wait = minutesOf(fault, tries)
        const later = minutesOf(fault, tries + 1)
        if (wait === null) expect(later).toBeNull()
        else if (later !== null) expect(later).toBeGreaterThanOrEqual(wait)
        expect(wait ?? 0).toBeLessThanOrEqual(60)
        expect(minutesOf(fault, 28)).toBeNull()
      },
    ),
  )
})

it('queues to the number the citizen has now, and nothing where there is none', async () => {
  const queued: NewMessage[] = []
  const needs = (mobile: string | undefined) => ({
    citizens: { findHidden: () => Promise.resolve(mobile) },
    outbox: { queue: (one) => Promise.resolve(void queued.push(one)) } as OutboxBook,
    messageWordings: {
      ...{ code: () => '', test: () => '' },
      notice: (kind: string, values: Readonly<Record<string, string>>) =>
        `${kind} ${JSON.stringify(values)}`,
    },
    now: () => now,
    newId: () => 'm',
  })
  const notice = { kind: 'REQUEST_STATUS', citizenId: 7, values: { status: 'x' } } as const
  expect(await queueMessage({ ...notice, mobile: null }, needs('09700000001'))).toBe('m')
  expect(await queueMessage({ ...notice, mobile: null }, needs(undefined))).toBeNull()
  await queueMessage({ ...notice, mobile: '09700000002' }, needs('09700000001'))
  expect(queued.map(({ mobile }) => mobile)).toEqual(['09700000001', '09700000002'])
  expect(queued[0]?.text).toBe('REQUEST_STATUS {"status":"x"}')
})

it('keeps a secret only for whom it was told', () => {
  const smpp: GatewaySettings = {
    ...{
      kind: 'SMPP',
      host: 'a',
      port: 1,
      tls: true,
      systemId: 'me',
      sender: '3',
      timeoutSeconds: 5,
    },
  }
  expect(keepsSecret(smpp, { ...smpp, sender: '4', timeoutSeconds: 9 })).toBe(true)
  for (const change of [{ host: 'b' }, { port: 2 }, { tls: false }, { systemId: 'you' }])
    expect(keepsSecret(smpp, { ...smpp, ...change })).toBe(false)
  expect(keepsSecret(smpp, { kind: 'DESK' })).toBe(false)
})
