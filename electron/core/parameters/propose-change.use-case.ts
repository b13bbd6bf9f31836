import type { Actor } from '#core/kernel/actor.ts'
import type { Instant } from '#core/kernel/instant.ts'
import { Refusal } from '#core/kernel/refusal.ts'
import { storedText } from '#core/kernel/text.ts'
import type { KnownParameter, ProposedChange } from './parameter-change.model.ts'
import { approvedChanges, replacedOn, withChanges } from './parameter-changes.rules.ts'
import type { GivenParameters, ParameterChangeBook } from './parameters.ports.ts'
import { isUncertain } from './parameters.rules.ts'
import { readTypedValue } from './typed-value.rules.ts'

interface Needs {
  readonly parameters: GivenParameters
  readonly book: ParameterChangeBook
  readonly actor: Actor
  readonly now: () => Instant
  readonly newId: () => string
  readonly note: (about: { readonly object: string }) => void
}

function typedValue({ unit, value }: KnownParameter, text: string): string {
  const typed = readTypedValue(unit, text, value === '0')
  if (!typed.ok) throw new Refusal('invalid-input', { field: 'value', fault: typed.fault })
  return typed.value
}

/**
 * Proposes a value of this office in the place of an uncertain one. It changes nothing until somebody else approves
 * it, and then holds from its day to the last day of the value it was proposed against.
 *
 * @refuses a code that nobody sent (`not-found`); a day without a value, a value that cannot be read in the unit of
 * the code or that counts already (`invalid-input`); a value of the organisation that is certain on that day (`rule`);
 * a code with another proposal that waits (`conflict`)
 */
export async function proposeChange(proposed: ProposedChange, needs: Needs): Promise<string> {
  const { book, actor, now, newId, note } = needs
  const { code, validFrom } = proposed
  const given = await needs.parameters.listGiven()
  if (!given.some((row) => row.code === code))
    throw new Refusal('not-found', { what: 'parameter', field: 'code' })
  const replaced = replacedOn(given, code, validFrom)
  if (!replaced)
    throw new Refusal('invalid-input', { field: 'validFrom', fault: 'parameter-no-value' })
  const { row, until } = replaced
  if (!isUncertain(row.certainty))
    throw new Refusal('rule', { what: 'parameter-certain', field: 'validFrom' })
  const value = typedValue(row, proposed.value)

  const changes = await book.listChanges()
  if (changes.some((change) => change.code === code && change.decision === null))
    throw new Refusal('conflict', { what: 'parameter-proposed' })
  const counts = replacedOn(withChanges(given, approvedChanges(changes)), code, validFrom)
  if (counts?.row.value === value)
    throw new Refusal('invalid-input', { field: 'value', fault: 'parameter-same' })

  const changeId = newId()
  note({ object: `parameter-change ${changeId}` })
  await book.propose({
    ...{ changeId, code, unit: row.unit, value, validFrom, validTo: until },
    source: storedText(proposed.source),
    reason: storedText(proposed.reason),
    proposedAt: now(),
    proposedBy: actor.clerkId,
  })
  return changeId
}
