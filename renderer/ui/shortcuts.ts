import { onScopeDispose } from 'vue'

/**
 * A key by its place on the keyboard, so that it works while the layout is Persian: `F2`, `Ctrl+KeyK`,
 * `Ctrl+Shift+KeyL`, `Alt+Digit1`, `Ctrl+Enter`, `Escape`. Modifiers in the order Ctrl, Alt, Shift.
 */
export type Combo = string

interface Shortcut {
  readonly combo: Combo
  /** Also while a dialog is open; never while the desk is locked. */
  readonly always: boolean
  /** False when it was not for this one, so that the one below may have it. */
  readonly run: () => boolean
}

export type Block = 'dialog' | 'lock'

let shortcuts: readonly Shortcut[] = []
let blocks: readonly Block[] = []

/** What was pressed, as a combo. The numeric pad counts as the main keys. */
export function comboOf(event: KeyboardEvent): Combo {
  const code = event.code.replace('NumpadEnter', 'Enter').replace(/^Numpad(\d)$/, 'Digit$1')
  return [event.ctrlKey && 'Ctrl', event.altKey && 'Alt', event.shiftKey && 'Shift', code]
    .filter(Boolean)
    .join('+')
}

function onKeydown(event: KeyboardEvent): void {
  if (event.isComposing || event.repeat || blocks.includes('lock')) return
  const combo = comboOf(event)
  const inDialog = blocks.length > 0
  for (const shortcut of shortcuts.toReversed()) {
    if (shortcut.combo !== combo || (inDialog && !shortcut.always)) continue
    if (!shortcut.run()) continue
    event.preventDefault()
    event.stopPropagation()
    return
  }
}

/** Starts listening; called once by the application. */
export function listenToKeys(target: Window): void {
  target.addEventListener('keydown', onKeydown)
}

/** Binds a key until the returned function is called. The last one bound comes first. */
export function bindShortcut(
  combo: Combo,
  run: () => boolean,
  options: { readonly always?: boolean } = {},
): () => void {
  const shortcut = { combo, run, always: options.always ?? false }
  shortcuts = [...shortcuts, shortcut]
  return () => {
    shortcuts = shortcuts.filter((other) => other !== shortcut)
  }
}

/** Binds a key as long as the component that calls it lives; the key is then spent. */
export function useShortcut(
  combo: Combo,
  run: () => void,
  options: { readonly always?: boolean; readonly when?: () => boolean } = {},
): void {
  const attempt = (): boolean => {
    if (options.when && !options.when()) return false
    run()
    return true
  }
  onScopeDispose(bindShortcut(combo, attempt, { always: options.always ?? false }))
}

/** Keeps keys from what lies behind a dialog or the lock, until the returned function is called. */
export function blockShortcuts(kind: Block): () => void {
  const mark = [kind] as const
  blocks = [...blocks, ...mark]
  let held = true
  return () => {
    if (!held) return
    held = false
    const at = blocks.lastIndexOf(kind)
    blocks = blocks.filter((_, index) => index !== at)
  }
}

const KEY_NAMES: Readonly<Record<string, string>> = {
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Space: 'Space',
}

/** The combo as it is printed on the keys: `Ctrl+KeyK` → `Ctrl+K`. */
export function comboLabel(combo: Combo): string {
  return combo
    .split('+')
    .map((part) => KEY_NAMES[part] ?? part.replace(/^Key|^Digit/, ''))
    .join('+')
}
