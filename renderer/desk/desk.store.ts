import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import {
  defaultDeskSettings,
  type DeskSettings,
  type DeskSettingsChange,
  type Theme,
} from '#core/kernel/settings.ts'
import { call } from '../client/call.ts'

/** What this desk remembers: theme, printer, idle time. */
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
    settings.value = { ...before, ...(some as Partial<DeskSettings>) }
    const reply = await call('desk.change', some)
    settings.value = reply.ok ? reply.value : before
  }
  function nextTheme(): Promise<void> {
    const order: readonly Theme[] = ['system', 'light', 'dark']
    const next = order[(order.indexOf(settings.value.theme) + 1) % order.length] ?? 'system'
    return change({ theme: next })
  }
  return { settings, systemIsDark, isDark, load, change, nextTheme }
})
