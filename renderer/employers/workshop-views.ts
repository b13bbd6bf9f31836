import {
  computed,
  shallowRef,
  type ComputedRef,
  type ShallowRef,
  type WritableComputedRef,
} from 'vue'

export interface WorkshopViews<View> {
  readonly view: ComputedRef<View>
  /** One part of the view, to be read and set. */
  readonly part: <Name extends keyof View>(name: Name) => WritableComputedRef<View[Name]>
  readonly change: (part: Partial<View>) => void
  readonly forget: () => void
}

/** What was chosen in the lists of a workshop: each workshop keeps its own until the visit ends. */
export function workshopViews<View extends object>(
  of: Readonly<ShallowRef<string | null>>,
  fresh: View,
): WorkshopViews<View> {
  const views = shallowRef<ReadonlyMap<string, View>>(new Map())
  const view = computed(() => views.value.get(of.value ?? '') ?? fresh)

  function change(part: Partial<View>): void {
    if (of.value !== null)
      views.value = new Map([...views.value, [of.value, { ...view.value, ...part }]])
  }
  function part<Name extends keyof View>(name: Name): WritableComputedRef<View[Name]> {
    return computed({
      get: () => view.value[name],
      set: (value) => {
        change({ [name]: value } as unknown as Partial<View>)
      },
    })
  }
  function forget(): void {
    views.value = new Map()
  }
  return { view, part, change, forget }
}
