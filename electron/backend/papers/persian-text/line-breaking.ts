import { internals } from './pdfmake.internals.ts'
import type { Inline, Line, Paragraph } from './pdfmake.internals.ts'
import { clustersOf, levelRunsOf, partsOf, widthOfPart } from './word-parts.ts'

/** Points; sums of widths differ in the last bits. */
const ROUNDING = 0.001

/** How many inlines from `at` on belong to one word: no line breaks between them. */
export function lengthOfWord(inlines: readonly Inline[], at = 0): number {
  let end = at
  while (inlines[end]?.noNewLine && end < inlines.length - 1) end++
  return end - at + 1
}

/** Width of a word without the spaces around it. */
export function widthOfWord(word: readonly Inline[]): number {
  const width = word.reduce((sum, inline) => sum + inline.width, 0)
  return Math.max(0, width - (word[0]?.leadingCut ?? 0) - (word.at(-1)?.trailingCut ?? 0))
}

const startOf = (inline: Inline | undefined): number => inline?.start ?? 0
const endOf = (inline: Inline | undefined): number =>
  startOf(inline) + (inline ? inline.text.length : 0)

function runsOfWord(word: readonly Inline[], paragraph: Paragraph) {
  return levelRunsOf(word, paragraph, startOf(word[0]), endOf(word.at(-1)))
}

/** The widths of a word's spans as the whole word is shaped: letters join over the borders. */
export function measureSpans(word: readonly Inline[]): void {
  const paragraph = word[0]?.paragraph
  if (!paragraph) return
  for (const inline of word) inline.width = 0
  for (const run of runsOfWord(word, paragraph)) {
    for (const part of partsOf(run, paragraph)) {
      const owner = word.find((inline) => part.from >= startOf(inline) && part.from < endOf(inline))
      if (owner) owner.width += widthOfPart(part)
    }
  }
}

/** Cuts a word after the last letter that fits; at least one letter stays, else nothing would. */
function cutWord(
  word: readonly Inline[],
  available: number,
): { readonly head: Inline[]; readonly rest: Inline[] } {
  const paragraph = word[0]?.paragraph
  if (!paragraph) return { head: [...word], rest: [] }
  const clusters = runsOfWord(word, paragraph).flatMap((run) =>
    partsOf(run, paragraph).flatMap((part) => clustersOf(part, run.level, paragraph)),
  )
  let used = 0
  let cut = startOf(word[0])
  for (const { end, width } of clusters) {
    if (used + width > available + ROUNDING && cut > startOf(word[0])) break
    used += width
    cut = end
  }
  const head: Inline[] = []
  const rest: Inline[] = []
  for (const inline of word) {
    if (endOf(inline) <= cut) head.push(inline)
    else if (startOf(inline) >= cut) rest.push(inline)
    else {
      const [first, second] = halves(inline, cut)
      head.push(first)
      rest.push(second)
    }
  }
  const last = head.at(-1)
  if (last) last.noNewLine = false
  if (rest.length > 0) {
    measureSpans(head)
    measureSpans(rest)
  }
  return { head, rest }
}

function halves(inline: Inline, cut: number): readonly [Inline, Inline] {
  const length = cut - startOf(inline)
  const { lineEnd, leadingIndent, ...plain } = inline
  const first: Inline = {
    ...plain,
    ...(leadingIndent !== undefined && { leadingIndent }),
    text: inline.text.slice(0, length),
    trailingCut: 0,
  }
  const second: Inline = {
    ...plain,
    ...(lineEnd !== undefined && { lineEnd }),
    text: inline.text.slice(length),
    start: cut,
    leadingCut: 0,
  }
  return [first, second]
}

function fits(line: Line, word: readonly Inline[]): boolean {
  if (line.newLineForced) return false
  const width = word.reduce((sum, inline) => sum + inline.width, 0)
  const trailing = word.at(-1)?.trailingCut ?? 0
  return line.inlineWidths + width - line.leadingCut - trailing <= line.maxWidth + ROUNDING
}

function nextLine(inlines: Inline[], width: number): Line {
  const line = new internals.Line(width)
  let at = 0
  let rest: readonly Inline[] = []
  while (at < inlines.length && rest.length === 0) {
    const length = lengthOfWord(inlines, at)
    let word = inlines.slice(at, at + length)
    const isFirst = line.inlines.length === 0
    if (!isFirst && !fits(line, word)) break
    const tooLong = isFirst && widthOfWord(word) > width + ROUNDING
    if (tooLong && !word.some(({ noWrap }) => noWrap)) {
      const cut = cutWord(word, width + Math.min(0, word[0]?.leadingCut ?? 0))
      word = cut.head
      rest = cut.rest
    }
    at += length
    for (const inline of word) line.addInline(inline)
  }
  inlines.splice(0, at, ...rest)
  line.lastLineInParagraph = inlines.length === 0
  return line
}

/**
 * Lines break between words only, a word in several styles being one. A word that no line can hold
 * is cut between letters, each keeping the form it has in the whole word, as browsers do.
 */
export function breakLinesBetweenWords(): void {
  internals.layout.buildNextLine = function (node) {
    const inlines = node._inlines
    if (!inlines || inlines.length === 0) return null
    return nextLine(inlines, this.writer.context().availableWidth)
  }
}
