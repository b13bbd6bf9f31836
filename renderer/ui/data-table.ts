import { compareText } from '#core/kernel/text.ts'

/** One column of a `DataTable`. Amounts are `number`: units stand under units, at the right. */
export interface Column<Row> {
  readonly id: string
  readonly label: string
  readonly align?: 'start' | 'number' | 'center'
  /** What the cell says when it has no slot of its own. */
  readonly text?: (row: Row) => string
  readonly width?: string
  /** Takes what room is left and cuts long text short. */
  readonly grow?: boolean
  /** Its header sorts: whoever holds the rows puts them in order, by `sortRows`. */
  readonly sortable?: boolean
}

/** By which column rows are sorted, and which way. */
export interface Sort {
  readonly id: string
  readonly by: 'ascending' | 'descending'
}

const WAYS: readonly Sort['by'][] = ['ascending', 'descending']

/** The way after another press of a header: amounts the largest first, and after both ways as it was. */
export function nextSort<Row>(sort: Sort | null, column: Column<Row>): Sort | null {
  const ways = column.align === 'number' ? WAYS.toReversed() : WAYS
  const at = sort?.id === column.id ? ways.indexOf(sort.by) + 1 : 0
  const by = ways[at]
  return by ? { id: column.id, by } : null
}

/** What a column is sorted by, by its id; null stands last, whichever way. */
export type SortKeys<Row> = Readonly<Record<string, (row: Row) => string | number | null>>

function compareKeys(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : compareText(String(a), String(b))
}

/** Rows in the order of a sort; equal ones keep theirs, and without a known sort all do. */
export function sortRows<Row>(
  rows: readonly Row[],
  sort: Sort | null,
  keys: SortKeys<Row>,
): readonly Row[] {
  const keyOf = sort ? keys[sort.id] : undefined
  if (!sort || !keyOf) return rows
  const way = sort.by === 'ascending' ? 1 : -1
  return rows
    .map((row) => ({ row, key: keyOf(row) }))
    .sort((a, b) => {
      if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null)
      return way * compareKeys(a.key, b.key)
    })
    .map(({ row }) => row)
}
