import { expect, test } from 'vitest'
import {
  newRecoveryKey,
  readRecoveryKey,
} from '../../../../electron/backend/office/recovery-key.ts'

test('a recovery key is eight groups of letters that cannot be mistaken', () => {
  const keys = Array.from({ length: 50 }, newRecoveryKey)
  for (const key of keys) expect(key).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$/)
  expect(new Set(keys).size).toBe(keys.length)
})

test('it is read as people type it', () => {
  const key = newRecoveryKey()
  const secret = readRecoveryKey(key)
  expect(secret).toHaveLength(28)
  const typed = key.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')
  expect(readRecoveryKey(typed)).toBe(secret)
})

test('a slip of the pen is noticed', () => {
  const key = newRecoveryKey()
  expect(readRecoveryKey(key.slice(1))).toBeUndefined()
  expect(readRecoveryKey('')).toBeUndefined()
  const wrong = (key.startsWith('2') ? '3' : '2') + key.slice(1)
  expect(readRecoveryKey(wrong)).toBeUndefined()
})
