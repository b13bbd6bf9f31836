import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { OrderOf } from '#core/certificates/paper.model.ts'
import type { RecordScope } from '#core/certificates/record-statement.model.ts'
import type { ShareTerm } from '#core/vault/vault.model.ts'
import { call } from '../client/call.ts'
import { whenForgotten } from '../client/forget.ts'
import { latest } from '../client/latest.ts'
import { loaded } from '../client/load.ts'
import { t } from '../locales/texts.ts'
import { fieldFaults } from './field-faults.ts'
import { sourceOf, type PaperOpening } from './paper-form.ts'
import { recipientChoice } from './recipient-choice.ts'

/**
 * The form of a certificate of records. The law wants the person to look through the records first: until they are
 * accepted the preview shows them, and nothing is issued.
 */
export const useRecordCertificate = defineStore('certificates/record-certificate', () => {
  const file = latest((visit: string) => call('insured.contributions', visit))
  const to = recipientChoice()
  const scope = ref<RecordScope>('ALL')
  const isAccepted = ref(false)
  const share = ref<ShareTerm | 'NONE'>('NONE')
  const shareTerm = computed(() => (share.value === 'NONE' ? null : share.value))

  const telling = fieldFaults(['recipient', 'branch', 'accepted'], () => ({
    ...to.faults.value,
    ...(isAccepted.value
      ? {}
      : { accepted: { text: t('papers.record.notAccepted'), missing: true } }),
  }))
  const history = computed(() => loaded(file.load.value)?.history)
  const source = computed(() => {
    const isEmpty = history.value?.years.length === 0
    const nothing = { title: t('papers.record.none'), reason: t('papers.record.noneReason') }
    return sourceOf([file.load.value, to.list.load.value], isEmpty ? nothing : undefined)
  })
  const order = computed((): OrderOf<'record-certificate'> | null =>
    !to.ordered.value || !isAccepted.value
      ? null
      : {
          kind: 'record-certificate',
          scope: scope.value,
          ...to.ordered.value,
          accepted: true,
        },
  )
  const shownBefore = computed((): OrderOf<'record-statement'> | null =>
    source.value.state === 'ready' ? { kind: 'record-statement', scope: scope.value } : null,
  )

  async function open({ visitId }: PaperOpening): Promise<void> {
    to.begin()
    telling.restart()
    scope.value = 'ALL'
    isAccepted.value = false
    share.value = 'NONE'
    file.clear()
    await Promise.all([file.ask(visitId), to.list.ask()])
  }
  whenForgotten(() => {
    file.clear()
    to.clear()
    telling.restart()
    isAccepted.value = false
    share.value = 'NONE'
  })
  return {
    source,
    order,
    shownBefore,
    history,
    scope,
    isAccepted,
    share,
    shareTerm,
    recipients: to.recipients,
    recipient: to.recipient,
    branch: to.branch,
    ...telling,
    open,
    keep: to.remember,
  }
})
