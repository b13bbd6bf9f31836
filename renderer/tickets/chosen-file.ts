import { ref, type Ref } from 'vue'
import { checkAudio, LARGEST_VOICE } from '#core/tickets/audio-file.rules.ts'
import { checkEnclosure } from '#core/tickets/enclosure.rules.ts'
import { t } from '../locales/texts.ts'
import { refusalText } from '../ui/refusal-text.ts'

/** A file that was chosen and looked at, not sent yet. */
export interface ChosenFile {
  readonly name: string
  readonly bytes: Uint8Array
  readonly seconds: number | null
}

export interface FileChoice {
  /** What is wrong with the file that was chosen last, in words. */
  readonly fault: Ref<string | undefined>
  readonly read: (file: File | undefined) => Promise<ChosenFile | undefined>
}

const CHECKS = { voice: checkAudio, enclosure: checkEnclosure } as const

/** Reads a chosen file and looks into it: what can be refused here is not sent. The office looks again. */
export function fileChoice(kind: keyof typeof CHECKS): FileChoice {
  const fault = ref<string>()
  async function read(file: File | undefined): Promise<ChosenFile | undefined> {
    if (!file) return undefined
    fault.value = undefined
    if (file.size > LARGEST_VOICE) {
      const what = kind === 'voice' ? 'voice-too-big' : 'scan-too-big'
      fault.value = refusalText({ code: 'rule', what })
      return undefined
    }
    try {
      const bytes = new Uint8Array(await file.arrayBuffer())
      const checked = CHECKS[kind](bytes)
      if (checked.ok) {
        const seconds = 'seconds' in checked ? checked.seconds : null
        return { name: file.name.slice(0, 80), bytes, seconds }
      }
      fault.value = refusalText({ code: 'rule', what: checked.fault })
    } catch {
      fault.value = t('tickets.new.unreadable')
    }
    return undefined
  }
  return { fault, read }
}
