import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync, mkdirSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { fileLog } from '../../../electron/backend/log.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'bajeh-log-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const logs = (): string => path.join(folder, 'logs')
const lines = () =>
  readFileSync(path.join(logs(), 'office.log'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)

test('an incident has a number, the place in the code, and nothing of what was typed', () => {
  const log = fileLog(folder)
  const name = 'کف‌مستمری نمونه 0000001074'
  const causes = [
    new Error(name),
    new Error('outer', { cause: new Error(name) }),
    new RangeError(name),
    new z.ZodError([{ code: 'custom', path: ['citizen', 'name'], message: name, input: name }]),
    name,
    { name },
  ]
  try {
    JSON.parse(name)
  } catch (cause) {
    causes.push(cause as Error)
  }
  const numbers = causes.map((cause) => log.incident(cause, { method: 'citizens.file' }))
  expect(lines().map(({ incident }) => incident)).toEqual(numbers)
  expect(new Set(numbers).size).toBe(causes.length)
  const text = JSON.stringify(lines())
  expect(text).not.toContain('نمونه')
  expect(text).not.toContain('1074')
  expect(text).toContain('log.test.ts')
  expect(text).toContain('citizen.name:custom')
})

test('five files of a megabyte, the oldest goes', () => {
  mkdirSync(logs())
  const full = 'x'.repeat(1_000_001)
  for (const name of ['office.log', 'office.log.1', 'office.log.2', 'office.log.3', 'office.log.4'])
    writeFileSync(path.join(logs(), name), name + full)
  fileLog(folder).note('started')
  expect(readdirSync(logs())).toHaveLength(5)
  expect(readFileSync(path.join(logs(), 'office.log.4'), 'utf8')).toContain('office.log.3')
  expect(lines()).toMatchObject([{ event: 'started' }])
})

test('where it cannot write it is silent, and it makes no folder for itself', () => {
  writeFileSync(logs(), 'in the way')
  expect(fileLog(folder).incident(new Error('x'))).toMatch(/^[0-9A-F]{5}-[0-9A-F]{5}$/)
  const nowhere = path.join(folder, 'nowhere')
  fileLog(nowhere).note('x')
  expect(readdirSync(folder)).toEqual(['logs'])
})
