import { z } from 'zod'
import { task } from '#core/kernel/method.ts'
import { ImportProgress, ImportResult, ImportSummary, Reject } from './extract.model.ts'

/** An extract chosen by the administrator in the system's dialog; the path stays in the backend. */
export const ChosenExtract = z.object({ token: z.string(), name: z.string() })
export type ChosenExtract = z.infer<typeof ChosenExtract>

const ofImport = z.object({ importId: z.string().min(1).max(60) })

/** Tasks all: the importer has connections and transactions of its own. */
export const extractsContract = {
  'extracts.choose': task({
    permission: 'extracts.import',
    input: z.object({ what: z.enum(['folder', 'zip']) }),
    output: ChosenExtract.nullable(),
  }),
  /** Starts the import and answers at once; progress comes as events, the result in the history. */
  'extracts.import': task({
    permission: 'extracts.import',
    input: z.object({ token: z.string().min(1).max(60), force: z.boolean() }),
    output: z.object({ importId: z.string() }),
  }),
  'extracts.cancel': task({ permission: 'extracts.import', input: ofImport, output: z.null() }),
  'extracts.running': task({
    permission: 'extracts.import',
    input: z.null(),
    output: ImportProgress.nullable(),
  }),
  /** What came of an import begun since the program started; null while it runs, or when unknown. */
  'extracts.result': task({
    permission: 'extracts.import',
    input: ofImport,
    output: ImportResult.nullable(),
  }),
  'extracts.history': task({
    permission: 'extracts.import',
    input: z.null(),
    output: z.array(ImportSummary),
  }),
  'extracts.rejects': task({
    permission: 'extracts.import',
    input: ofImport.extend({
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(500),
    }),
    output: z.object({ total: z.number().int(), rejects: z.array(Reject) }),
  }),
  /** Saves the rejects report as CSV where the clerk says; null when he cancels. */
  'extracts.saveRejects': task({
    permission: 'extracts.import',
    input: ofImport,
    output: z.string().nullable(),
  }),
}
