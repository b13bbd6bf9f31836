import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { checkPersonId } from '#core/kernel/identifiers.ts'
import type { Input } from '#core/contract.ts'
import { call } from '../client/call.ts'
import { whenForgotten } from '../client/forget.ts'
import { latest } from '../client/latest.ts'
import { faultText } from '../ui/refusal-text.ts'

/** A paper that its citizen lets others ask for. What was typed and what is shown stays in memory only. */
export const useShareCheck = defineStore('verification/share-check', () => {
  const found = latest((asked: Input<'verification.checkShare'>) =>
    call('verification.checkShare', asked),
  )
  const personId = ref('')
  const password = ref('')
  const isSent = ref(false)
  const faults = computed(() => {
    const checked = checkPersonId(personId.value)
    return {
      personId: checked.ok ? undefined : faultText(checked.fault),
      password: password.value.trim() === '' ? faultText('required') : undefined,
    }
  })

  function clear(): void {
    found.clear()
    personId.value = ''
    password.value = ''
    isSent.value = false
  }
  /** Nothing is asked while a field is wrong; the name of the first one then. */
  async function check(): Promise<'personId' | 'password' | undefined> {
    isSent.value = true
    if (faults.value.personId !== undefined) return 'personId'
    if (faults.value.password !== undefined) return 'password'
    isSent.value = false
    // What was shown is not the answer to what is asked now.
    found.clear()
    await found.ask({ personId: personId.value, password: password.value })
    if (found.load.value.state === 'ready') password.value = ''
    return undefined
  }
  whenForgotten(clear)
  return { found: found.load, personId, password, isSent, faults, check, clear }
})
