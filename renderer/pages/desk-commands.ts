import type { CitizenFile, CitizenRole } from '#core/citizens/citizen.model.ts'
import type { Permission } from '#core/kernel/permission.ts'
import { t } from '../locales/texts.ts'
import type { Command } from '../ui/commands.ts'
import { administrationTitle } from './administration.ts'
import { kindsOf, usualKind, whyNot, type PaperGroup, type PanelKind } from './paper-kinds.ts'
import type { PanelName, PanelProps } from './workspace.store.ts'

/** What the commands of the desk need to know and may set in motion. */
export interface DeskHands {
  readonly file: CitizenFile | null
  readonly role: CitizenRole | null
  /** The clerk went to this role, or a number of it led there. */
  readonly isRoleMeant: boolean
  readonly routeName: string
  readonly may: (permission: Permission) => boolean
  readonly go: (route: string) => void
  readonly focusSearch: () => void
  readonly openHelp: () => void
  readonly openPalette: () => void
  readonly openNotices: () => void
  readonly openPanel: <N extends PanelName>(name: N, props: PanelProps[N]) => void
  readonly select: (role: CitizenRole) => void
  readonly showOverview: () => void
  readonly openLast: () => void
  /** Registers somebody whom no data has. */
  readonly register: () => void
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

/** Kinds that have a command of their own, beside F6 and F7. */
const KIND_ICONS: Readonly<Partial<Record<PanelKind, string>>> = {
  'salary-certificate': 'i-lucide-file-badge',
  'deduction-certificate': 'i-lucide-file-check-2',
  'record-certificate': 'i-lucide-file-badge-2',
  'pension-status': 'i-lucide-file-clock',
  'care-statement': 'i-lucide-shield-plus',
  'pension-slip': 'i-lucide-receipt-text',
  decree: 'i-lucide-scroll-text',
  'record-statement': 'i-lucide-table-properties',
  'debt-statement': 'i-lucide-file-spreadsheet',
}

function paperCommands(hands: DeskHands, inCounter: (run: () => void) => () => void) {
  const { file } = hands
  const visitId = file?.visit.visitId ?? ''
  const needsFile = () => (file ? undefined : t('frame.needsFile'))
  const open = (kind: PanelKind | undefined) =>
    inCounter(() => {
      if (kind) hands.openPanel('paper', { visitId, kind })
    })
  const usual = (group: PaperGroup): PanelKind | undefined =>
    file ? usualKind(group, file, hands.role, hands.isRoleMeant) : undefined
  const why = (group: PaperGroup, reason: string) => () =>
    needsFile() ?? (file && kindsOf(group, file).length > 0 ? undefined : reason)
  const commands: Command[] = [
    {
      id: 'certificate',
      label: t('frame.keys.certificate'),
      group: 'citizen',
      icon: 'i-lucide-file-badge',
      keys: 'F6',
      disabled: why('certificate', t('frame.needsCertificate')),
      run: open(usual('certificate')),
    },
    {
      id: 'slip',
      label: t('frame.keys.slip'),
      group: 'citizen',
      icon: 'i-lucide-receipt-text',
      keys: 'F7',
      disabled: why('statement', t('frame.needsStatement')),
      run: open(usual('statement')),
    },
    ...(Object.entries(KIND_ICONS) as [PanelKind, string][]).map(([kind, icon]): Command => ({
      id: `paper-${kind}`,
      label: t(`enums.paperKind.${kind}`),
      group: 'citizen',
      icon,
      disabled: () => needsFile() ?? (file ? whyNot(kind, file) : undefined),
      run: open(kind),
    })),
    {
      id: 'paper-access-sheet',
      label: t('papers.access.title'),
      group: 'citizen',
      icon: 'i-lucide-scan-eye',
      disabled: needsFile,
      run: open('access-sheet'),
    },
    {
      id: 'batch',
      label: t('papers.batch.title'),
      group: 'citizen',
      icon: 'i-lucide-files',
      disabled: () =>
        needsFile() ??
        (file && whyNot('pension-slip', file) && whyNot('debt-statement', file)
          ? t('papers.batch.needs')
          : undefined),
      run: inCounter(() => {
        hands.openPanel('batch', { visitId })
      }),
    },
  ]
  return commands
}

function citizenCommands(hands: DeskHands): readonly Command[] {
  const { file } = hands
  const visitId = file?.visit.visitId ?? ''
  const needsFile = () => (file ? undefined : t('frame.needsFile'))
  const hasSeveral = (file?.roles.filter(({ held }) => held).length ?? 0) > 1
  const inCounter = (run: () => void) => () => {
    if (hands.routeName !== 'counter') hands.go('counter')
    run()
  }
  return [
    ...paperCommands(hands, inCounter),
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
      id: 'roles',
      label: t('citizens.header.overview'),
      group: 'citizen',
      icon: 'i-lucide-columns-3',
      keys: 'Alt+Digit0',
      disabled: () => needsFile() ?? (hasSeveral ? undefined : t('frame.overview.oneRole')),
      run: inCounter(hands.showOverview),
    },
    {
      id: 'end-visit',
      label: t('frame.keys.endVisit'),
      group: 'citizen',
      icon: 'i-lucide-log-out',
      keys: 'F12',
      disabled: needsFile,
      run: hands.endVisit,
    },
    ...(hands.may('citizens.register')
      ? [
          {
            id: 'register',
            label: t('registration.command'),
            group: 'citizen' as const,
            icon: 'i-lucide-user-round-plus',
            run: () => {
              hands.register()
            },
          },
        ]
      : []),
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
    ...(hands.may('tickets.handle')
      ? [screen('tickets', t('tickets.board.title'), 'i-lucide-headset')]
      : []),
    ...(hands.may('certificates.issue')
      ? [screen('print-queue', t('frame.printQueue'), 'i-lucide-printer')]
      : []),
    ...(hands.may('requests.read')
      ? [
          screen('report', t('reports.title'), 'i-lucide-chart-column'),
          {
            ...({
              id: 'notices',
              group: 'screens',
              icon: 'i-lucide-bell',
              keys: 'Alt+KeyE',
            } as const),
            label: t('notices.title'),
            run: hands.openNotices,
          },
        ]
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
