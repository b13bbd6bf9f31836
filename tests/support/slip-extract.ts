import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { monthLength } from '#core/kernel/day.ts'
import { copyOf, smallExtract } from './extracts.ts'

/** A pensioner of 30 years: 360 months, each year an Eid bonus and arrears. */
export const LONG_PENSIONER = '0000001074'
export const LONG_PENSION = '8000107'
export const LONG_SLIPS = 420
export const SLIP_LINES = 20
/** A slip that says it was paid before its month, and one whose lines leave a rial out. */
export const PAID_EARLY = { year: 1390, month: 5 } as const
export const ONE_RIAL_SHORT = { year: 1391, month: 6 } as const

const FIRST = 1375 * 12 + 8
const MONTHS = 360
const LOAN_MONTHS = 60
const RAISED = ['BASE', 'ANNUAL_INCREASE'] as const
const ITEMS = [
  ...RAISED,
  ...['EQUALIZATION', 'MINIMUM_TOPUP', 'FAMILY', 'CHILD', 'HOUSING', 'GOODS', 'SENIORITY'],
  ...['FUEL', 'TRAVEL', 'OTHER'],
]
const DEDUCTIONS = ['SUPPLEMENTARY', 'KANOON', 'COURT', 'DEBT', 'TAX']
const LOANS = ['قسط وام بانک رفاه', 'قسط وام بانک رفاه', 'قسط وام بانک ملی']

interface Manifest {
  readonly files: { readonly name: string; rows: number; sha256: string }[]
}

/** One line of a made slip; `amount` in rial. */
export interface MadeLine {
  readonly block: 'PAYMENT' | 'DEDUCTION' | 'LOAN'
  readonly item: string
  readonly title: string
  readonly amount: number
  readonly remaining: number | null
}

/** One made slip, as the extract carries it; its lines make its totals, but for the one that is a rial short. */
export interface MadeSlip {
  readonly slipNumber: string
  readonly year: number
  readonly month: number
  readonly paymentType: 'MONTHLY' | 'EID_BONUS' | 'ARREARS'
  readonly lines: readonly MadeLine[]
}

/** What an item pays in a year: those of the decree rise in every Farvardin, the others never. */
export function amountIn(item: string, year: number): number {
  const place = ITEMS.indexOf(item) + 1
  const raised = RAISED.some((one) => one === item)
  return place * 1_000_000 + (raised ? (year - 1370) * 700_001 : 13)
}

function monthlyLines(year: number, at: number): MadeLine[] {
  return [
    ...ITEMS.map((item) => line('PAYMENT', item, item, amountIn(item, year))),
    ...DEDUCTIONS.map((item, n) => line('DEDUCTION', item, item, 100_003 * (n + 1))),
    ...LOANS.map((title, n) => ({
      ...line('LOAN', 'LOAN', title, 300_007 * (n + 1)),
      remaining: LOAN_MONTHS - 1 - ((at + 20 * n) % LOAN_MONTHS),
    })),
  ]
}

function line(block: MadeLine['block'], item: string, title: string, amount: number): MadeLine {
  return { block, item, title, amount, remaining: null }
}

function extraLines(item: 'EID' | 'ARREARS', year: number): MadeLine[] {
  return Array.from({ length: SLIP_LINES }, (_, n) =>
    line('PAYMENT', item, `${item} ${n + 1}`, year * 1000 + n),
  )
}

/** The 420 slips of the file, the oldest first. */
export function madeSlips(): readonly MadeSlip[] {
  const slips: Omit<MadeSlip, 'slipNumber'>[] = []
  for (let at = 0; at < MONTHS; at++) {
    const [year, month] = [Math.floor((FIRST + at) / 12), ((FIRST + at) % 12) + 1]
    slips.push({ year, month, paymentType: 'MONTHLY', lines: monthlyLines(year, at) })
    if (month === 11)
      slips.push({ year, month, paymentType: 'EID_BONUS', lines: extraLines('EID', year) })
    if (month === 3)
      slips.push({ year, month, paymentType: 'ARREARS', lines: extraLines('ARREARS', year) })
  }
  return slips.map((slip, at) => ({ slipNumber: String(2_000_000_000 + at), ...slip }))
}

/** Sum of the lines of a block, rial. */
export function sumOf({ lines }: Pick<MadeSlip, 'lines'>, block: MadeLine['block']): number {
  return lines.reduce((sum, one) => (one.block === block ? sum + one.amount : sum), 0)
}

const two = (n: number) => String(n).padStart(2, '0')
const isAt = (slip: MadeSlip, place: { readonly year: number; readonly month: number }) =>
  slip.year === place.year && slip.month === place.month && slip.paymentType === 'MONTHLY'

function slipRow(slip: MadeSlip): string {
  const [payments, deductions, loans] = [
    sumOf(slip, 'PAYMENT') + (isAt(slip, ONE_RIAL_SHORT) ? 1 : 0),
    sumOf(slip, 'DEDUCTION'),
    sumOf(slip, 'LOAN'),
  ]
  const { slipNumber, year, month, paymentType } = slip
  const paidIn = isAt(slip, PAID_EARLY) ? month - 1 : month
  return [
    ...[slipNumber, LONG_PENSION, LONG_PENSIONER, year, month, paymentType, 1],
    ...[paymentType === 'MONTHLY' ? monthLength(year, month) : 0, '013', '009000006'],
    ...[`${year}/${two(paidIn)}/26`, payments, deductions, loans, payments - deductions - loans],
  ].join(',')
}

function decreeRows(): { readonly decrees: string[]; readonly lines: string[] } {
  const years = Array.from({ length: 30 }, (_, at) => 1376 + at)
  const total = (year: number) => RAISED.reduce((sum, item) => sum + amountIn(item, year), 0)
  const number = (year: number) => `${year}-${LONG_PENSION}-1`
  return {
    decrees: years.map((year) =>
      [
        ...[number(year), LONG_PENSION, year, 1, 'ANNUAL', `${year}/01/20`, `${year}/01/01`],
        ...[total(year - 1), total(year), ''],
      ].join(','),
    ),
    lines: years.flatMap((year) =>
      RAISED.map((item, at) =>
        [number(year), at + 1, item, item, amountIn(item, year - 1), amountIn(item, year)].join(
          ',',
        ),
      ),
    ),
  }
}

/** A small extract in which one pensioner has drawn his pension for 30 years; returns its folder. */
export function slipExtract(): string {
  const folder = copyOf(smallExtract())
  const slips = madeSlips()
  const decrees = decreeRows()
  const since = (row: string) => row.replace('1405/02/01', '1375/09/01')
  const own = new Set<string>()
  rewrite(folder, 'payslips.csv', (rows) => {
    const isOwn = (row: string) => row.split(',')[1] === LONG_PENSION
    for (const row of rows.filter(isOwn)) own.add(row.split(',')[0] ?? '')
    return [...rows.filter((row) => !isOwn(row)), ...slips.map(slipRow)]
  })
  rewrite(folder, 'payslip_lines.csv', (rows) => [
    ...rows.filter((row) => !own.has(row.split(',')[0] ?? '')),
    ...slips.flatMap(({ slipNumber, lines }) =>
      lines.map((one, at) =>
        [slipNumber, at + 1, one.block, one.item, one.title, one.amount, one.remaining ?? ''].join(
          ',',
        ),
      ),
    ),
  ])
  rewrite(folder, 'decrees.csv', (rows) => [...rows, ...decrees.decrees])
  rewrite(folder, 'decree_lines.csv', (rows) => [...rows, ...decrees.lines])
  for (const name of ['pensions.csv', 'pension_shares.csv'])
    rewrite(folder, name, (rows) =>
      rows.map((row) => (row.startsWith(`${LONG_PENSION},`) ? since(row) : row)),
    )
  return folder
}

/** Other rows in a file of an extract, and what its manifest says of them. */
function rewrite(
  folder: string,
  name: string,
  change: (rows: readonly string[]) => readonly string[],
): void {
  const file = path.join(folder, name)
  const [header = '', ...rows] = readFileSync(file, 'utf8').trimEnd().split(/\r?\n/)
  const made = change(rows)
  const text = [header, ...made, ''].join('\n')
  writeFileSync(file, text)
  const manifestFile = path.join(folder, 'manifest.json')
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8')) as Manifest
  const entry = manifest.files.find((one) => one.name === name)
  if (!entry) throw new Error(`the manifest names no ${name}`)
  entry.rows = made.length
  entry.sha256 = createHash('sha256').update(text).digest('hex')
  writeFileSync(manifestFile, JSON.stringify(manifest, null, 2))
}
