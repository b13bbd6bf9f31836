import { z } from 'zod'
import { Day } from './day.ts'
import { Rial } from './rial.ts'

/**
 * How sure a figure of law is: read in the statute (L), on a public page (S), in the public application (A),
 * computed (C), general knowledge (G), a choice of this design (D).
 */
export const Certainty = z.enum(['L', 'S', 'A', 'C', 'G', 'D'])
export type Certainty = z.infer<typeof Certainty>

/** SPAN: text 'years/months/days', as 27/6/0. BP: 1/10000. RATIO: text such as 2/3. */
export const FigureUnit = z.enum([
  'RIAL',
  'DAYS',
  'MONTHS',
  'YEARS',
  'DATE',
  'COUNT',
  'SPAN',
  'BP',
  'RATIO',
])
export type FigureUnit = z.infer<typeof FigureUnit>

/** A number or day that a decision rests on; `source` and `certainty` where it is a dated parameter. */
export const Figure = z.object({
  code: z.string(),
  value: z.union([z.number(), z.string()]),
  unit: FigureUnit,
  source: z.string().optional(),
  certainty: Certainty.optional(),
})
export type Figure = z.infer<typeof Figure>

export const Reason = z.object({
  code: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type Reason = z.infer<typeof Reason>

/** What is judged, whether for the whole or for one of several ways. */
const Judgement = z.object({
  entitled: z.boolean(),
  because: z.array(Reason).readonly(),
  figures: z.array(Figure).readonly(),
  articles: z.array(z.string()).readonly(),
  from: Day.optional(),
  estimate: z.object({ amount: Rial, steps: z.array(Figure).readonly() }).optional(),
})

/** One of several ways to the same right, judged by itself: a path to retirement, a length of leave. */
export const DecisionOption = Judgement.extend({ code: z.string() })
export type DecisionOption = z.infer<typeof DecisionOption>

/**
 * What a rule of law answers: a result to print, never an exception. Codes only, the words are in `locales`.
 * `because` says why not and is empty when entitled; `figures` says what was counted either way; `articles`
 * where it is written; `from` the first day on which the answer would be yes, where that can be computed;
 * `estimate` the amount with the steps that lead to it; `options` the ways to it, where there are several.
 */
export const Decision = Judgement.extend({ options: z.array(DecisionOption).readonly().optional() })

/** The decision of a rule whose reasons are known to the compiler. */
export type Decision<Code extends string = string> = Omit<z.infer<typeof Decision>, 'because'> & {
  readonly because: readonly Because<Code>[]
}

/** A reason of a rule, by a code known to the compiler. */
export interface Because<Code extends string = string> {
  readonly code: Code
  readonly values: Record<string, string | number>
}
