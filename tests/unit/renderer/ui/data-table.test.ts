// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { defineComponent, h, ref } from 'vue'
import DataTable from '../../../../renderer/ui/DataTable.vue'
import {
  nextSort,
  sortRows,
  type Column,
  type Sort,
  type SortKeys,
} from '../../../../renderer/ui/data-table.ts'

interface Row {
  readonly name: string
  readonly owed: number | null
}
const rows: readonly Row[] = [
  { name: 'پارس', owed: 20 },
  { name: 'آذر', owed: null },
  { name: 'گیلان', owed: 300 },
  { name: 'چابهار', owed: 20 },
]
const columns: readonly Column<Row>[] = [
  { id: 'at', label: 'شعبه', text: () => '۹۰۰' },
  { id: 'name', label: 'نام', text: (row) => row.name, sortable: true },
  { id: 'owed', label: 'بدهی', align: 'number', text: (row) => String(row.owed), sortable: true },
]
const keys: SortKeys<Row> = { name: (row) => row.name, owed: (row) => row.owed }
const names = (some: readonly Row[]) => some.map((row) => row.name)

it('sorts in Persian order, equal ones as they were, what is not known last', () => {
  expect(names(sortRows(rows, { id: 'name', by: 'ascending' }, keys))).toEqual([
    'آذر',
    'پارس',
    'چابهار',
    'گیلان',
  ])
  expect(names(sortRows(rows, { id: 'owed', by: 'descending' }, keys))).toEqual([
    'گیلان',
    'پارس',
    'چابهار',
    'آذر',
  ])
  expect(names(sortRows(rows, { id: 'owed', by: 'ascending' }, keys)).at(-1)).toBe('آذر')
  expect(sortRows(rows, null, keys)).toBe(rows)
  expect(sortRows(rows, { id: 'at', by: 'ascending' }, keys)).toBe(rows)
})

it('a header goes both ways and back, amounts the largest first', () => {
  const [, name, owed] = columns
  const ways = (column: Column<Row> | undefined) => {
    const seen: (Sort['by'] | null)[] = []
    let sort: Sort | null = { id: 'other', by: 'ascending' }
    for (let turn = 0; turn < 3 && column; turn++) {
      sort = nextSort(sort, column)
      seen.push(sort?.by ?? null)
    }
    return seen
  }
  expect(ways(name)).toEqual(['ascending', 'descending', null])
  expect(ways(owed)).toEqual(['descending', 'ascending', null])
})

function show(list: readonly Row[] = rows) {
  const sort = ref<Sort | null>(null)
  const selected = ref<string | null>(null)
  const view = mount(
    defineComponent(
      () => () =>
        h(DataTable<Row>, {
          label: 'کارگاه‌ها',
          columns,
          rows: sortRows(list, sort.value, keys),
          rowKey: (row: Row) => row.name,
          selected: selected.value,
          sort: sort.value,
          'onUpdate:selected': (key: string | null) => (selected.value = key),
          'onUpdate:sort': (next: Sort | null) => (sort.value = next),
        }),
    ),
    { attachTo: document.body },
  )
  const grid = view.get('[role=grid]')
  const press = (key: string) => grid.trigger('keydown', { key })
  const active = () => {
    const id = grid.attributes('aria-activedescendant')
    return id === undefined ? null : document.getElementById(id)?.textContent.trim()
  }
  const ways = () => view.findAll('th').map((head) => head.attributes('aria-sort'))
  return { view, grid, press, active, ways, sort, selected }
}

it('the keys reach the headers that sort above the first row, and no Tab stop is added', async () => {
  const { view, grid, press, active, ways, sort, selected } = show()
  await grid.trigger('focus')
  expect([selected.value, ways()]).toEqual(['پارس', [undefined, 'none', 'none']])
  await press('ArrowUp')
  expect(active()).toBe('نام')
  await press('ArrowLeft')
  await press('ArrowLeft')
  expect(active()).toBe('بدهی')
  await press('Enter')
  expect(sort.value).toEqual({ id: 'owed', by: 'descending' })
  expect(ways()).toEqual([undefined, 'none', 'descending'])
  expect(view.findAll('tbody tr').map((row) => row.findAll('td')[1]?.text())[0]).toBe('گیلان')
  await press(' ')
  expect(ways()).toEqual([undefined, 'none', 'ascending'])
  await press('ArrowDown')
  expect([selected.value, active()]).toEqual(['پارس', expect.stringContaining('پارس')])
  expect(view.findAll('[tabindex]')).toHaveLength(1)
})

it('leaving the table leaves its headers, and Enter opens rows again', async () => {
  const { grid, press, active, sort } = show()
  await grid.trigger('focus')
  await press('ArrowUp')
  await grid.trigger('blur')
  expect(active()).toContain('پارس')
  await press('Enter')
  expect(sort.value).toBeNull()
})

it('a press with the mouse sorts, on a header that does', async () => {
  const { view, sort } = show()
  await view.findAll('th')[0]?.trigger('click')
  expect(sort.value).toBeNull()
  await view.findAll('th')[1]?.trigger('click')
  expect(sort.value).toEqual({ id: 'name', by: 'ascending' })
})

it('draws a part of many rows', () => {
  const many = Array.from({ length: 2000 }, (_, at) => ({ name: `کارگاه ${at}`, owed: at }))
  const { view, grid } = show(many)
  expect(grid.attributes('aria-rowcount')).toBe('2001')
  expect(view.findAll('tbody tr').length).toBeLessThan(60)
})
