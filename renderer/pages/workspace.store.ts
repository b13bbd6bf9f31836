import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { FileableKind } from '#core/requests/request.model.ts'
import { whenForgotten } from '../client/forget.ts'

/** What each side panel is told when it opens. Panels are `<Name>Panel.vue` beside this file. */
export interface PanelProps {
  readonly certificate: { readonly visitId: string; readonly pensionNumber?: string }
  readonly slip: {
    readonly visitId: string
    readonly pensionNumber?: string
    readonly slipNumber?: string
  }
  readonly request: { readonly visitId: string; readonly kind?: FileableKind }
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

  return { panel, openPanel, closePanel }
})
