/**
 * Calls that were refused because nobody is signed in any more (the desk was locked, the backend
 * started again) wait here. The same clerk's sign-in sends them again; another's lets them fail.
 */
type Answer = (again: boolean) => void

let waiting: Answer[] = []
let wanted: (() => void) | undefined

/** Says who shows the sign-in when a call needs one. Without anybody, calls do not wait. */
export function whenSignInIsWanted(show: () => void): () => void {
  wanted = show
  return () => {
    wanted = undefined
    abandonCalls()
  }
}

/** Resolves to true when the call is to be sent again, false when its refusal stands. */
export function signedInAgain(): Promise<boolean> {
  const show = wanted
  if (!show) return Promise.resolve(false)
  return new Promise((resolve) => {
    waiting.push(resolve)
    show()
  })
}

function answerAll(again: boolean): void {
  const answers = waiting
  waiting = []
  for (const answer of answers) answer(again)
}

/** The same clerk is back: the calls that waited go out again. */
export function resumeCalls(): void {
  answerAll(true)
}

/** Somebody else is here, or the clerk left: the calls that waited keep their refusal. */
export function abandonCalls(): void {
  answerAll(false)
}
