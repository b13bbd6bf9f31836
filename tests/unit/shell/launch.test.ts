import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readLaunch } from '../../../electron/shell/launch.ts'

const sources = (...words: string[]): string[] => ['electron', '.', ...words]
const installed = (...words: string[]): string[] => ['Bajeh', ...words]

describe('how the program was started', () => {
  it.each([
    [sources('office', 'import', 'X'), false, ['import', 'X']],
    [installed('office', 'import', 'office'), true, ['import', 'office']],
    [['electron', '--inspect=0', '.', '--user-data-dir=x', 'office'], false, []],
    [sources(), false, undefined],
    [installed(), true, undefined],
    [installed('--demonstration'), true, undefined],
    [installed('import', 'office'), true, undefined],
    [['electron', 'office'], false, undefined],
  ])('%j, installed: %s, asks the console for %j', (words, packaged, expected) => {
    expect(readLaunch(words, {}, packaged).consoleWords).toEqual(expected)
  })

  it('takes the office’s folder from the command line before the environment', () => {
    const environment = { BAJEH_OFFICE_DIR: 'environment' }
    const named = readLaunch(sources('--office=line'), environment, false)
    expect(named.officeFolder).toBe(path.resolve('line'))
    const other = readLaunch(sources(), environment, false)
    expect(other.officeFolder).toBe(path.resolve('environment'))
    expect(readLaunch(sources('--office='), {}, false).officeFolder).toBeUndefined()
  })

  it.each([
    [sources(), {}, false, true],
    [sources('--empty-office'), {}, false, false],
    [sources(), { BAJEH_EMPTY_OFFICE: '1' }, false, false],
    [installed(), {}, true, false],
    [installed('--demonstration'), {}, true, true],
  ])('%j %j, installed: %s, demonstrates: %s', (words, environment, packaged, expected) => {
    expect(readLaunch(words, environment, packaged).demonstration).toBe(expected)
  })
})
