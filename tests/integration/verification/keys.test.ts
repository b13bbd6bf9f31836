import { afterAll, beforeAll, expect, test } from 'vitest'
import { setUp, signIn, wholeOffice, type WholeOffice } from '../../support/whole-office.ts'

let office: WholeOffice

beforeAll(async () => {
  office = await wholeOffice()
  await setUp(office)
  await signIn(office, 1, 'ADMINISTRATOR')
})
afterAll(() => office.demolish())

test('an office has a key from its set-up on', async () => {
  const keys = await office.get(1, 'verification.keys', null)
  expect(keys).toHaveLength(1)
  const sheet = await office.get(1, 'verification.revocationSheet', null)
  expect(sheet.pdf.length).toBeGreaterThan(1000)
})
