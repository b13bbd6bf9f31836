import { useRouter } from 'vue-router'
import type { CitizenRole } from '#core/citizens/citizen.model.ts'
import { CARE_PARTS, useCare, type CarePart } from '../care/care.store.ts'
import { t } from '../locales/texts.ts'
import { useCitizenTickets } from '../tickets/citizen-tickets.store.ts'
import type { CommonTab } from '../ui/common-tab.ts'
import { useCommands, type Command } from '../ui/commands.ts'
import { useVisit } from '../visits/visit.store.ts'

/** The parts that a citizen has in every role, after those of the role itself; `CommonPart.vue` shows them. */
export const commonTabs: readonly { readonly id: CommonTab; readonly label: string }[] = [
  { id: 'requests', label: t('requests.tab') },
  { id: 'care', label: t('care.tab') },
  { id: 'box', label: t('vault.tab') },
  { id: 'account', label: t('citizens.profile.tab') },
  { id: 'tickets', label: t('tickets.tab') },
]

/** Whether a tab of a role is one that every role has. */
export function isCommonTab(tab: string): tab is CommonTab {
  return commonTabs.some(({ id }) => id === tab)
}

/** The command that begins a ticket of the open citizen. */
export const NEW_TICKET = 'new-ticket'

/** The commands that open the parts of «درمان». */
export const CARE_COMMANDS = {
  ENTITLEMENT: 'care-entitlement',
  HEALTH: 'care-health',
} as const satisfies Readonly<Record<CarePart, string>>
const CARE_ICONS = { ENTITLEMENT: 'i-lucide-shield-plus', HEALTH: 'i-lucide-file-heart' } as const

/** Parts that are worth a command of their own. */
const COMMANDS = [
  { id: 'box', icon: 'i-lucide-archive' },
  { id: 'account', icon: 'i-lucide-id-card' },
  { id: 'tickets', icon: 'i-lucide-headset' },
] as const satisfies readonly { readonly id: CommonTab; readonly icon: string }[]

/** Offers the two parts of «درمان» of the open citizen, wherever he is looked at. */
function careCommands(goTo: (tab: CommonTab) => void): readonly Command[] {
  const care = useCare()
  return CARE_PARTS.map((part) => ({
    id: CARE_COMMANDS[part],
    label: t(`filing.service.CARE_${part}`),
    group: 'citizen' as const,
    icon: CARE_ICONS[part],
    run: () => {
      goTo('care')
      care.show(part)
    },
  }))
}

/** Offers the common parts of the open citizen among the commands, as long as he is looked at in this role. */
export function useCommonCommands(role: CitizenRole | null, open: (tab: CommonTab) => void): void {
  const visit = useVisit()
  const router = useRouter()
  const tickets = useCitizenTickets()
  const goTo = (tab: CommonTab) => {
    void router.push({ name: 'counter' })
    open(tab)
  }
  const ofCare = careCommands(goTo)
  useCommands((): readonly Command[] =>
    visit.file && visit.role === role
      ? [
          ...ofCare,
          ...COMMANDS.map(({ id, icon }) => ({
            ...{ id, icon, group: 'citizen' as const },
            label: commonTabs.find((tab) => tab.id === id)?.label ?? '',
            run: () => {
              goTo(id)
            },
          })),
          {
            ...{ id: NEW_TICKET, group: 'citizen', icon: 'i-lucide-message-square-plus' },
            label: t('tickets.newOfCitizen'),
            run: () => {
              goTo('tickets')
              tickets.isNewAsked = true
            },
          },
        ]
      : [],
  )
}
