import { rmSync } from 'node:fs'
import path from 'node:path'
import { EXTRACT_TABLES } from '../../electron/backend/database/extract-schema.ts'
import { connect, type Connection } from '../../electron/backend/database/engines/connection.ts'
import { tableColumns } from '../../electron/backend/extracts/table-names.ts'
import { extractLayout } from '../../electron/core/extracts/extract-layout.model.ts'
import { generatedExtract } from '../support/extracts.ts'
import { importInto, openTestOffice, type TestOffice } from '../support/office-database.ts'

/*
 * How fast an extract comes in: node tests/bench/import.bench.ts [citizens, 1000000 unless told otherwise]
 *
 * `import` is the product's own way from files to a committed office. Its first part, `load`, is what the ratio is
 * about: hashes, checks, parsing, normalisation, references, rejects, inserts; the rest makes the search tables, counts
 * oddities and syncs. `baseline` writes the very rows that were stored, already normalised and held ready, in the
 * order of their keys, into the same tables by bare statements of 20 rows. Ratios are to the baseline in rows a
 * second, by the clock and by CPU time: on a busy machine the latter is the steadier.
 */

const ROWS = 20
/** Rows read back at a time for the baseline; reading is not timed. */
const HELD = 100_000

interface Spent {
  readonly seconds: number
  readonly cpuSeconds: number
}

async function timed(work: () => Promise<void> | void): Promise<Spent> {
  const [cpu, from] = [process.cpuUsage(), performance.now()]
  await work()
  const { user, system } = process.cpuUsage(cpu)
  return { seconds: (performance.now() - from) / 1000, cpuSeconds: (user + system) / 1e6 }
}

function report(name: string, rows: number, spent: Spent, more: object = {}): void {
  const { seconds, cpuSeconds } = spent
  const line = {
    bench: 'import',
    name,
    rows,
    seconds: round(seconds),
    cpuSeconds: round(cpuSeconds),
    rowsPerSecond: Math.round(rows / seconds),
    ...more,
  }
  console.log(JSON.stringify(line))
}

const round = (value: number): number => Math.round(value * 1000) / 1000

/** A file set as the importer sets its own: no log, no waiting for the disk. */
function bareDatabase(file: string, key: Uint8Array): Connection {
  rmSync(file, { force: true })
  const bare = connect(file, key)
  for (const setting of [
    'locking_mode=EXCLUSIVE',
    'journal_mode=MEMORY',
    'synchronous=OFF',
    'temp_store=MEMORY',
    'cache_size=-131072',
  ])
    bare.pragma(setting)
  bare.exec(EXTRACT_TABLES)
  return bare
}

async function baseline({ database, key, folder }: TestOffice): Promise<Spent & { rows: number }> {
  const source = connect(database.pathOf(database.extractFile()), key, { readonly: true })
  const file = path.join(folder, 'bare.db')
  const bare = bareDatabase(file, key)
  const total = { seconds: 0, cpuSeconds: 0, rows: 0 }
  for (const layout of extractLayout) {
    const columns = tableColumns(layout)
    const row = `(${columns.map(() => '?').join(',')})`
    const insert = (rows: number) =>
      bare.prepare(
        `insert into ${layout.table} (${columns.join(',')}) values ${Array(rows).fill(row).join(',')}`,
      )
    const [many, single] = [insert(ROWS), insert(1)]
    const write = async (rows: readonly unknown[][]): Promise<void> => {
      const flat: unknown[] = new Array(ROWS * columns.length).fill(null)
      const spent = await timed(() => {
        bare.exec('begin')
        let at = 0
        for (; at + ROWS <= rows.length; at += ROWS) {
          let place = 0
          for (let i = at; i < at + ROWS; i++)
            for (const value of rows[i] ?? []) flat[place++] = value
          many.run(flat)
        }
        for (; at < rows.length; at++) single.run(rows[at] ?? [])
        bare.exec('commit')
      })
      total.seconds += spent.seconds
      total.cpuSeconds += spent.cpuSeconds
      total.rows += rows.length
    }
    let held: unknown[][] = []
    const select = source.prepare<[], unknown[]>(`select ${columns.join(',')} from ${layout.table}`)
    for (const values of select.raw().iterate()) {
      held.push(values)
      if (held.length < HELD) continue
      await write(held)
      held = []
    }
    await write(held)
  }
  bare.close()
  source.close()
  rmSync(file)
  return total
}

/** What was spent since the start when loading was over. */
function loadingWatch(): { readonly onPhase: (phase: string) => void; spent: Spent } {
  const [cpu, from] = [process.cpuUsage(), performance.now()]
  const watch = {
    spent: { seconds: 0, cpuSeconds: 0 },
    onPhase: (phase: string): void => {
      if (phase !== 'INDEXING' || watch.spent.seconds > 0) return
      const { user, system } = process.cpuUsage(cpu)
      const seconds = (performance.now() - from) / 1000
      watch.spent = { seconds, cpuSeconds: (user + system) / 1e6 }
    },
  }
  return watch
}

const citizens = process.argv[2] ?? '1000000'
const extract = generatedExtract('--citizens', citizens, '--seed', '1405')
const office = await openTestOffice()
try {
  let accepted = 0
  const watch = loadingWatch()
  const imported = await timed(async () => {
    const result = await importInto(office, extract, {}, ({ phase }) => {
      watch.onPhase(phase)
    })
    if (result.outcome !== 'done') throw new Error(JSON.stringify(result.fault))
    accepted = result.accepted
  })
  const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1024)
  report('load', accepted, watch.spent, { citizens: Number(citizens) })
  report('import', accepted, imported, { peakMegabytes })
  const bare = await baseline(office)
  report('baseline', bare.rows, bare)
  const ratios = (spent: Spent): object => ({
    ratio: round(bare.seconds / spent.seconds),
    cpuRatio: round(bare.cpuSeconds / spent.cpuSeconds),
  })
  console.log(
    JSON.stringify({ bench: 'import', name: 'load/baseline', ...ratios(watch.spent), target: 0.4 }),
  )
  console.log(JSON.stringify({ bench: 'import', name: 'import/baseline', ...ratios(imported) }))
} finally {
  await office.database.close()
  rmSync(office.folder, { recursive: true, force: true })
}
