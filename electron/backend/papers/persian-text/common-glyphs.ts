import { shapeWhole } from './shaping.ts'
import type { Shaper, SubsetGlyph } from './paper-font.ts'

const LETTERS = 'ءآأؤئابةتثجحخدذرزسشصضطظعغفقلمنهوپچژکگی'
const JOINED = 'ب'
/** Ligatures, marks, and words whose letters have another form beside their neighbours. */
const WORDS =
  'لا بلا لأ لآ الله هٔ بهٔ اً بً بّ ببّ مّ پیوست پوسته تأمین تثبیت صنایع رییسی ضرایی محمدپور قمی ' +
  'می پژوه فیزیوتراپی تراپی کوآدریلیون صرفاً محدثه مثل کمک طریق سپهر ثانیه طبق الهی کپی حبیبی بی یحیی رضایی'
/** Set apart: a joiner without width is told from a space by being alone. */
const JOINER = 'بب\u200cبب'
const SIGNS = '۰۱۲۳۴۵۶۷۸۹٬٫،؛؟:./-–—_*٪%+!×=()[]«»'
const LATIN_DIGITS = '0123456789'
const LATIN_LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const SPACE = 32

/** Texts whose glyphs are common, with the direction in which they are set. */
export function commonTexts(bold: boolean): (readonly [text: string, rtl: boolean])[] {
  const forms = Array.from(LETTERS, (letter) =>
    [letter, JOINED + letter, letter + JOINED, JOINED + letter + JOINED].join(' '),
  )
  return [
    [`${forms.join(' ')} ${WORDS}`, true],
    [JOINER, true],
    [SIGNS, true],
    [SIGNS, false],
    [bold ? LATIN_DIGITS : LATIN_DIGITS + LATIN_LETTERS, false],
  ]
}

/**
 * The glyphs that nearly every paper uses: Persian letters in all their forms, digits, signs, and in
 * the plain weight the Latin letters of codes and addresses. Always the same list for a font: a
 * glyph's place in it is its code in every paper, and the subset is made once.
 */
export function commonGlyphsOf(shaper: Shaper, bold: boolean): SubsetGlyph[] {
  const { font, scale } = shaper
  const glyphs: SubsetGlyph[] = [
    { id: 0, text: [0], width: font.getGlyph(0).advanceWidth * scale },
    { id: shaper.spaceId, text: [SPACE], width: shaper.spaceWidth },
  ]
  const known = new Set(glyphs.map(({ id, text }) => `${id}:${text.join()}`))
  for (const [common, rtl] of commonTexts(bold)) {
    const { ids, codePoints, naturals } = shapeWhole(shaper, common, rtl)
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
