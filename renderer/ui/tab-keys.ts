/** Whether the keys are on a row of tabs: whoever goes along it by arrows goes on there, whatever opens below. */
export function areKeysOnTabs(): boolean {
  return document.activeElement?.closest('[role=tablist]') instanceof Element
}
