import { toLatinDigits } from './digits.ts'

const LINE = 0x0a
const SPACE = 0x20
const ZWNJ = 0x200c

/** One flag for each code below this: it needs no change in the storage form. */
const PLAIN_END = 0x0700
const plain = new Uint8Array(PLAIN_END)
for (let code = 0x21; code <= 0x7e; code++) plain[code] = 1
for (let code = 0x0621; code <= 0x063a; code++) plain[code] = 1
for (let code = 0x0641; code <= 0x0648; code++) plain[code] = 1
for (let code = 0x0660; code <= 0x066c; code++) plain[code] = 1
for (let code = 0x06f0; code <= 0x06f9; code++) plain[code] = 1
for (const letter of '،؛؟پچژکگی') plain[letter.charCodeAt(0)] = 1
for (const letter of 'ةك') plain[letter.charCodeAt(0)] = 0

/** Whether the text already is its own storage form, as nearly every text of an extract is. */
function isPlain(text: string): boolean {
  let atEdge = true
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < PLAIN_END && plain[code] === 1) atEdge = false
    else if ((code === SPACE || code === ZWNJ) && !atEdge) atEdge = true
    else return false
  }
  return !atEdge || text === ''
}

function isSpace(code: number): boolean {
  return (
    code === 0x09 ||
    code === SPACE ||
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  )
}

function isLine(code: number): boolean {
  return code === LINE || code === 0x0d || code === 0x85 || code === 0x2028 || code === 0x2029
}

/** Control codes, tatweel, harakat, bidi controls, invisible joiners, soft hyphen, byte order mark. */
function isDropped(code: number): boolean {
  return (
    code < SPACE ||
    (code >= 0x7f && code <= 0x9f) ||
    code === 0xad ||
    code === 0x061c ||
    code === 0x0640 ||
    (code >= 0x064b && code <= 0x0652) ||
    code === 0x0670 ||
    code === 0x200b ||
    (code >= 0x200d && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    code === 0x2060 ||
    (code >= 0x2066 && code <= 0x2069) ||
    code === 0xfeff
  )
}

/** The letter Persian uses in place of its Arabic twin; any other character is itself. */
function persianLetter(character: string): string {
  if (character === 'ي' || character === 'ى') return 'ی'
  if (character === 'ك') return 'ک'
  if (character === 'ة') return 'ه'
  return character
}

/** What is worth keeping, spaces and line breaks made uniform; half a surrogate pair becomes U+FFFD. */
function kept(raw: string): string {
  let text = ''
  for (const character of raw) {
    const code = character.codePointAt(0) ?? 0
    if (isSpace(code)) text += ' '
    else if (isLine(code)) text += '\n'
    else if (isDropped(code)) continue
    else text += code >= 0xd800 && code <= 0xdfff ? '\ufffd' : character
  }
  return text
}

/** Single spaces and ZWNJ, none at the edge of a word or line. */
function tidy(text: string): string {
  let result = ''
  let gap = ''
  for (const character of text) {
    if (character === '\n') gap = '\n'
    else if (character === ' ') gap = gap === '\n' ? gap : ' '
    else if (character === '\u200c') gap = gap === '' ? '\u200c' : gap
    else {
      if (result !== '') result += gap
      gap = ''
      result += persianLetter(character)
    }
  }
  return result
}

/**
 * Storage form of a Persian text (domain brief §2.1): NFC, Persian ye and kaf, no tatweel, harakat, bidi
 * controls or invisible characters, single spaces, ZWNJ only inside words. Runs of line breaks become one.
 * A text in storage form is returned as it is.
 */
export function storedText(raw: string): string {
  return isPlain(raw) ? raw : tidy(kept(raw.replaceAll('\r\n', '\n')).normalize('NFC'))
}

const folded: Readonly<Record<string, string>> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ؤ: 'و',
  ئ: 'ی',
  ۀ: 'ه',
  ە: 'ه',
}
const NOT_IN_KEYS = new Set(" \n\u200cء-_.،'\u0653\u0654\u0655")

/** Codes that a key keeps as they are; anything else is looked at one by one. */
function isKeyCode(code: number): boolean {
  return (
    (code >= 0x0627 && code <= 0x063a) ||
    (code >= 0x0641 && code <= 0x0648) ||
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x30 && code <= 0x39) ||
    code === 0x06cc ||
    code === 0x06a9 ||
    code === 0x06af ||
    code === 0x067e ||
    code === 0x0686 ||
    code === 0x0698
  )
}

function keyOfStored(text: string): string {
  let i = 0
  while (i < text.length && isKeyCode(text.charCodeAt(i))) i++
  if (i === text.length) return text
  let key = text.slice(0, i)
  for (const character of text.slice(i)) {
    if (!NOT_IN_KEYS.has(character)) key += folded[character] ?? character
  }
  return toLatinDigits(key).toLowerCase().normalize('NFC')
}

/**
 * Search key of a name (domain brief §2.2): letters and digits without spaces, ZWNJ or hamza variants.
 * A key is its own key. «رحمت‌اله» and «رحمت‌الله» have different keys; a search adds the variant.
 */
export function nameKey(raw: string): string {
  return keyOfStored(storedText(raw))
}

/** Titles that stand in front of a first name as the registry writes it. */
export const NAME_TITLES: readonly string[] = ['سید', 'سیده', 'حاج']
const WORD_EDGE = /[ \n\-_.،']+/

/**
 * Keys of the words of a name, in order. Titles (سید، سیده، حاج) in front are left out unless nothing else
 * remains; parts joined by ZWNJ are one word.
 */
export function nameTokens(raw: string): readonly string[] {
  const keys = storedText(raw)
    .split(WORD_EDGE)
    .map(keyOfStored)
    .filter((key) => key !== '')
  const first = keys.findIndex((key) => !NAME_TITLES.includes(key))
  return first > 0 ? keys.slice(first) : keys
}

const collator = new Intl.Collator('fa')

/** Persian alphabetical order, for sorting what is shown. */
export function compareText(a: string, b: string): number {
  return collator.compare(a, b)
}
