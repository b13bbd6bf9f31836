import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import {
  defaultDeskSettings,
  type DeskSettings,
  type DeskSettingsChange,
  type PaperPrinting,
  type Theme,
} from '#core/kernel/settings.ts'
import { call } from '../client/call.ts'
import { notify } from '../ui/notices.ts'
import { refusalText } from '../ui/refusal-text.ts'

function changed(before: DeskSettings, { papers, ...others }: DeskSettingsChange): DeskSettings {
  const kept = { ...before.papers, ...papers }
  const known = Object.entries(kept).filter(
    (entry): entry is [string, PaperPrinting] => entry[1] !== null,
  )
  return { ...before, ...(others as Partial<DeskSettings>), papers: Object.fromEntries(known) }
}

/** What this desk remembers: theme, idle time, and how papers are printed. */
export const useDesk = defineStore('desk', () => {
  const settings = shallowRef<DeskSettings>(defaultDeskSettings)
  const systemIsDark = ref(false)
  const isDark = computed(
    () =>
      settings.value.theme === 'dark' || (settings.value.theme === 'system' && systemIsDark.value),
  )

  async function load(): Promise<void> {
    const reply = await call('desk.settings', null)
    if (reply.ok) settings.value = reply.value
  }
  /** Changes at once on the screen; the shell's answer has the last word. */
  async function change(some: DeskSettingsChange): Promise<void> {
    const before = settings.value
    settings.value = changed(before, some)
    const reply = await call('desk.change', some)
    settings.value = reply.ok ? reply.value : before
    if (!reply.ok) notify('warning', refusalText(reply.refusal))
  }
  function nextTheme(): Promise<void> {
    const order: readonly Theme[] = ['system', 'light', 'dark']
    const next = order[(order.indexOf(settings.value.theme) + 1) % order.length] ?? 'system'
    return change({ theme: next })
  }
  return { settings, systemIsDark, isDark, load, change, nextTheme }
})
