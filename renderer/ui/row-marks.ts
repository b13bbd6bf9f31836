/** Keys of the rows that are marked, in the order in which they were. */
export type Marks = readonly string[]

/** A row marked, or not any more. */
export function toggledMark(marks: Marks, key: string): Marks {
  return marks.includes(key) ? marks.filter((one) => one !== key) : [...marks, key]
}

/** The same with every row between two places, both with them. */
export function marksWithRange(
  marks: Marks,
  keys: readonly string[],
  from: number,
  to: number,
): Marks {
  const range = keys.slice(Math.min(from, to), Math.max(from, to) + 1)
  return [...new Set([...marks, ...range])]
}

/** All rows, or none when all are marked already. */
export function allMarked(marks: Marks, keys: readonly string[]): Marks {
  return keys.every((key) => marks.includes(key)) ? [] : keys
}
