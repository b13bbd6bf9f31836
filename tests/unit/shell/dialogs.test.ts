import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { saveFiles } from '../../../electron/shell/dialogs.ts'

const clerk = vi.hoisted(() => ({ chooses: [] as string[] }))
vi.mock('electron', () => ({
  BrowserWindow: { getFocusedWindow: () => null },
  dialog: {
    showOpenDialog: () =>
      Promise.resolve({ canceled: clerk.chooses.length === 0, filePaths: clerk.chooses }),
  },
}))

let folder = ''
const file = (name: string, text: string) => ({ name, bytes: Buffer.from(text) })

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'saved-'))
  clerk.chooses = [folder]
})

describe('saving many files', () => {
  it('writes nothing over another file', async () => {
    writeFileSync(path.join(folder, 'slip 1.pdf'), 'kept')
    expect(await saveFiles([file('slip 1.pdf', 'a'), file('slip 1.pdf', 'b')])).toBe(folder)
    const texts = readdirSync(folder).map((name) => [
      name,
      readFileSync(path.join(folder, name), 'utf8'),
    ])
    expect(Object.fromEntries(texts)).toEqual({
      'slip 1.pdf': 'kept',
      'slip 1 (2).pdf': 'a',
      'slip 1 (3).pdf': 'b',
    })
  })

  it('stays inside the folder', async () => {
    await saveFiles([file('../../slip.pdf', 'a')])
    expect(readdirSync(folder)).toEqual(['-..-slip.pdf'])
  })

  it('writes nothing when the clerk cancels', async () => {
    clerk.chooses = []
    expect(await saveFiles([file('slip.pdf', 'a')])).toBeNull()
    expect(readdirSync(folder)).toEqual([])
  })
})
