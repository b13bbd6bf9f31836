import { useRouter } from 'vue-router'
import type { CitizenRole } from '#core/citizens/citizen.model.ts'
import { t } from '../locales/texts.ts'
import type { CommonTab } from '../ui/common-tab.ts'
import { useCommands } from '../ui/commands.ts'
import { useVisit } from '../visits/visit.store.ts'

/** The parts that a citizen has in every role, after those of the role itself; `CommonPart.vue` shows them. */
export const commonTabs: readonly { readonly id: CommonTab; readonly label: string }[] = [
  { id: 'requests', label: t('requests.tab') },
  { id: 'box', label: t('vault.tab') },
  { id: 'account', label: t('citizens.profile.tab') },
]

/** Whether a tab of a role is one that every role has. */
export function isCommonTab(tab: string): tab is CommonTab {
  return commonTabs.some(({ id }) => id === tab)
}

/** Parts that are worth a command of their own. */
const COMMANDS = [
  { id: 'box', icon: 'i-lucide-archive' },
  { id: 'account', icon: 'i-lucide-id-card' },
] as const satisfies readonly { readonly id: CommonTab; readonly icon: string }[]

/** Offers the common parts of the open citizen among the commands, as long as he is looked at in this role. */
export function useCommonCommands(role: CitizenRole | null, open: (tab: CommonTab) => void): void {
  const visit = useVisit()
  const router = useRouter()
  useCommands(() =>
    visit.file && visit.role === role
      ? COMMANDS.map(({ id, icon }) => ({
          id,
          label: commonTabs.find((tab) => tab.id === id)?.label ?? '',
          group: 'citizen' as const,
          icon,
          run: () => {
            void router.push({ name: 'counter' })
            open(id)
          },
        }))
      : [],
  )
}
