/** Esc takes a filter away first, as the layer that lies on top; without one the key goes on to what lies below. */
export function clearOnEscape(
  isNarrowed: () => boolean,
  clear: () => void,
): (event: KeyboardEvent) => void {
  return (event) => {
    if (!isNarrowed()) return
    event.preventDefault()
    event.stopPropagation()
    clear()
  }
}
