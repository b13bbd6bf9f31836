import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { BatchOrder } from '#core/certificates/batch.model.ts'
import type { DraftForm, FileableKind } from '#core/requests/request.model.ts'
import type { PaperWish } from '../certificates/paper-form.ts'
import { whenForgotten } from '../client/forget.ts'
import type { PanelKind } from './paper-kinds.ts'

/** What each side panel is told when it opens. Panels are `<Name>Panel.vue` beside this file. */
export interface PanelProps {
  readonly paper: {
    readonly visitId: string
    readonly kind: PanelKind
    readonly wish?: PaperWish
  }
  readonly batch: {
    readonly visitId: string
    readonly of?: BatchOrder['of']
    readonly wish?: PaperWish
  }
  readonly request: {
    readonly visitId: string
    readonly kind?: FileableKind
    /** What the clerk chose elsewhere, as a debt of the ledger; it goes before what a draft says. */
    readonly form?: DraftForm
  }
}
/** Somebody whose visit is to begin, from a page that is not the search. */
export interface AskedVisit {
  readonly citizenId: number
  readonly name: string
}
export type PanelName = keyof PanelProps

export interface OpenPanel {
  readonly name: PanelName
  readonly props: PanelProps[PanelName]
  /** New for every opening, so that the panel starts afresh. */
  readonly key: number
}

/** What lies beside the work: at most one panel. Panels emit `close`. */
export const useWorkspace = defineStore('workspace', () => {
  const panel = shallowRef<OpenPanel | null>(null)
  let opened = 0

  function openPanel<N extends PanelName>(name: N, props: PanelProps[N]): void {
    panel.value = { name, props, key: ++opened }
  }
  function closePanel(): void {
    panel.value = null
  }
  whenForgotten(closePanel)

  /** What the search takes over to the registration of a newcomer. */
  const newcomer = ref('')
  function takeNewcomer(): string {
    const text = newcomer.value
    newcomer.value = ''
    return text
  }
  const asked = shallowRef<AskedVisit | null>(null)
  function askVisit(visit: AskedVisit): void {
    asked.value = visit
  }

  return { panel, openPanel, closePanel, newcomer, takeNewcomer, asked, askVisit }
})
