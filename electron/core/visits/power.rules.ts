import { addJalaliYears, type Day } from '#core/kernel/day.ts'
import { maskNationalId } from '#core/kernel/masking.ts'
import { Refusal } from '#core/kernel/refusal.ts'
import type { Parameter } from '#core/parameters/parameters.model.ts'
import { parameterOn } from '#core/parameters/parameters.rules.ts'
import { requireInForce } from './open-visit.rules.ts'
import type { KeptPower } from './powers.ports.ts'
import type {
  FilePart,
  KnownPower,
  NewPower,
  PowerState,
  RepresentativeKind,
} from './visit.model.ts'

/** What is opened to a signatory: his company's workshops and the requests about them, nothing of the person. */
export const SIGNATORY_SCOPE: readonly FilePart[] = ['EMPLOYER', 'BENEFITS']

/** What a child may not open alone: money and mobile, and his visits and prescriptions. */
const NOT_FOR_MINORS: readonly FilePart[] = ['ACCOUNT', 'HEALTH']

/** The parts of his own file that a minor opens without his guardian. */
export function scopeOfMinor(parts: readonly FilePart[]): FilePart[] {
  return parts.filter((part) => !NOT_FOR_MINORS.includes(part))
}

/**
 * The day on which somebody comes of age; undefined when no such parameter is known, and nobody is taken for a child.
 *
 * @law the parameter MAJORITY_YEARS: majority in matters of property
 */
export function majorityDay(
  birthDate: Day,
  parameters: readonly Parameter[],
  today: Day,
): Day | undefined {
  const years = parameterOn(parameters, 'MAJORITY_YEARS', 'YEARS', today)
  return years && addJalaliYears(birthDate, years.value)
}

/** Whether somebody is under age on a day. */
export function isMinor(birthDate: Day, parameters: readonly Parameter[], today: Day): boolean {
  const majority = majorityDay(birthDate, parameters, today)
  return majority !== undefined && today < majority
}

interface Principal {
  readonly personId: string
  readonly deathDate: Day | null
  /** Null where the parameter is missing. */
  readonly majorityOn: Day | null
}

interface Holder {
  readonly deceased: boolean
  readonly minor: boolean
}

interface PowerFacts {
  readonly principal: Principal
  /** What the office knows of the representative; undefined where it does not know him. */
  readonly holder: Holder | undefined
  /** The clerk's own national ID. */
  readonly actorPersonId: string | null
  readonly today: Day
}

const NUMBER = 'presence.power.number'
const HOLDER = 'presence.power.holderId'
const SCOPE = 'presence.power.scope'

/**
 * Refuses a power on which nobody may act: not in force, of the person himself or of the clerk, of the dead, a natural
 * guardian of somebody of age, a signatory for more than his company.
 *
 * @law Civil Code, arts. 678 (agency ends with death), 1180 and 1193 (natural guardianship ends with majority); domain
 * brief §6
 */
export function requireSoundPower(
  kind: RepresentativeKind,
  power: NewPower,
  { principal, holder, actorPersonId, today }: PowerFacts,
): void {
  if (power.holderId === actorPersonId) throw new Refusal('forbidden', { what: 'own-power' })
  const no = (what: string, field: string): never => {
    throw new Refusal('rule', { what, field })
  }
  if (power.holderId === principal.personId) no('power-of-himself', HOLDER)
  if (holder?.deceased) no('power-holder-deceased', HOLDER)
  if (holder?.minor) no('power-holder-minor', HOLDER)
  if (power.expiresOn !== null && power.expiresOn < power.issuedOn)
    no('power-dates', 'presence.power.expiresOn')
  requireInForce(power, today)
  if (principal.deathDate !== null) no('power-of-dead', NUMBER)
  const isGrown = principal.majorityOn !== null && today >= principal.majorityOn
  if (kind === 'NATURAL_GUARDIAN' && isGrown) no('guardian-of-adult', HOLDER)
  const isBeyond = power.scope.some((part) => !SIGNATORY_SCOPE.includes(part))
  if (kind === 'COMPANY_SIGNATORY' && isBeyond) no('signatory-scope', SCOPE)
}

type Standing = Pick<KeptPower, 'kind' | 'issuedOn' | 'expiresOn' | 'ending'>

/** How a power of the register stands on a day. Its first and last day count. */
export function powerState(
  { kind, issuedOn, expiresOn, ending }: Standing,
  majorityOn: Day | null,
  today: Day,
): PowerState {
  if (ending) return 'ENDED'
  if (kind === 'NATURAL_GUARDIAN' && majorityOn !== null && today >= majorityOn) return 'OF_AGE'
  if (issuedOn > today) return 'AHEAD'
  return expiresOn !== null && expiresOn < today ? 'EXPIRED' : 'IN_FORCE'
}

/** A power as the screen may show it. */
export function knownPower(kept: KeptPower, majorityOn: Day | null, today: Day): KnownPower {
  const { powerId, kind, holderName, number, issuer, issuedOn, expiresOn, enteredAt, scan } = kept
  return {
    ...{ powerId, kind, holderName, number, issuer, issuedOn, expiresOn, enteredAt, scan },
    scope: [...kept.scope],
    holderMasked: maskNationalId(kept.holderId),
    state: powerState(kept, majorityOn, today),
    enteredBy: kept.enteredByName,
    endedOn: kept.ending?.endedOn ?? null,
    endReason: kept.ending?.reason ?? null,
  }
}

/** Whether two papers are one and the same: what is typed again is not entered again. */
export function isSamePaper(kind: RepresentativeKind, typed: NewPower, kept: KeptPower): boolean {
  return kept.kind === kind && kept.holderId === typed.holderId && kept.number === typed.number
}
