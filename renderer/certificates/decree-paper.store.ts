import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { OrderOf } from '#core/certificates/paper.model.ts'
import { call } from '../client/call.ts'
import { whenForgotten } from '../client/forget.ts'
import { latest } from '../client/latest.ts'
import { loaded } from '../client/load.ts'
import { t } from '../locales/texts.ts'
import { sourceOf, type PaperOpening } from './paper-form.ts'
import { pensionChoice } from './pension-choice.ts'

/** The form of a decree: the newest of a pension file, or another year. */
export const useDecreePaper = defineStore('certificates/decree', () => {
  const pension = pensionChoice()
  const list = latest((visitId: string, pensionNumber: string) =>
    call('pensions.decrees', { visitId, pensionNumber }),
  )
  const decreeNumber = ref<string | null>(null)
  const isSent = ref(false)
  let visitId = ''
  let turn = 0

  const decrees = computed(() => loaded(list.load.value) ?? [])
  const source = computed(() => {
    const files = sourceOf([pension.files.load.value], pension.nothing.value)
    if (files.state !== 'ready') return files
    const nothing = {
      ...{ title: t('pensions.noDecrees'), reason: t('pensions.noDecreesReason') },
      elsewhere: pension.choices.value.length > 1,
    }
    return sourceOf([list.load.value], decrees.value.length === 0 ? nothing : undefined)
  })
  const order = computed((): OrderOf<'decree'> | null =>
    pension.pensionNumber.value === null || decreeNumber.value === null
      ? null
      : {
          kind: 'decree',
          pensionNumber: pension.pensionNumber.value,
          decreeNumber: decreeNumber.value,
        },
  )
  const firstFault = computed(() => (decreeNumber.value === null ? 'decree' : undefined))

  async function open(opening: PaperOpening): Promise<void> {
    const mine = ++turn
    visitId = opening.visitId
    list.clear()
    pension.pensionNumber.value = null
    decreeNumber.value = null
    await pension.files.ask(visitId)
    if (mine !== turn) return
    const file = pension.pick(opening.pensionNumber)
    if (file) await read(file.pensionNumber, opening.decreeNumber, mine)
  }
  async function read(pensionNumber: string, wanted: string | undefined, mine: number) {
    await list.ask(visitId, pensionNumber)
    if (mine !== turn) return
    const known = decrees.value.find((one) => one.decreeNumber === wanted)
    decreeNumber.value = (known ?? decrees.value[0])?.decreeNumber ?? null
  }
  async function choosePension(number: string): Promise<void> {
    const mine = ++turn
    pension.pensionNumber.value = number
    decreeNumber.value = null
    list.clear()
    await read(number, undefined, mine)
  }
  whenForgotten(() => {
    turn++
    pension.clear()
    list.clear()
    decreeNumber.value = null
  })
  return {
    source,
    order,
    firstFault,
    isSent,
    decrees,
    decreeNumber,
    pensionNumber: pension.pensionNumber,
    choices: pension.choices,
    open,
    choosePension,
  }
})
