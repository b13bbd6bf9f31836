import { computed, onScopeDispose, shallowRef, watchEffect, type ComputedRef } from 'vue'
import { bindShortcut, type Combo } from './shortcuts.ts'

/** Something the clerk can do now: shown in the palette and in the help, bound to its key. */
export interface Command {
  readonly id: string
  readonly label: string
  readonly group: 'citizen' | 'screens' | 'desk'
  readonly icon: string
  readonly keys?: Combo
  /** Also while a dialog is open. */
  readonly always?: boolean
  /** Why it cannot be done now; undefined when it can. */
  readonly disabled?: () => string | undefined
  readonly run: () => void
}

type Source = () => readonly Command[]

const sources = shallowRef<readonly Source[]>([])

/** Everything that can be done on the screen as it is; an id given twice counts as its last. */
export const commands: ComputedRef<readonly Command[]> = computed(() => {
  const byId = new Map<string, Command>()
  for (const source of sources.value) for (const command of source()) byId.set(command.id, command)
  return [...byId.values()]
})

let tellWhy: (command: Command, reason: string) => void = () => undefined

/** Says how a clerk learns why a command cannot be done now. */
export function whenDisabled(tell: (command: Command, reason: string) => void): void {
  tellWhy = tell
}

/** Runs a command, or says why not. */
export function runCommand(command: Command): void {
  const reason = command.disabled?.()
  if (reason === undefined) command.run()
  else tellWhy(command, reason)
}

/**
 * Offers commands as long as the component that calls it lives. `list` may read reactive state.
 * Their keys are bound; a key whose command is not in the list at the moment is left to others.
 */
export function useCommands(list: Source): void {
  const unbind: (() => void)[] = []
  const bound = new Set<string>()
  const bindNew = () => {
    for (const { keys, always } of list()) {
      if (keys === undefined || bound.has(keys)) continue
      bound.add(keys)
      const run = () => {
        const command = list().find((one) => one.keys === keys)
        if (command) runCommand(command)
        return command !== undefined
      }
      unbind.push(bindShortcut(keys, run, { always: always ?? false }))
    }
  }
  watchEffect(bindNew)
  sources.value = [...sources.value, list]
  onScopeDispose(() => {
    sources.value = sources.value.filter((source) => source !== list)
    for (const release of unbind) release()
  })
}
