import { ref, type Ref } from 'vue'
import type { CitizenFile } from '#core/citizens/citizen.model.ts'
import { t } from '../locales/texts.ts'
import { useCommands } from '../ui/commands.ts'

/**
 * Offers to enter the gazette that the person of the open file brings himself, whatever roles he holds.
 *
 * @returns whether its dialog is open
 */
export function useMandateCommand(file: () => CitizenFile | null): Ref<boolean> {
  const isOpen = ref(false)
  useCommands(() => {
    const open = file()
    if (!open) return []
    return [
      {
        id: 'own-mandate',
        label: t('mandates.selfTitle'),
        group: 'citizen' as const,
        icon: 'i-lucide-newspaper',
        disabled: () =>
          open.visit.scope.includes('EMPLOYER') ? undefined : t('mandates.selfOutside'),
        run: () => (isOpen.value = true),
      },
    ]
  })
  return isOpen
}
