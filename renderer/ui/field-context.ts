import { inject, provide, type InjectionKey } from 'vue'

/** What the label around a field tells it: its id, what describes it, whether it is wrong. */
export interface FieldContext {
  readonly id: string
  readonly describedBy: () => string | undefined
  readonly invalid: () => boolean
  readonly required: () => boolean
}

const key: InjectionKey<FieldContext> = Symbol('field')

/** Called by `Field`. */
export function provideField(context: FieldContext): void {
  provide(key, context)
}

/** Called by an input inside a `Field`; undefined outside one, where it needs a label of its own. */
export function useField(): FieldContext | undefined {
  return inject(key, undefined)
}
