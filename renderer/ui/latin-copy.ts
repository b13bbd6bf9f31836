import { toLatinDigits } from '#core/kernel/digits.ts'

const GROUPED = /\d{1,3}(?:[٬,]\d{3})+/g
const MARKS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/** Text as other programs read it: Latin digits, amounts without separators, no marks of direction. */
export function latinCopy(text: string): string {
  return toLatinDigits(text)
    .replace(MARKS, '')
    .replaceAll(GROUPED, (amount) => amount.replace(/[٬,]/g, ''))
}

/** What is selected; null in a field of words, whose text is somebody's own. */
function selectedText(target: EventTarget | null): string | null {
  if (target instanceof HTMLTextAreaElement) return null
  if (!(target instanceof HTMLInputElement)) return getSelection()?.toString() ?? ''
  if (target.inputMode !== 'numeric') return null
  return target.value.slice(target.selectionStart ?? 0, target.selectionEnd ?? 0)
}

function onCopy(event: ClipboardEvent): void {
  const text = selectedText(event.target)
  if (text === null || text === '') return
  event.clipboardData?.setData('text/plain', latinCopy(text))
  event.preventDefault()
}

/** Whatever is copied from the window, and every number in it, arrives as other programs read it. */
export function copyInLatin(page: Document): void {
  page.addEventListener('copy', onCopy)
}
