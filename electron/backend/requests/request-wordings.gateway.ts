import { z } from 'zod'
import wordings from '../../../resources/request-wordings.json' with { type: 'json' }
import { FileableKind } from '#core/requests/request.model.ts'
import { RequestPaper } from '#core/requests/request-paper.model.ts'
import type { RequestWordings } from '#core/requests/requests.ports.ts'

const Wordings = z.object({
  papers: z.record(RequestPaper, z.string().min(1)),
  kinds: z.record(
    FileableKind,
    z.object({
      title: z.string().min(1),
      nextStep: z.string().min(1),
      promise: z.string().min(1),
    }),
  ),
})

const { papers, kinds } = Wordings.parse(wordings)

/** The words of `resources/request-wordings.json`; kinds that are not filed here have none. */
export const requestWordings: RequestWordings = {
  of(kind) {
    const fileable = FileableKind.safeParse(kind)
    return fileable.success ? { ...kinds[fileable.data], papers } : undefined
  },
}
