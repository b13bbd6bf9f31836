import { computed, type ComputedRef } from 'vue'
import type { Output } from '#core/contract.ts'
import { loaded } from '../client/load.ts'
import { usePartVisit } from './part-visit.ts'
import { useRecordFacts } from './record-facts.store.ts'
import type { TypedForm } from './service-form.ts'

export interface RecordPart<Line> {
  readonly store: ReturnType<typeof useRecordFacts>
  /** The record of the person, once it is there. */
  readonly facts: ComputedRef<Output<'insured.findings'> | undefined>
  readonly lines: ComputedRef<readonly Line[]>
  readonly setLines: (next: readonly Line[]) => void
  readonly reload: () => void
}

/**
 * What both objections to a record share: the record with what was noticed in it, and the lines of the form. The form
 * belongs to whoever renders the part, and is edited in place.
 */
export function recordPart<Line>(form: () => TypedForm): RecordPart<Line> {
  const store = useRecordFacts()
  const visitId = usePartVisit()
  if (visitId !== null) void store.open(visitId)
  const facts = computed(() => loaded(store.facts))
  const lines = computed(() => (form()['lines'] ?? []) as readonly Line[])
  function setLines(next: readonly Line[]): void {
    form()['lines'] = next
  }
  function reload(): void {
    if (visitId !== null) void store.reload(visitId)
  }
  return { store, facts, lines, setLines, reload }
}
