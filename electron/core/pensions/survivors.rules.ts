import type { Day } from '#core/kernel/day.ts'
import type { Figure } from '#core/kernel/decision.ts'
import { cited, RuleParameters } from '#core/parameters/figures.rules.ts'
import type { Parameter } from '#core/parameters/parameters.model.ts'
import type { PensionHeir } from './pensions.ports.ts'
import { lawfulShares, type SurvivorRelation } from './survivor-shares.rules.ts'
import type { OtherParent, SurvivorNotice, SurvivorRow, Survivors } from './survivor.model.ts'

/** The heirs of a file as the centre sent them, and who of them has the open file. */
export interface HeirsCase {
  readonly heirs: readonly PensionHeir[]
  readonly citizenId: number
  readonly parameters: readonly Parameter[]
  readonly on: Day
}

const WHOLE_BP = 10_000
/** Amounts of pensions may be rounded to a multiple of this many rial before they are sent. */
const AMOUNT_STEP = 1000n

/**
 * The shares of a survivors' file: as sent beside those of the rule for who is paid now, with what does not fit in
 * words. An heir who died or whose share has ended counts for nothing in the rule; one whose share is suspended neither,
 * as the active shares alone make the whole. A difference of rounding is none. Without a spouse in the file nothing
 * tells whether the children have lost both parents: the reading that fits what was sent is taken.
 *
 * @law Social Security Act, art. 83; domain brief §3.24; SHARE_…
 */
export function judgeHeirs(
  asked: HeirsCase,
): Omit<Survivors, 'pensionNumber' | 'on' | 'condition'> {
  const { heirs, on, citizenId } = asked
  const otherParent = otherParentOf(heirs, on)
  const present = heirs.filter((heir) => isPresent(heir, on))
  const { lawful, rates, missing } = sharesByRule(asked, present, otherParent)
  const lawfulOf = (heir: PensionHeir) => lawful?.[present.indexOf(heir)] ?? null
  const active = heirs.filter(({ shareStatus }) => shareStatus === 'ACTIVE')
  return {
    rows: heirs.map((heir) => rowOf(heir, lawfulOf(heir), heir.citizenId === citizenId)),
    sumBp: sumOf(active.map(({ shareBp }) => shareBp)),
    lawfulSumBp: lawful === null ? null : sumOf(lawful),
    otherParent,
    rates,
    missing,
    notices: [
      ...aboveWhole(active),
      ...heirs.flatMap((heir) => standingNotices(heir, on)),
      ...present.flatMap((heir) => shareNotice(heir, lawfulOf(heir), present.length)),
      ...amountNotices(active),
    ],
  }
}

function isPresent({ shareStatus, relation, deathDate, toDate }: PensionHeir, on: Day): boolean {
  const lives = deathDate === null || deathDate > on
  const goesOn = toDate === null || toDate >= on
  return shareStatus === 'ACTIVE' && relation !== 'SELF' && lives && goesOn
}

/** The deceased is one parent; the spouses of the file are all that is known of the other. */
function otherParentOf(heirs: readonly PensionHeir[], on: Day): OtherParent {
  const spouses = heirs.filter(({ relation }) => relation === 'SPOUSE')
  if (spouses.length === 0) return 'UNKNOWN'
  return spouses.every(({ deathDate }) => deathDate !== null && deathDate <= on) ? 'DEAD' : 'ALIVE'
}

interface ByRule {
  /** In the order of the present heirs; null where a parameter is missing. */
  readonly lawful: readonly number[] | null
  readonly rates: readonly Figure[]
  readonly missing: string[]
}

function sharesByRule(
  { parameters, on }: HeirsCase,
  present: readonly PensionHeir[],
  otherParent: OtherParent,
): ByRule {
  const read = new RuleParameters(parameters, on)
  const spouse = read.read('SHARE_SPOUSE', 'BP')
  const child = read.read('SHARE_CHILD', 'BP')
  const orphan = read.read('SHARE_CHILD_ORPHAN', 'BP')
  const parent = read.read('SHARE_PARENT', 'BP')
  const missing = read.missing.map(({ values }) => String(values['parameter']))
  if (!spouse || !child || !orphan || !parent) return { lawful: null, rates: [], missing }
  const relations = present.map(({ relation }) => relation as SurvivorRelation)
  const sharesWith = (childBp: number) =>
    lawfulShares(relations, { spouse: spouse.value, child: childBp, parent: parent.value })
  const single = sharesWith(child.value)
  const double = sharesWith(orphan.value)
  const fits = (shares: readonly number[]) =>
    present.every(({ shareBp }, at) => isNear(shareBp, shares[at] ?? 0, present.length))
  const orphans =
    otherParent === 'DEAD' || (otherParent === 'UNKNOWN' && !fits(single) && fits(double))
  return {
    lawful: orphans ? double : single,
    rates: [
      cited('share-spouse', spouse),
      orphans ? cited('share-child-orphan', orphan) : cited('share-child', child),
      cited('share-parent', parent),
    ],
    missing,
  }
}

/** What rounding leaves may go to one of the heirs, whoever that is. */
function isNear(sentBp: number, lawfulBp: number, heirs: number): boolean {
  return Math.abs(sentBp - lawfulBp) <= heirs
}

function rowOf(heir: PensionHeir, lawfulBp: number | null, own: boolean): SurvivorRow {
  const { fullName, relation, shareBp, shareStatus, toDate, amount, fromDate } = heir
  return {
    ...{ fullName, relation, own, shareBp, lawfulBp, shareStatus, until: toDate },
    amount: own ? amount : null,
    since: own ? fromDate : null,
  }
}

const nothing = { name: null, day: null, sentBp: null, lawfulBp: null }

function aboveWhole(active: readonly PensionHeir[]): SurvivorNotice[] {
  const sentBp = sumOf(active.map(({ shareBp }) => shareBp))
  return sentBp > WHOLE_BP ? [{ ...nothing, code: 'SHARES_ABOVE_WHOLE', sentBp }] : []
}

/** Of a share that the centre has not ended although its heir died or its last day is over. */
function standingNotices(heir: PensionHeir, on: Day): SurvivorNotice[] {
  const { fullName: name, shareStatus, deathDate, toDate } = heir
  if (deathDate !== null && deathDate <= on && shareStatus !== 'TERMINATED')
    return [{ ...nothing, code: 'HEIR_DECEASED', name, day: deathDate }]
  if (shareStatus === 'ACTIVE' && toDate !== null && toDate < on)
    return [{ ...nothing, code: 'ACTIVE_AFTER_END', name, day: toDate }]
  return []
}

function shareNotice(heir: PensionHeir, lawfulBp: number | null, heirs: number): SurvivorNotice[] {
  const { fullName: name, shareBp: sentBp } = heir
  if (lawfulBp === null || isNear(sentBp, lawfulBp, heirs)) return []
  return [{ ...nothing, code: 'SHARE_DIFFERS', name, sentBp, lawfulBp }]
}

/** Amounts stand to each other as the shares do; measured by the largest share, up to rounding of the amounts. */
function amountNotices(active: readonly PensionHeir[]): SurvivorNotice[] {
  const largest = active.reduce<PensionHeir | undefined>(
    (most, heir) => (most && most.shareBp >= heir.shareBp ? most : heir),
    undefined,
  )
  if (!largest) return []
  const whole = [BigInt(largest.amount), BigInt(largest.shareBp)] as const
  return active.flatMap(({ fullName: name, amount, shareBp }) => {
    const [of, part] = [BigInt(amount) * whole[1], whole[0] * BigInt(shareBp)]
    const apart = of > part ? of - part : part - of
    return apart <= AMOUNT_STEP * (whole[1] + BigInt(shareBp))
      ? []
      : [{ ...nothing, code: 'AMOUNT_DIFFERS' as const, name, sentBp: shareBp }]
  })
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}
