import type { Permission } from '#core/kernel/permission.ts'
import { t } from '../locales/texts.ts'
import type { Command } from '../ui/commands.ts'

/** What the deeds of the worklist need to know and may set in motion. */
export interface WorklistHands {
  /** The page is in sight and has lines. */
  readonly isShown: boolean
  readonly may: (permission: Permission) => boolean
  /** Lines that a deed is done with. */
  readonly count: number
  readonly take: () => void
  readonly release: () => void
  readonly assign: () => void
  readonly openFile: () => void
}

/** What can be done with the marked lines of the worklist, each with its key; nothing while it is out of sight. */
export function worklistCommands(hands: WorklistHands): readonly Command[] {
  if (!hands.isShown) return []
  const disabled = () => (hands.count === 0 ? t('worklist.needsLine') : undefined)
  const deed = (
    id: 'take' | 'release' | 'assign' | 'openFile',
    permission: Permission,
    icon: string,
    keys: string,
  ): readonly Command[] =>
    hands.may(permission)
      ? [
          {
            ...{ id: `worklist-${id}`, group: 'desk', icon, keys, disabled },
            label: t(`worklist.deed.${id}`),
            run: hands[id],
          },
        ]
      : []
  return [
    ...deed('take', 'requests.decide', 'i-lucide-hand', 'Alt+KeyT'),
    ...deed('release', 'requests.decide', 'i-lucide-undo-2', 'Alt+KeyR'),
    ...deed('assign', 'requests.assign', 'i-lucide-user-round-plus', 'Alt+KeyA'),
    // Who decides opens the request with Enter, the file with this.
    ...(hands.may('requests.decide')
      ? deed('openFile', 'visits.hold', 'i-lucide-folder-open', 'Alt+KeyO')
      : []),
  ]
}
