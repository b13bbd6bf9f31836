const PERSIAN_ZERO = 0x06f0
const ARABIC_ZERO = 0x0660

/** The Latin digit of a UTF-16 code in any of the three scripts, else the code itself. */
function latinCode(code: number): number {
  if (code >= PERSIAN_ZERO && code <= PERSIAN_ZERO + 9) return code - PERSIAN_ZERO + 48
  if (code >= ARABIC_ZERO && code <= ARABIC_ZERO + 9) return code - ARABIC_ZERO + 48
  return code
}

/** Text with Persian (U+06F0) and Arabic (U+0660) digits turned into Latin ones; the rest stays. */
export function toLatinDigits(text: string): string {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code >= ARABIC_ZERO && latinCode(code) !== code) return latinFrom(text, i)
  }
  return text
}

function latinFrom(text: string, start: number): string {
  let latin = text.slice(0, start)
  for (let i = start; i < text.length; i++)
    latin += String.fromCharCode(latinCode(text.charCodeAt(i)))
  return latin
}

/** Text with Latin and Arabic digits turned into Persian ones, for reading; never for what is stored. */
export function toPersianDigits(text: string | number): string {
  const source = String(text)
  let persian = ''
  for (let i = 0; i < source.length; i++) {
    const code = latinCode(source.charCodeAt(i))
    persian += String.fromCharCode(code >= 48 && code <= 57 ? code - 48 + PERSIAN_ZERO : code)
  }
  return persian
}
