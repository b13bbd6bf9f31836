import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type {
  CertificateUse,
  PensionCertificate,
} from '#core/certificates/pension-certificates.model.ts'
import type { Reply } from '#core/kernel/reply.ts'
import { call } from '../client/call.ts'
import { whenForgotten } from '../client/forget.ts'
import { latest } from '../client/latest.ts'
import { loaded } from '../client/load.ts'

export const CERTIFICATE_FILTERS = ['ALL', 'OPEN', 'SALARY', 'DEDUCTION'] as const
export type CertificateFilter = (typeof CERTIFICATE_FILTERS)[number]

const OPEN: readonly PensionCertificate['state'][] = ['VALID', 'USED', 'UNTOLD']

const FITS: Readonly<Record<CertificateFilter, (one: PensionCertificate) => boolean>> = {
  ALL: () => true,
  OPEN: ({ state }) => OPEN.includes(state),
  SALARY: ({ kind }) => kind === 'salary-certificate',
  DEDUCTION: ({ kind }) => kind === 'deduction-certificate',
}

/** Certificates of the pensions of the citizen whose file is open. */
export const usePensionCertificates = defineStore('certificates/pension', () => {
  const list = latest((visitId: string) => call('certificates.ofPensions', visitId))
  const filter = ref<CertificateFilter>('ALL')
  const selected = ref<string | null>(null)
  const rows = computed(() => (loaded(list.load.value) ?? []).filter(FITS[filter.value]))
  const chosen = computed(() => rows.value.find(({ number }) => number === selected.value))

  async function reload(visitId: string): Promise<void> {
    await list.ask(visitId)
    if (!chosen.value) selected.value = rows.value[0]?.number ?? null
  }
  /** Says by which letter the bank presented a certificate. */
  async function recordUse(
    visitId: string,
    documentId: string,
    use: CertificateUse,
  ): Promise<Reply<PensionCertificate>> {
    const reply = await call('certificates.recordUse', { visitId, documentId, ...use })
    if (reply.ok) await reload(visitId)
    return reply
  }
  whenForgotten(() => {
    list.clear()
    filter.value = 'ALL'
    selected.value = null
  })
  return { list: list.load, filter, selected, rows, chosen, reload, recordUse }
})
