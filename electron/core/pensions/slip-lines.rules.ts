import type { PaySlipLine } from './pension.model.ts'

/** A line of the earlier slip and the one it became in the later; null where there is none. */
export interface LinePair {
  readonly earlier: PaySlipLine | null
  readonly later: PaySlipLine | null
}

type Both = LinePair & { readonly earlier: PaySlipLine; readonly later: PaySlipLine }

/** One way to know a line again: equal keys may be one line; null where this way cannot tell. */
interface Way {
  readonly key: (line: PaySlipLine, isEarlier: boolean) => string | null
  readonly accepts?: (pair: Both) => boolean
  /** Only where each slip has one such line left. */
  readonly onlyOne?: boolean
}

/** An item that is a heap of different things, told apart by their title alone. */
const ANYTHING = 'OTHER'

const keyOf = (...parts: readonly (string | number | null)[]) => JSON.stringify(parts)

const PLAIN: readonly Way[] = [
  { key: ({ item, title, amount }) => keyOf(item, title, amount) },
  { key: ({ item, title }) => keyOf(item, title) },
  // The title of an item may carry a number: so many children.
  { key: ({ item }) => (item === ANYTHING ? null : item), onlyOne: true },
]

/** Two loans of one bank share their title: the instalments left tell them apart, one less each month. */
function loanWays(months: number): readonly Way[] {
  const expected = (remaining: number | null, isEarlier: boolean) =>
    remaining === null || !isEarlier ? remaining : remaining - months
  const goesOn = ({ earlier, later }: Both) =>
    months === 0 ||
    earlier.remaining === null ||
    later.remaining === null ||
    later.remaining <= earlier.remaining
  return [
    {
      key: ({ item, title, amount, remaining }, isEarlier) =>
        keyOf(item, title, amount, expected(remaining, isEarlier)),
    },
    {
      key: ({ item, title, remaining }, isEarlier) =>
        remaining === null ? null : keyOf(item, title, expected(remaining, isEarlier)),
    },
    { key: ({ item, title, amount }) => keyOf(item, title, amount), accepts: goesOn },
    { key: ({ item, title }) => keyOf(item, title), accepts: goesOn },
  ]
}

/**
 * Lines of two slips of which each is the other's: by block and item, then by title and amount; loans by the
 * instalments left, too. `months` from the earlier slip to the later, 0 in one month. Which slip stands first makes
 * no difference within a month; lines that are alike are never paired with one that is not.
 */
export function pairLines(
  earlier: readonly PaySlipLine[],
  later: readonly PaySlipLine[],
  months: number,
): readonly LinePair[] {
  return (['PAYMENT', 'DEDUCTION', 'LOAN'] as const).flatMap((block) =>
    pairBlock(
      earlier.filter((line) => line.block === block),
      later.filter((line) => line.block === block),
      block === 'LOAN' ? loanWays(months) : PLAIN,
    ),
  )
}

function pairBlock(
  earlier: readonly PaySlipLine[],
  later: readonly PaySlipLine[],
  ways: readonly Way[],
): readonly LinePair[] {
  const partners = new Map<PaySlipLine, PaySlipLine>()
  const taken = new Set<PaySlipLine>()
  for (const way of ways) {
    const left = grouped(
      earlier.filter((line) => !partners.has(line)),
      (line) => way.key(line, true),
    )
    const right = grouped(
      later.filter((line) => !taken.has(line)),
      (line) => way.key(line, false),
    )
    for (const [key, ones] of left) {
      const others = right.get(key) ?? []
      if (way.onlyOne && (ones.length > 1 || others.length > 1)) continue
      ones.slice(0, others.length).forEach((one, at) => {
        const other = others[at]
        if (!other || way.accepts?.({ earlier: one, later: other }) === false) return
        partners.set(one, other)
        taken.add(other)
      })
    }
  }
  return [
    ...earlier.map((line) => ({ earlier: line, later: partners.get(line) ?? null })),
    ...later.filter((line) => !taken.has(line)).map((line) => ({ earlier: null, later: line })),
  ]
}

/** Lines by their key, those of one key in the order of amount and instalments left. */
function grouped(
  lines: readonly PaySlipLine[],
  key: (line: PaySlipLine) => string | null,
): ReadonlyMap<string, readonly PaySlipLine[]> {
  const groups = new Map<string, PaySlipLine[]>()
  for (const line of lines) {
    const found = key(line)
    if (found === null) continue
    const group = groups.get(found)
    if (group) group.push(line)
    else groups.set(found, [line])
  }
  for (const group of groups.values())
    group.sort((a, b) => a.amount - b.amount || (a.remaining ?? -1) - (b.remaining ?? -1))
  return groups
}
