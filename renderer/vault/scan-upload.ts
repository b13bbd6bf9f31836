import { computed, ref, shallowRef, type ComputedRef, type Ref } from 'vue'
import { LARGEST_FILE } from '#core/kernel/file-carriers.ts'
import type { RefusalData } from '#core/kernel/refusal.ts'
import type { RequestPaper } from '#core/requests/request-paper.model.ts'
import { checkScan, type ScanFault } from '#core/vault/scan-file.rules.ts'
import type { VaultScan } from '#core/vault/vault.model.ts'
import { base64Of } from '../client/base64.ts'
import { call } from '../client/call.ts'
import { t } from '../locales/texts.ts'
import { refusalText } from '../ui/refusal-text.ts'

/** What a scan is put into the box as. */
export interface ScanOrder {
  readonly visitId: string
  readonly paper: RequestPaper
  readonly title: string
}

export interface ScanUpload {
  readonly step: Readonly<Ref<'idle' | 'reading' | 'sending'>>
  /** Why nothing was put in, in words. */
  readonly fault: ComputedRef<string | undefined>
  /** Puts one file in; the scan when it is there. Deaf while another is on its way. */
  readonly put: (files: readonly File[], order: ScanOrder) => Promise<VaultScan | undefined>
  readonly clear: () => void
}

/** One file on its way into the box. What can be seen of it here is refused here; the office looks again. */
export function scanUpload(): ScanUpload {
  const step = ref<'idle' | 'reading' | 'sending'>('idle')
  const told = ref<string>()
  const refusal = shallowRef<RefusalData>()
  const fault = computed(() => told.value ?? (refusal.value && refusalText(refusal.value)))
  let turn = 0

  function clear(): void {
    turn++
    step.value = 'idle'
    told.value = undefined
    refusal.value = undefined
  }
  async function put(files: readonly File[], order: ScanOrder): Promise<VaultScan | undefined> {
    const [file] = files
    if (!file || step.value !== 'idle') return undefined
    clear()
    const mine = turn
    if (files.length > 1) {
      told.value = t('vault.add.many')
      return undefined
    }
    step.value = 'reading'
    const bytes = await readScan(file)
    if (mine !== turn) return undefined
    if (typeof bytes === 'string') {
      step.value = 'idle'
      told.value = bytes
      return undefined
    }
    step.value = 'sending'
    const reply = await call('vault.addScan', { ...order, bytes: base64Of(bytes) })
    if (mine === turn) {
      step.value = 'idle'
      if (!reply.ok) refusal.value = reply.refusal
    }
    return reply.ok ? reply.value : undefined
  }
  return { step, fault, put, clear }
}

/** The bytes of a file that may be a scan, or what is wrong with it in words. A large one is not read at all. */
async function readScan(file: File): Promise<Uint8Array | string> {
  if (file.size > LARGEST_FILE) return faultOf('scan-too-big')
  try {
    const bytes = new Uint8Array(await file.arrayBuffer())
    const checked = checkScan(bytes, LARGEST_FILE)
    return checked.ok ? bytes : faultOf(checked.fault)
  } catch {
    return t('vault.add.unreadable')
  }
}

function faultOf(fault: ScanFault): string {
  if (fault !== 'scan-too-big') return refusalText({ code: 'rule', what: fault })
  const megabytes = LARGEST_FILE / MEGABYTE
  return refusalText({ code: 'rule', what: 'box-file-too-big', values: { megabytes } })
}

const MEGABYTE = 1024 * 1024
