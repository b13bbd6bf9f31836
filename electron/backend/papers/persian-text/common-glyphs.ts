import { shape } from './shaping.ts'
import type { Shaper, SubsetGlyph } from './paper-font.ts'

const LETTERS = 'ءآأؤئابةتثجحخدذرزسشصضطظعغفقلمنهوپچژکگی'
const JOINED = 'ب'
/** Ligatures, marks, and words whose letters have another form beside their neighbours. */
const WORDS =
  'لا بلا لأ لآ الله هٔ بهٔ اً بً بّ ببّ مّ بب‌بب پیوست پوسته تأمین تثبیت صنایع رییسی ضرایی محمدپور قمی ' +
  'می پژوه فیزیوتراپی تراپی کوآدریلیون صرفاً محدثه مثل کمک طریق سپهر ثانیه طبق الهی کپی حبیبی بی یحیی رضایی'
const SIGNS = '۰۱۲۳۴۵۶۷۸۹٬٫،؛؟:./-–—_*٪%+!×=()[]«»'
const LATIN_DIGITS = '0123456789'
const LATIN_LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const SPACE = 32

function commonWords(bold: boolean): (readonly [string, boolean])[] {
  const joined = Array.from(LETTERS).flatMap((letter) => [
    letter,
    JOINED + letter,
    letter + JOINED,
    JOINED + letter + JOINED,
  ])
  const signs = Array.from(SIGNS)
  const latin = Array.from(bold ? LATIN_DIGITS : LATIN_DIGITS + LATIN_LETTERS)
  return [
    ...[...joined, ...WORDS.split(' '), ...signs].map((word) => [word, true] as const),
    ...[...signs, ...latin].map((word) => [word, false] as const),
  ]
}

/**
 * The glyphs that nearly every paper uses: Persian letters in all their forms, digits, signs, and in
 * the plain weight the Latin letters of codes and addresses. Always the same list for a font, so that its place in it is
 * the code of a glyph in every paper and the subset needs to be made once.
 */
export function commonGlyphsOf(shaper: Shaper, bold: boolean): SubsetGlyph[] {
  const { font, scale } = shaper
  const glyphs: SubsetGlyph[] = [
    { id: 0, text: [0], width: font.getGlyph(0).advanceWidth * scale },
    { id: shaper.spaceId, text: [SPACE], width: shaper.spaceWidth },
  ]
  const known = new Set(glyphs.map(({ id, text }) => `${id}:${text.join()}`))
  for (const [word, rtl] of commonWords(bold)) {
    const { ids, codePoints, naturals } = shape(shaper, word, rtl)
    ids.forEach((id, i) => {
      const text = codePoints[i] ?? []
      const key = `${id}:${text.join()}`
      if (id === 0 || known.has(key)) return
      known.add(key)
      glyphs.push({ id, text, width: naturals[i] ?? 0 })
    })
  }
  return glyphs
}
