import type { CitizenFile, CitizenRole } from '#core/citizens/citizen.model.ts'
import type { Permission } from '#core/kernel/permission.ts'
import { t } from '../locales/texts.ts'
import type { Command } from '../ui/commands.ts'
import { administrationTitle } from './administration.ts'
import type { PanelName, PanelProps } from './workspace.store.ts'

/** What the commands of the desk need to know and may set in motion. */
export interface DeskHands {
  readonly file: CitizenFile | null
  readonly role: CitizenRole | null
  readonly routeName: string
  readonly may: (permission: Permission) => boolean
  readonly go: (route: string) => void
  readonly focusSearch: () => void
  readonly openHelp: () => void
  readonly openPalette: () => void
  readonly openPanel: <N extends PanelName>(name: N, props: PanelProps[N]) => void
  readonly select: (role: CitizenRole) => void
  readonly openLast: () => void
  readonly endVisit: () => void
  readonly lock: () => void
  readonly nextTheme: () => void
  readonly signOut: () => void
}

const ROLE_ICONS = {
  INSURED: 'i-lucide-hard-hat',
  EMPLOYER: 'i-lucide-factory',
  PENSIONER: 'i-lucide-hand-coins',
} as const

function citizenCommands(hands: DeskHands): readonly Command[] {
  const { file } = hands
  const visitId = file?.visit.visitId ?? ''
  const pensioner = file?.roles.find((state) => state.role === 'PENSIONER')
  const needsFile = () => (file ? undefined : t('frame.needsFile'))
  const needsPension = () => needsFile() ?? (pensioner?.held ? undefined : t('frame.needsPension'))
  const inCounter = (run: () => void) => () => {
    if (hands.routeName !== 'counter') hands.go('counter')
    run()
  }
  return [
    {
      id: 'certificate',
      label: t('frame.keys.certificate'),
      group: 'citizen',
      icon: 'i-lucide-file-badge',
      keys: 'F6',
      disabled: needsPension,
      run: inCounter(() => {
        hands.openPanel('certificate', { visitId })
      }),
    },
    {
      id: 'slip',
      label: t('frame.keys.slip'),
      group: 'citizen',
      icon: 'i-lucide-receipt-text',
      keys: 'F7',
      disabled: needsPension,
      run: inCounter(() => {
        hands.openPanel('slip', { visitId })
      }),
    },
    {
      id: 'request',
      label: t('frame.keys.request'),
      group: 'citizen',
      icon: 'i-lucide-file-plus-2',
      keys: 'F8',
      disabled: needsFile,
      run: inCounter(() => {
        hands.openPanel('request', { visitId })
      }),
    },
    ...(['INSURED', 'EMPLOYER', 'PENSIONER'] as const).map((role, at): Command => {
      const state = file?.roles.find((one) => one.role === role)
      return {
        id: `role-${role}`,
        label: t('frame.keys.role', { role: t(`enums.role.${role}`) }),
        group: 'citizen',
        icon: ROLE_ICONS[role],
        keys: `Alt+Digit${at + 1}`,
        disabled: () =>
          needsFile() ?? (state?.reason ? t(`enums.roleReason.${state.reason}`) : undefined),
        run: inCounter(() => {
          hands.select(role)
        }),
      }
    }),
    {
      id: 'end-visit',
      label: t('frame.keys.endVisit'),
      group: 'citizen',
      icon: 'i-lucide-log-out',
      keys: 'F12',
      disabled: needsFile,
      run: hands.endVisit,
    },
    {
      id: 'last-file',
      label: t('frame.keys.lastFile'),
      group: 'citizen',
      icon: 'i-lucide-history',
      keys: 'Ctrl+Shift+KeyT',
      run: hands.openLast,
    },
  ]
}

function screenCommands(hands: DeskHands): readonly Command[] {
  const screen = (name: string, label: string, icon: string, keys?: string): Command => ({
    id: `go-${name}`,
    label,
    group: 'screens',
    icon,
    ...(keys === undefined ? {} : { keys }),
    run: () => {
      hands.go(name)
    },
  })
  return [
    screen('counter', t('frame.counter'), 'i-lucide-contact-round'),
    ...(hands.may('requests.read')
      ? [screen('worklist', t('frame.worklist'), 'i-lucide-inbox', 'F9')]
      : []),
    ...(hands.may('certificates.issue')
      ? [screen('print-queue', t('frame.printQueue'), 'i-lucide-printer')]
      : []),
    ...(hands.may('papers.verify')
      ? [screen('verification', t('frame.verification'), 'i-lucide-shield-check')]
      : []),
    screen('administration', administrationTitle(hands.may), 'i-lucide-settings-2'),
  ]
}

function ownCommands(hands: DeskHands): readonly Command[] {
  return [
    {
      id: 'help',
      label: t('frame.keys.help'),
      group: 'desk',
      icon: 'i-lucide-circle-help',
      keys: 'F1',
      run: hands.openHelp,
    },
    {
      id: 'palette',
      label: t('frame.commands'),
      group: 'desk',
      icon: 'i-lucide-command',
      keys: 'Ctrl+KeyK',
      run: hands.openPalette,
    },
    {
      id: 'theme',
      label: t('frame.keys.theme'),
      group: 'desk',
      icon: 'i-lucide-sun-moon',
      run: hands.nextTheme,
    },
    {
      id: 'lock',
      label: t('frame.keys.lock'),
      group: 'desk',
      icon: 'i-lucide-lock',
      keys: 'Ctrl+Shift+KeyL',
      always: true,
      run: hands.lock,
    },
    {
      id: 'sign-out',
      label: t('access.signOut'),
      group: 'desk',
      icon: 'i-lucide-door-open',
      run: hands.signOut,
    },
  ]
}

/** Everything the desk itself offers, as things stand now. Pages add their own with `useCommands`. */
export function deskCommands(hands: DeskHands): readonly Command[] {
  const search: readonly Command[] = hands.may('citizens.search')
    ? [
        {
          id: 'search',
          label: t('frame.keys.search'),
          group: 'desk',
          icon: 'i-lucide-search',
          keys: 'F2',
          run: hands.focusSearch,
        },
      ]
    : []
  const counter = hands.may('citizens.read') ? citizenCommands(hands) : []
  return [...counter, ...screenCommands(hands), ...search, ...ownCommands(hands)]
}
