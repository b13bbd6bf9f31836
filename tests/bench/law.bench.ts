/**
 * The rules of law, single-threaded:
 *
 *   npm run bench:law
 *
 * One JSON line for each measure: seconds of a million evaluations of the pension rule against the bare formula of
 * art. 77 in the same run, and the milliseconds in which every service is judged for one person.
 */
import { careerOf, type Career } from '#core/pensions/career.rules.ts'
import { addDays, dayOfJalali, Day } from '#core/kernel/day.ts'
import { retirementLaw, type RetirementLaw } from '#core/pensions/retirement-law.rules.ts'
import { decideRetirement, type RetirementCase } from '#core/pensions/retirement.rules.ts'
import { pensionAmount } from '#core/pensions/pension-amount.rules.ts'
import { ContributionRow } from '#core/insured/contribution.model.ts'
import { citizenServices, anyService } from '#core/requests/citizen-services.ts'
import type { FileableKind } from '#core/requests/request.model.ts'
import { readTyped, verdict } from '#core/requests/verdict.rules.ts'
import { serviceFacts } from '../support/service-facts.ts'
import { officeParameters } from '../support/stating.ts'
import { median, round } from './measuring.ts'

const EVALUATIONS = 1_000_000
const PERSONS = 1000
const TURNS = 3
const WARM_UP = 50
const CALLS = 500
const today = dayOf(1405, 9, 2)
const parameters = officeParameters()

function dayOf(year: number, month: number, day: number): Day {
  return Day.parse(dayOfJalali(year, month, day))
}

/** The same numbers in every run. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}
const chance = random(1405)

/** A record of so many years up to 1405/06, a few months of it empty, at one workshop or several at once. */
function record(years: number, workshops: number): readonly ContributionRow[] {
  const rows: ContributionRow[] = []
  for (let year = 1406 - years; year <= 1405; year++)
    for (let at = 0; at < workshops; at++) {
      const days = Array.from({ length: 12 }, (_, month) =>
        (year === 1405 && month > 5) || chance() < 0.02 ? 0 : month < 6 ? 31 : 29,
      )
      const wages = days.map((n) => n * Math.round(2_000_000 + chance() * 20_000_000))
      rows.push(
        ContributionRow.parse({
          insuranceNumber: '0090000000',
          year,
          workshopCode: `900001${String(1000 + at)}`,
          workshopName: null,
          branchCode: '900',
          contractRow: '000',
          recordType: 'COMPULSORY',
          ...{ days, wages },
        }),
      )
    }
  return rows
}

function personOf(career: Career): RetirementCase {
  const works = ['ORDINARY', 'ORDINARY', 'HAZARDOUS_CONTINUOUS', 'WOMAN_WORKER'] as const
  return {
    sex: chance() < 0.5 ? 'M' : 'F',
    birthDate: addDays(dayOf(1343, 1, 1), Math.floor(chance() * 9000)),
    career,
    applicant: 'INSURED',
    work: works[Math.floor(chance() * works.length)] ?? 'ORDINARY',
    hazardousYears: Math.floor(chance() * 25),
    veteran: chance() < 0.05,
    retiredUnder: null,
    grantedBefore: null,
    disabilityPension: null,
  }
}

/** Seconds of processor time and of the clock of a work. */
function spent(work: () => void): { readonly seconds: number; readonly cpuSeconds: number } {
  const [cpu, from] = [process.cpuUsage(), performance.now()]
  work()
  const { user, system } = process.cpuUsage(cpu)
  return { seconds: (performance.now() - from) / 1000, cpuSeconds: (user + system) / 1e6 }
}

/** The bare formula, in floating point: nothing is judged, explained or rounded exactly. */
function bareFormula({ career }: RetirementCase): number {
  const average = career.lastPay / 24
  return Math.max(166_255_500, Math.round((average * Math.min(career.days, 12_775)) / 365 / 30))
}

function exactAmount({ career }: RetirementCase): number {
  return pensionAmount({
    pay: career.lastPay,
    months: 24,
    share: { numerator: Math.min(career.days, 12_775), denominator: 10_950 },
    floor: law.floor?.amount ?? null,
    step: 1,
  })
}

const law: RetirementLaw = retirementLaw(parameters, today)
const records = Array.from({ length: PERSONS }, () => record(1 + Math.floor(chance() * 36), 1))
const persons = records.map((rows) => personOf(careerOf(rows, 24, law.planEffect)))
/** What is computed is used, so that nothing can be left out. */
let sum = 0

function overAll(evaluate: (person: RetirementCase) => number): () => void {
  return () => {
    for (let n = 0; n < EVALUATIONS / PERSONS; n++) for (const one of persons) sum += evaluate(one)
  }
}

const ways = {
  'bare formula of art. 77': overAll(bareFormula),
  'amount, exact and rounded once': overAll(exactAmount),
  'whole rule: seven paths, reasons, first days, estimates': overAll(
    (person) => decideRetirement(person, law).options?.length ?? 0,
  ),
  'record of 18 years on average summed': () => {
    for (let n = 0; n < EVALUATIONS / PERSONS; n++)
      for (const rows of records) sum += careerOf(rows, 24, law.planEffect).days
  },
}
type Way = keyof typeof ways
const names = Object.keys(ways) as Way[]
const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<
  Way,
  number[]
>
const cpu = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Way, number[]>
for (let turn = 0; turn < TURNS; turn++)
  for (const name of names) {
    const { seconds, cpuSeconds } = spent(ways[name])
    times[name].push(seconds)
    cpu[name].push(cpuSeconds)
  }
const baseline = median(cpu['bare formula of art. 77'])
for (const name of names)
  console.log(
    JSON.stringify({
      bench: 'law',
      name,
      evaluations: EVALUATIONS,
      seconds: round(median(times[name]), 2),
      cpuSeconds: round(median(cpu[name]), 2),
      ratio: round(median(cpu[name]) / baseline, 1),
      ...(name.startsWith('whole') && { target: 5 }),
    }),
  )

/** The largest file: 35 years at five workshops at once. */
const facts = serviceFacts({
  identity: { sex: 'F', birthDate: dayOf(1350, 1, 1) },
  rows: record(36, 5).slice(0, 35 * 5),
})
const kinds = Object.keys(citizenServices) as FileableKind[]
const judged: number[] = []
for (let n = 0; n < WARM_UP + CALLS; n++) {
  const from = process.cpuUsage()
  for (const kind of kinds) {
    const service = anyService(kind)
    const typed = readTyped(service, service.prefill(facts))
    sum += verdict(service, typed, facts)?.figures.length ?? 1
  }
  const { user, system } = process.cpuUsage(from)
  if (n >= WARM_UP) judged.push((user + system) / 1000)
}
console.log(
  JSON.stringify({
    bench: 'law',
    name: 'every service judged for one person',
    services: kinds.length,
    rows: facts.rows.length,
    cpuP50: round(median(judged), 3),
    cpuP99: round(judged.toSorted((a, b) => a - b)[Math.floor(CALLS * 0.99)] ?? 0, 3),
    targetMilliseconds: 10,
  }),
)
if (sum === 0) throw new Error('nothing was computed')
