import { isDay } from '#core/kernel/day.ts'
import { PaperStatement } from '#core/certificates/paper.model.ts'
import { leftOutOf } from './stated-figures.ts'

/** Where a text stands in a statement: names of members, places in lists. */
type Path = readonly (string | number)[]

/** Longest texts that fields of a statement accept: no limit, then those of `paper-issue.model.ts`. */
const LIMITS = [Infinity, 200, 60, 40, 20]

function leavesOf(value: unknown, path: Path = []): Path[] {
  if (Array.isArray(value)) return value.flatMap((each, i) => leavesOf(each, [...path, i]))
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([name, each]) => leavesOf(each, [...path, name]))
  }
  return typeof value === 'string' && !isDay(value) ? [path] : []
}

function withText(value: unknown, path: Path, text: string): unknown {
  const [head, ...rest] = path
  if (head === undefined) return text
  if (Array.isArray(value)) {
    return value.map((each: unknown, i) => (i === head ? withText(each, rest, text) : each))
  }
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) =>
      name === head ? [name, withText(each, rest, text)] : [name, each],
    ),
  )
}

/** Fields of a statement that take any text; codes, days and digits of a fixed form do not,
 * nor what the paper leaves out. */
export function textFieldsOf(statement: PaperStatement): Path[] {
  const leftOut = leftOutOf(statement.kind)
  return leavesOf(statement).filter(
    (path) =>
      !leftOut.includes(path.filter((part) => typeof part === 'string').join('.')) &&
      PaperStatement.safeParse(withText(statement, path, 'متن <b>')).success,
  )
}

export interface FilledStatement {
  readonly statement: PaperStatement
  /** Each field with the text it took, cut where the field has a limit. */
  readonly filled: readonly { readonly field: string; readonly text: string }[]
}

/** A statement with one text after another in its fields, beginning at the given one. */
export function filledWith(
  statement: PaperStatement,
  fields: readonly Path[],
  texts: readonly string[],
): FilledStatement {
  let whole: unknown = statement
  const filled: { field: string; text: string }[] = []
  fields.forEach((path, i) => {
    const text = texts[i % texts.length] ?? ''
    for (const limit of LIMITS) {
      const cut = text.slice(0, limit).trim()
      const next = withText(whole, path, cut)
      if (!PaperStatement.safeParse(next).success) continue
      whole = next
      filled.push({ field: path.filter((part) => typeof part === 'string').join('.'), text: cut })
      break
    }
  })
  return { statement: PaperStatement.parse(whole), filled }
}
