import { shallowReadonly, shallowRef } from 'vue'

const under = shallowRef<ReadonlySet<string>>(new Set())

/** Papers that this window is sending to a printer now, by their document ID, whichever screen asked. */
export const printsUnderWay = shallowReadonly(under)

/** Counts a paper among those under way until the work is done; changes once at either end. */
export async function watchPrint<T>(documentId: string, work: () => Promise<T>): Promise<T> {
  under.value = new Set([...under.value, documentId])
  try {
    return await work()
  } finally {
    under.value = new Set([...under.value].filter((one) => one !== documentId))
  }
}
