import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { Institution } from '#core/certificates/certificate.model.ts'
import type { PaperOrder } from '#core/certificates/paper.model.ts'
import { RecipientBranch } from '#core/certificates/recipient-branch.model.ts'
import { call } from '../client/call.ts'
import { whenForgotten } from '../client/forget.ts'
import { latest } from '../client/latest.ts'
import { loaded } from '../client/load.ts'
import { t } from '../locales/texts.ts'
import { orderedPaper } from './ordered-paper.ts'

/** The order of a salary certificate: pension file, recipient and its branch, with its preview. */
export const useSalaryCertificate = defineStore('certificates/salary', () => {
  const files = latest((visit: string) => call('pensions.files', visit))
  const recipients = latest(() => call('certificates.recipients', { text: '' }))
  const pensionNumber = ref<string | null>(null)
  const recipient = shallowRef<Institution | null>(null)
  const branch = ref('')
  /** What this citizen's last certificate went to, until the visit ends. */
  let chosenBefore: { readonly recipient: Institution; readonly branch: string } | undefined
  let turn = 0

  const branchFault = computed(() => {
    const parsed = RecipientBranch.safeParse(branch.value)
    if (parsed.success) return undefined
    if (branch.value.trim() === '') return 'required'
    const issue = parsed.error.issues[0]
    return issue?.code === 'too_small' ? 'branch-short' : 'special-characters'
  })
  const order = computed((): PaperOrder | null =>
    pensionNumber.value === null || recipient.value === null || branchFault.value !== undefined
      ? null
      : {
          kind: 'salary-certificate',
          pensionNumber: pensionNumber.value,
          institutionCode: recipient.value.institutionCode,
          recipientBranch: branch.value.trim(),
        },
  )
  const paper = orderedPaper(order)

  /** Starts an order: the wanted file, else the first that is paid; the recipient of before, else the paying bank. */
  async function open(visit: string, wanted: string | null): Promise<void> {
    const mine = ++turn
    paper.begin(visit)
    pensionNumber.value = null
    recipient.value = chosenBefore?.recipient ?? null
    branch.value = chosenBefore?.branch ?? ''
    await Promise.all([files.ask(visit), recipients.ask()])
    if (mine !== turn) return
    const all = loaded(files.load.value) ?? []
    const file =
      all.find((one) => one.pensionNumber === wanted) ??
      all.find((one) => one.status === 'ACTIVE' && one.shareStatus === 'ACTIVE') ??
      all[0]
    pensionNumber.value = file?.pensionNumber ?? null
    if (file && recipient.value === null) await proposePayingBank(visit, file.pensionNumber, mine)
  }
  /** The bank that pays the pension is the likeliest to ask for the certificate. */
  async function proposePayingBank(visit: string, pension: string, mine: number): Promise<void> {
    const slips = await call('pensions.slips', { visitId: visit, pensionNumber: pension })
    const newest = slips.ok ? slips.value[0] : undefined
    if (!newest) return
    const { slipNumber } = newest
    const slip = await call('pensions.slip', { visitId: visit, slipNumber })
    const bankCode = slip.ok ? slip.value.bankCode : null
    const all = loaded(recipients.load.value) ?? []
    const bank = all.find((one) => bankCode !== null && one.bankCode === bankCode)
    // What the clerk typed meanwhile stays.
    if (mine !== turn || !bank || recipient.value !== null || branch.value !== '') return
    recipient.value = bank
    branch.value = t('papers.usualBranch')
  }
  async function issue(): Promise<void> {
    if (paper.visitId.value === null || order.value === null || recipient.value === null) return
    chosenBefore = { recipient: recipient.value, branch: branch.value.trim() }
    await paper.issue()
  }
  whenForgotten(() => {
    turn++
    files.clear()
    recipients.clear()
    paper.clear()
    pensionNumber.value = null
    recipient.value = null
    branch.value = ''
    chosenBefore = undefined
  })
  return {
    files: files.load,
    recipients: recipients.load,
    preview: paper.preview.load,
    isPreviewStale: paper.preview.isStale,
    issuing: paper.desk.state,
    pensionNumber,
    recipient,
    branch,
    branchFault,
    order,
    open,
    issue,
    print: paper.desk.print,
    another: paper.another,
    redraw: paper.redraw,
  }
})
