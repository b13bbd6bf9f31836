import { z } from 'zod'
import wordings from '../../../resources/request-wordings.json' with { type: 'json' }
import { FileableKind } from '#core/requests/request.model.ts'
import type { RequestWordings } from '#core/requests/requests.ports.ts'

const Wording = z.object({
  title: z.string().min(1),
  nextStep: z.string().min(1),
  promise: z.string().min(1),
  papers: z.record(z.string(), z.string()),
})

const byKind = z.record(FileableKind, Wording).parse(wordings)

/** The words of `resources/request-wordings.json`; kinds that are not filed here have none. */
export const requestWordings: RequestWordings = {
  of(kind) {
    const fileable = FileableKind.safeParse(kind)
    return fileable.success ? byKind[fileable.data] : undefined
  },
}
