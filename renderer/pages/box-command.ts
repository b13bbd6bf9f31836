import { useRouter } from 'vue-router'
import type { CitizenRole } from '#core/citizens/citizen.model.ts'
import { t } from '../locales/texts.ts'
import { useCommands } from '../ui/commands.ts'
import { useVisit } from '../visits/visit.store.ts'

/** Offers the box of the open citizen among the commands, as long as he is looked at in this role. */
export function useBoxCommand(role: CitizenRole | null, open: () => void): void {
  const visit = useVisit()
  const router = useRouter()
  useCommands(() =>
    visit.file && visit.role === role
      ? [
          {
            id: 'box',
            label: t('vault.tab'),
            group: 'citizen',
            icon: 'i-lucide-archive',
            run: () => {
              void router.push({ name: 'counter' })
              open()
            },
          },
        ]
      : [],
  )
}
