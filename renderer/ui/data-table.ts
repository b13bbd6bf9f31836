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
}
