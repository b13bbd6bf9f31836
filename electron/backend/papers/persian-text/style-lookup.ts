import { internals } from './pdfmake.internals.ts'
import type { Inline, StyleStack, TextInlines } from './pdfmake.internals.ts'

const isValue = (value: unknown): boolean => value !== undefined && value !== null

/** What a word inherits, with pdfmake's own defaults. */
const WORD_STYLE = {
  font: '',
  bold: false,
  italics: false,
  alignment: 'left',
  fontSize: 12,
  color: 'black',
  decoration: null,
  decorationColor: null,
  decorationStyle: null,
  decorationThickness: null,
  background: null,
  link: null,
  noWrap: null,
  opacity: 1,
  sup: false,
  sub: false,
  lineHeight: 1,
  leadingIndent: 0,
} as const
type StyleName = keyof typeof WORD_STYLE
type Style = Readonly<Record<StyleName, unknown>>
type Properties = Readonly<Record<string, unknown>>
const STYLE_NAMES = Object.keys(WORD_STYLE) as readonly StyleName[]

const SMALLER = 0.58
const LEADING_SPACE = /^\s+/
const TRAILING_SPACE = /\s+$/

/** A word before it is measured: its text and what its span says of itself. */
type Word = Partial<Style> & Properties & { readonly text: string }

/** The style with what a node says of itself; the same object when it says nothing. */
function styleWithin(style: Style, node: Properties): Style {
  let own: Record<StyleName, unknown> | undefined
  for (const name of STYLE_NAMES) {
    const value = node[name]
    if (isValue(value)) (own ??= { ...style })[name] = value
  }
  return own ?? style
}

/** The same for a word, which seldom says more than its text. */
function styleOfWord(style: Style, word: Word): Style {
  for (const name in word) if (name in WORD_STYLE) return styleWithin(style, word)
  return style
}

/** Styles by node: pdfmake gives each place of a document a node of its own. */
let inherited = new Map<object, Style>()
let documentStyle: unknown

function styleAt(styles: StyleStack, depth: number): Style | undefined {
  if (styles.defaultStyle !== documentStyle) {
    // Another document: its nodes alone are kept. Weak keys by the thousand would slow each collection.
    documentStyle = styles.defaultStyle
    inherited = new Map()
  }
  const node = depth < 0 ? styles.defaultStyle : styles.styleOverrides[depth]
  if (typeof node === 'string') return undefined
  if (!node) return WORD_STYLE
  const known = inherited.get(node)
  if (known) return known
  const outer = depth < 0 ? WORD_STYLE : styleAt(styles, depth - 1)
  const style = outer && styleWithin(outer, node)
  if (style) inherited.set(node, style)
  return style
}

function widthOfSpaces(text: string, edge: RegExp, { font, fontSize }: Inline): number {
  const spaces = edge.exec(text)
  return spaces ? font.widthOfString(spaces[0], fontSize) : 0
}

/** A word with its whole style, its width and height, and the spaces at its ends. */
function measuredWord(inlines: TextInlines, word: Word, outer: Style): Inline {
  const style = styleOfWord(outer, word)
  const { bold, italics, alignment, sup, sub } = style
  const small = sup === true || sub === true
  const family = style.font as string
  const font = inlines.pdfDocument.provideFont(family, bold as boolean, italics as boolean)
  const fontSize = (style.fontSize as number) * (small ? SMALLER : 1)
  const { text } = word
  const inline = {
    text,
    font,
    fontSize,
    alignment,
    width: font.widthOfString(text, fontSize),
    height: font.lineHeight(fontSize) * (style.lineHeight as number),
    color: style.color,
    background: style.background,
    decoration: style.decoration,
    decorationColor: style.decorationColor,
    decorationStyle: style.decorationStyle,
    decorationThickness: style.decorationThickness,
    link: style.link,
    noWrap: style.noWrap,
    opacity: style.opacity,
    sup,
    sub,
    leadingCut: typeof word['leadingCut'] === 'number' ? word['leadingCut'] : 0,
    trailingCut: 0,
  } as unknown as Inline
  for (const name in word) {
    if (!(name in inline) && isValue(word[name])) Object.assign(inline, { [name]: word[name] })
  }
  inline.leadingCut += widthOfSpaces(text, LEADING_SPACE, inline)
  inline.trailingCut = widthOfSpaces(text, TRAILING_SPACE, inline)
  return inline
}

/**
 * pdfmake looks up twenty properties for each word, each time through closures made for styles with
 * names. Papers name no styles, so a text looks up what its words inherit once, by the plain walk;
 * with a named style pdfmake's own lookup still answers.
 */
export function lookUpStylesPlainly(): void {
  const { StyleContextStack, textInlines } = internals
  const { getStyleProperty } = StyleContextStack
  const { getProperty } = StyleContextStack.prototype
  const { measure } = textInlines

  StyleContextStack.prototype.getProperty = function (this: StyleStack, name) {
    const { styleOverrides } = this
    for (let i = styleOverrides.length - 1; i >= 0; i--) {
      const override = styleOverrides[i]
      if (typeof override === 'string') return getProperty.call(this, name)
      const value = override?.[name]
      if (isValue(value)) return value
    }
    return this.defaultStyle?.[name]
  }

  StyleContextStack.getStyleProperty = (item, styles, name, otherwise) => {
    const own = item[name]
    if (isValue(own)) return own
    if (isValue(item['style'])) return getStyleProperty(item, styles, name, otherwise)
    const value = styles?.getProperty(name)
    return isValue(value) ? value : otherwise
  }

  textInlines.measure = function (words, styles) {
    const outer = styleAt(styles, styles.styleOverrides.length - 1)
    const named = words.some((word) => isValue((word as unknown as Word)['style']))
    if (!outer || named) return measure.call(this, words, styles)
    return words.map((inline, i) => {
      const word = inline as unknown as Word
      const indent = i === 0 ? (word.leadingIndent ?? outer.leadingIndent) : 0
      if (typeof indent !== 'number' || indent === 0) return measuredWord(this, word, outer)
      return measuredWord(this, { ...word, leadingCut: -indent, leadingIndent: indent }, outer)
    })
  }
}
