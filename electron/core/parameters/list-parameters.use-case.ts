import type { Actor } from '#core/kernel/actor.ts'
import type { Day } from '#core/kernel/day.ts'
import type {
  KnownParameter,
  ParameterChange,
  ParameterEntry,
  ParameterList,
} from './parameter-change.model.ts'
import { approvedChanges, withChanges } from './parameter-changes.rules.ts'
import { isAuthor } from './four-eyes.rules.ts'
import type { GivenParameters, KeptChange, ParameterChanges } from './parameters.ports.ts'

interface Needs {
  readonly parameters: GivenParameters
  readonly changes: ParameterChanges
  readonly actor: Actor
  readonly today: () => Day
}

/** A kept change as whoever asks may see it. */
export function shownChange(change: KeptChange, actor: Actor): ParameterChange {
  const { changeId, code, unit, value, validFrom, validTo, source, reason } = change
  const { decision, proposedAt, proposerName, deciderName } = change
  return {
    ...{ changeId, code, unit, value, validFrom, validTo, source, reason, proposedAt },
    state: decision?.outcome ?? 'OPEN',
    proposedBy: proposerName,
    decidedAt: decision?.decidedAt ?? null,
    decidedBy: deciderName,
    note: decision?.note ?? null,
    isOwn: isAuthor(actor, change),
  }
}

function entryOf(code: string, rows: readonly KnownParameter[], day: Day): ParameterEntry {
  const newestFirst = rows.toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1))
  const inForce = newestFirst.find(
    ({ validFrom, validTo }) => validFrom <= day && (validTo === null || validTo >= day),
  )
  return { code, inForce: inForce ?? null, rows: newestFirst }
}

/** Every dated value in use, by code, with the changes that were proposed here. */
export async function listParameters({
  parameters,
  changes,
  actor,
  today,
}: Needs): Promise<ParameterList> {
  const kept = await changes.listChanges()
  const rows = withChanges(await parameters.listGiven(), approvedChanges(kept))
  const byCode = new Map<string, KnownParameter[]>()
  for (const row of rows) {
    const of = byCode.get(row.code)
    if (of) of.push(row)
    else byCode.set(row.code, [row])
  }
  const day = today()
  const codes = [...byCode.keys()].sort()
  return {
    day,
    entries: codes.map((code) => entryOf(code, byCode.get(code) ?? [], day)),
    changes: kept.map((change) => shownChange(change, actor)),
  }
}
