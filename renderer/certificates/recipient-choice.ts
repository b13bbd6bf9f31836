import { computed, ref, shallowRef } from 'vue'
import type { Institution } from '#core/certificates/certificate.model.ts'
import { RecipientBranch } from '#core/certificates/recipient-branch.model.ts'
import { call } from '../client/call.ts'
import { latest } from '../client/latest.ts'
import { loaded } from '../client/load.ts'
import { t } from '../locales/texts.ts'
import { faultText } from '../ui/refusal-text.ts'
import type { FieldFault } from './field-faults.ts'

export type RecipientField = 'recipient' | 'branch'

/** To whom a paper goes: a recipient of the list, of these kinds where given, and its branch as it is typed. */
export function recipientChoice(kinds?: readonly Institution['kind'][]) {
  const list = latest(() => call('certificates.recipients', { text: '' }))
  const recipients = computed(() =>
    (loaded(list.load.value) ?? []).filter((one) => !kinds || kinds.includes(one.kind)),
  )
  const recipient = shallowRef<Institution | null>(null)
  const branch = ref('')
  /** What the last paper of this visit went to. */
  let before: { readonly recipient: Institution; readonly branch: string } | undefined

  const faults = computed((): Readonly<Partial<Record<RecipientField, FieldFault>>> => ({
    ...(recipient.value
      ? {}
      : { recipient: { text: t('papers.recipientMissing'), missing: true } }),
    ...branchFault(branch.value),
  }))
  /** As an order says it; undefined while something is missing or wrong. */
  const ordered = computed(() =>
    recipient.value === null || faults.value.branch
      ? undefined
      : {
          institutionCode: recipient.value.institutionCode,
          recipientBranch: branch.value.trim(),
        },
  )

  function begin(): void {
    recipient.value = before?.recipient ?? null
    branch.value = before?.branch ?? ''
  }
  /** The bank that pays the pension is the likeliest to ask for a paper. What the clerk typed meanwhile stays. */
  async function proposePayingBank(
    visitId: string,
    pensionNumber: string,
    isWanted: () => boolean,
  ): Promise<void> {
    const slips = await call('pensions.slips', { visitId, pensionNumber })
    const newest = slips.ok ? slips.value[0] : undefined
    if (!newest) return
    const slip = await call('pensions.slip', { visitId, slipNumber: newest.slipNumber })
    const bankCode = slip.ok ? slip.value.bankCode : null
    const bank = recipients.value.find((one) => bankCode !== null && one.bankCode === bankCode)
    if (!isWanted() || !bank || recipient.value !== null || branch.value !== '') return
    recipient.value = bank
    branch.value = t('papers.usualBranch')
  }
  function remember(): void {
    if (recipient.value) before = { recipient: recipient.value, branch: branch.value.trim() }
  }
  function clear(): void {
    list.clear()
    recipient.value = null
    branch.value = ''
    before = undefined
  }
  return {
    ...{ list, recipients, recipient, branch, faults, ordered },
    ...{ begin, proposePayingBank, remember, clear },
  }
}

function branchFault(typed: string): { readonly branch?: FieldFault } {
  const parsed = RecipientBranch.safeParse(typed)
  if (parsed.success) return {}
  if (typed.trim() === '') return { branch: { text: faultText('required'), missing: true } }
  const isShort = parsed.error.issues[0]?.code === 'too_small'
  return { branch: { text: isShort ? t('papers.branchShort') : faultText('special-characters') } }
}
