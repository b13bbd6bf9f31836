/**
 * The worklist of a branch with 50,000 open requests:
 *
 *   npm run bench:worklist [-- 5000]
 *
 * One JSON line for each view, filter and search, through the router: the counts and the first 100 lines. The ratio is
 * to a bare prepared query in the same run that counts the same 50,000 rows and reads 100 of them.
 */
import { sql } from 'kysely'
import { attach, openExisting } from '../../electron/backend/database/engines/connection.ts'
import type { Input, Output } from '#core/contract.ts'
import { addDays } from '#core/kernel/day.ts'
import { openBranchOffice, removeOffice } from '../support/branch-office.ts'
import { jalali } from '../support/counter.ts'
import { sampleExtract } from '../support/extracts.ts'
import { codeOfMany, fileMany } from '../support/many-requests.ts'
import { noPapers } from '../support/papers.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { inTurns, median, round } from './measuring.ts'

const LONGEST_MS = 50
const count = Number(process.argv[2] ?? 50_000)
const key = new Uint8Array(32).fill(7)
const folder = temporaryFolder()
const today = jalali('1405/09/02')

const office = await openBranchOffice({ folder, papers: noPapers, key, today })
await office.import(sampleExtract())
const filer = await office.signIn(1)
const expert = await office.signIn(2, { duties: ['EXPERT'] })
const other = await office.signIn(3, { duties: ['EXPERT'] })
await fileMany(office.database, {
  ...{ count, today, filers: [filer.clerkId] },
  owners: [null, expert.clerkId, other.clerkId, expert.clerkId],
})
// A name is looked for among those of everybody who has a line, here as many as there are lines.
await office.database.transaction((tx) =>
  sql
    .raw(
      `with recursive numbers(n) as (select 1 union all select n + 1 from numbers where n < ${count})
    insert into worklist_names (citizen_id, name_key)
    select 500000000 + n, ' نام' || n || ' نمونه' || (n % 500) from numbers`,
    )
    .execute(tx),
)

type Query = Partial<Input<'requests.worklist'>>
const ask = (window: number, query: Query): Promise<Output<'requests.worklist'>> =>
  office.get(window, 'requests.worklist', {
    ...{ view: 'BRANCH', text: '', groups: [], limit: 100 },
    ...query,
  })

const bare = openExisting(office.database.pathOf('office.db'), key, 'reading')
attach(bare, office.database.pathOf(office.database.extractFile()), 'extract', key)
const counted = bare.prepare<[string]>('select count(*) from requests where branch_code = ?')
const read = bare.prepare<[string]>('select * from requests where branch_code = ? limit 100')

const [line] = (await ask(1, { origin: 'COUNTER' })).items
const name = line?.citizenName.split(' ')[0] ?? ''
const third = (await ask(1, { limit: 200 })).next

const times = await inTurns(
  {
    'bare: the rows counted, 100 of them read': () =>
      Promise.resolve([counted.get('900'), read.all('900')]),
    'of the branch': () => ask(1, {}),
    'of the branch, the newest first': () => ask(1, { order: 'NEWEST' }),
    'of the branch, a later page': () => ask(1, { after: third }),
    'of the branch, late ones': () => ask(1, { groups: ['OVERDUE'] }),
    'mine: what I filed, all of them': () => ask(1, { view: 'MINE' }),
    'mine: what I took, half of them': () => ask(2, { view: 'MINE' }),
    'to follow up': () => ask(1, { view: 'FOLLOW_UP' }),
    'one kind': () => ask(1, { kind: 'RETIREMENT' }),
    'one state': () => ask(1, { status: '21' }),
    'a kind and a state that no line has': () => ask(1, { kind: 'DEBT_ARTICLE16', status: '16' }),
    'what nobody took': () => ask(1, { owner: 'NOBODY' }),
    'what one clerk has, the oldest first': () => ask(1, { owner: other.clerkId, order: 'OLDEST' }),
    'filed in a week': () =>
      ask(1, { filedFrom: addDays(today, -40), filedTo: addDays(today, -34) }),
    'from the centre': () => ask(1, { origin: 'CENTRE' }),
    'every filter at once': () =>
      ask(1, {
        ...{ kind: 'MATERNITY', status: '9', owner: expert.clerkId, origin: 'COUNTER' },
        ...{ filedFrom: addDays(today, -60), filedTo: today, order: 'NEWEST' },
      }),
    'a name': () => ask(1, { text: name }),
    'a name that nobody has': () => ask(1, { text: 'ناکجاآبادی' }),
    'a tracking code': () => ask(1, { text: codeOfMany(Math.floor(count / 2)) }),
    'notices and promises of a clerk': () => office.get(1, 'notices.mine', null),
  },
  { warmUp: 3, turns: 4, rounds: 5 },
)

let baseline = Number.NaN
for (const [measure, taken] of Object.entries(times)) {
  const isBare = measure.startsWith('bare')
  const p50 = median(taken)
  if (isBare) baseline = p50
  const figures = isBare
    ? { baseline: true }
    : { ratio: round(p50 / baseline, 2), target: LONGEST_MS, met: p50 <= LONGEST_MS }
  const worst = round(Math.max(...taken), 2)
  console.log(
    JSON.stringify({ bench: 'worklist', count, measure, p50: round(p50, 2), worst, ...figures }),
  )
}
bare.close()
await office.close()
removeOffice(folder)
