import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import { toLatinDigits } from '#core/kernel/digits.ts'
import type { Shown } from '#core/verification/verification.model.ts'
import { call } from '../client/call.ts'
import { whenForgotten } from '../client/forget.ts'
import { latest } from '../client/latest.ts'
import { readPaperFile, type FileFault } from './paper-file.ts'

/** A file that was not sent to be checked, and why. */
export interface RefusedFile {
  readonly name: string
  readonly fault: FileFault | 'many'
}

/**
 * One check at a time; nothing of an earlier one stays. While another document is checked the verdict of the one
 * before is out of sight, so that nobody takes it for the answer.
 */
export const useCheck = defineStore('verification/check', () => {
  const verdict = latest((shown: Shown) => call('verification.check', shown))
  /** What is being checked or was: the name of a file, null for what was typed. */
  const fileName = ref<string | null>(null)
  const refusedFile = shallowRef<RefusedFile | null>(null)
  let last: Shown | undefined
  let turn = 0

  function clear(): void {
    turn++
    last = undefined
    verdict.clear()
    fileName.value = null
    refusedFile.value = null
  }
  async function check(shown: Shown): Promise<void> {
    last = shown
    verdict.clear()
    await verdict.ask(shown)
  }
  /** What a scanner sent or fingers typed; digits of any script, spaces left out. Nothing happens for an empty text. */
  async function checkText(typed: string): Promise<void> {
    const text = toLatinDigits(typed).replace(/[\s\u200b-\u200f\u202a-\u202e\u2066-\u2069]+/g, '')
    if (text === '') return
    clear()
    await check({ by: 'text', text })
  }
  async function checkFiles(files: readonly File[]): Promise<void> {
    const [file] = files
    if (!file) return
    clear()
    const mine = turn
    fileName.value = file.name
    if (files.length > 1) {
      refusedFile.value = { name: file.name, fault: 'many' }
      return
    }
    const read = await readPaperFile(file)
    if (mine !== turn) return
    if (read.ok) await check({ by: 'file', name: read.name, pdf: read.pdf })
    else refusedFile.value = { name: read.name, fault: read.fault }
  }
  async function retry(): Promise<void> {
    if (last) await check(last)
  }
  whenForgotten(clear)
  return {
    verdict: verdict.load,
    fileName,
    refusedFile,
    checkText,
    checkFiles,
    retry,
    clear,
  }
})
