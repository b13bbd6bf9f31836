import { computed, ref, type ComputedRef, type Ref } from 'vue'

/** What is wrong with a field, in words. What is only missing is told when the form is sent, not when a field is left. */
export interface FieldFault {
  readonly text: string
  readonly missing?: boolean
}
export type Faults<F extends string> = Readonly<Partial<Record<F, FieldFault>>>

export interface FieldFaults<F extends string> {
  readonly isSent: Ref<boolean>
  readonly firstFault: ComputedRef<F | undefined>
  readonly leave: (field: F) => void
  /** What to write at a field now; undefined while nothing is to be told. */
  readonly errorOf: (field: F) => string | undefined
  readonly restart: () => void
}

/** Tells the faults of a form at the right time: on leaving a field, all of them on sending. */
export function fieldFaults<F extends string>(
  fields: readonly F[],
  faults: () => Faults<F>,
): FieldFaults<F> {
  const left = ref(new Set<string>())
  const isSent = ref(false)
  const now = computed(faults)
  const firstFault = computed(() => fields.find((field) => now.value[field] !== undefined))

  function errorOf(field: F): string | undefined {
    const fault = now.value[field]
    const isTold = isSent.value || (!fault?.missing && left.value.has(field))
    return isTold ? fault?.text : undefined
  }
  function restart(): void {
    left.value = new Set()
    isSent.value = false
  }
  const leave = (field: F) => void left.value.add(field)
  return { isSent, firstFault, leave, errorOf, restart }
}
