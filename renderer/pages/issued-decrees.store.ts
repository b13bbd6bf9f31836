import { defineStore } from 'pinia'
import { ref } from 'vue'
import { whenForgotten } from '../client/forget.ts'

/** Which document of the box is which decree, for those issued in this visit. */
export const useIssuedDecrees = defineStore('pages/issued-decrees', () => {
  const documents = ref<ReadonlyMap<string, string>>(new Map())
  whenForgotten(() => {
    documents.value = new Map()
  })
  return {
    of: (decreeNumber: string) => documents.value.get(decreeNumber),
    keep: (decreeNumber: string, documentId: string) => {
      documents.value = new Map([...documents.value, [decreeNumber, documentId]])
    },
  }
})
