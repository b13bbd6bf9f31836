import type {
  CompanyMember,
  Mandate,
  MandateState,
  WorkshopMandates,
} from '#core/employers/mandate.model.ts'
import type { Day } from '#core/kernel/day.ts'
import { toPersianDigits } from '#core/kernel/digits.ts'
import { dayInTehran } from '#core/kernel/instant.ts'
import { t } from '../locales/texts.ts'
import type { Tone } from '../ui/notices.ts'
import { dayText } from './debt-text.ts'

/** How a state looks beside its words. */
export const STATE_LOOKS: Readonly<Record<MandateState, { tone: Tone; icon?: string }>> = {
  WAITING: { tone: 'warning', icon: 'i-lucide-hourglass' },
  AHEAD: { tone: 'info', icon: 'i-lucide-calendar-clock' },
  IN_FORCE: { tone: 'ok' },
  EXPIRED: { tone: 'neutral', icon: 'i-lucide-calendar-x' },
  ENDED: { tone: 'neutral', icon: 'i-lucide-ban' },
  REFUSED: { tone: 'error' },
}

/** States in which a mandate can still be ended. */
export const LIVE: readonly MandateState[] = ['WAITING', 'AHEAD', 'IN_FORCE']

/** Somebody who acts or acted for a workshop: of the centre's data, or by a mandate of this office. */
export interface ActingRow {
  readonly key: string
  readonly name: string
  readonly own: boolean
  readonly part: string
  readonly paper: string
  readonly scope: string
  readonly from: Day
  readonly until: Day | null
  readonly state: MandateState
  readonly mandate: Mandate | null
}

/** The paper of a mandate in a line. */
export function paperLine({ kind, number, day }: Pick<Mandate, 'kind' | 'number' | 'day'>): string {
  return t(`mandates.paperOf.${kind}`, { number: toPersianDigits(number), day: dayText(day) })
}

/** What a mandate opens, in words; null: the centre states none. */
export function scopeLine(scope: Mandate['scope'] | null): string {
  if (scope === null) return t('mandates.noScope')
  if (scope.length === 3) return t('mandates.scopeAll')
  return scope.map((part) => t(`mandates.scopeShort.${part}`)).join('، ')
}

function ofMember(member: CompanyMember, at: number, today: Day): ActingRow {
  const { fullName, from, own, role, until } = member
  const outside = from > today ? 'AHEAD' : 'EXPIRED'
  return {
    ...{ key: `member-${at}`, name: fullName, own, from, until, mandate: null },
    part: t(`enums.workshopRole.${role}`),
    paper: t('mandates.byCentre'),
    scope: scopeLine(null),
    state: member.inForce ? 'IN_FORCE' : outside,
  }
}

function ofMandate(mandate: Mandate): ActingRow {
  const { from, holderName, kind, mandateId, own, position, scope, state, until } = mandate
  return {
    ...{ key: mandateId, name: holderName, own, from, until, state, mandate },
    part: position ?? t(`mandates.partOf.${kind}`),
    paper: paperLine(mandate),
    scope: scopeLine(scope),
  }
}

/** Whoever acts for a workshop: those in force first, then what waits, then what is over. */
export function actingRows({
  members,
  mandates,
  today,
}: Pick<WorkshopMandates, 'members' | 'mandates' | 'today'>): readonly ActingRow[] {
  const rows = [
    ...members.map((member, at) => ofMember(member, at, today)),
    ...mandates.map(ofMandate),
  ]
  const order: readonly MandateState[] = [
    'IN_FORCE',
    'WAITING',
    'AHEAD',
    'EXPIRED',
    'ENDED',
    'REFUSED',
  ]
  return rows.toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state))
}

/** Who entered a mandate, who decided it and how it ended: what its row has no room for. */
export function historyOf(mandate: Mandate): readonly string[] {
  const { decidedBy, endedOn, endReason, enteredAt, enteredBy, note, state } = mandate
  const entered = dayText(dayInTehran(enteredAt))
  return [
    t('mandates.enteredBy', { name: enteredBy, day: entered }),
    ...(decidedBy === null
      ? []
      : state === 'REFUSED'
        ? [t('mandates.refusedBy', { name: decidedBy, note: note ?? '' })]
        : [t('mandates.decidedBy', { name: decidedBy })]),
    ...(endedOn === null
      ? []
      : [t('mandates.endedOn', { day: dayText(endedOn), reason: endReason ?? '' })]),
  ]
}
