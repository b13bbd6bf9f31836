type Clear = () => void

const clears = new Set<Clear>()

/** A store that holds citizen data says here how it is emptied, once, when it is made. */
export function whenForgotten(clear: Clear): void {
  clears.add(clear)
}

/** Empties every store of the citizen: at the end of a visit and when another clerk signs in. */
export function forgetCitizen(): void {
  for (const clear of clears) clear()
}
