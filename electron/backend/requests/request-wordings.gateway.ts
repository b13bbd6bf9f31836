import { z } from 'zod'
import wordings from '../../../resources/request-wordings.json' with { type: 'json' }
import { FileableKind, RequestStatus } from '#core/requests/request.model.ts'
import { RequestPaper } from '#core/requests/request-paper.model.ts'
import type { RequestWordings } from '#core/requests/requests.ports.ts'

const Wordings = z.object({
  papers: z.record(RequestPaper, z.string().min(1)),
  /** Where reasons are written, by the code of the article. */
  articles: z.record(z.string(), z.string().min(1)),
  statuses: z.record(RequestStatus, z.string().min(1)),
  /** How a refusal may be objected to; for some kinds in a way of its own. */
  objection: z.string().min(1),
  objections: z.partialRecord(FileableKind, z.string().min(1)),
  kinds: z.record(
    FileableKind,
    z.object({
      title: z.string().min(1),
      nextStep: z.string().min(1),
      promise: z.string().min(1),
    }),
  ),
})

const { papers, articles, statuses, objection, objections, kinds } = Wordings.parse(wordings)

/** The words of `resources/request-wordings.json`; kinds that are not filed here have none. */
export const requestWordings: RequestWordings = {
  of(kind) {
    const fileable = FileableKind.safeParse(kind)
    if (!fileable.success) return undefined
    return {
      ...kinds[fileable.data],
      ...{ papers, articles, statuses },
      objection: objections[fileable.data] ?? objection,
    }
  },
}
