import { inject, provide, type InjectionKey } from 'vue'

const key: InjectionKey<() => string | null> = Symbol('visit')

/** Tells the parts of a form which visit they belong to. */
export function provideVisit(visitId: () => string | null): void {
  provide(key, visitId)
}

/** The visit of the form around a part; null outside one. */
export function usePartVisit(): string | null {
  return inject(key, () => null)()
}
