import { z } from 'zod'

/** The eight ways in which the office says no. Each has one behaviour on the clerk's screen. */
export const RefusalCode = z.enum([
  'invalid-input',
  'not-signed-in',
  'forbidden',
  'not-found',
  'conflict',
  'rule',
  'unavailable',
  'unexpected',
])
export type RefusalCode = z.infer<typeof RefusalCode>

/**
 * A refusal as it travels to the screen. `what` names the thing or rule (a key of the texts in
 * `renderer/locales`), `field` is the dotted path of the field at fault, `values` fill the text.
 * Nothing in it is personal data.
 */
export const RefusalData = z.object({
  code: RefusalCode,
  what: z.string().optional(),
  field: z.string().optional(),
  fault: z.string().optional(),
  values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  incident: z.string().optional(),
})
export type RefusalData = z.infer<typeof RefusalData>

export type RefusalDetails = Omit<RefusalData, 'code'>

/** Thrown inside the backend so that a transaction rolls back; never crosses a process boundary. */
export class Refusal extends Error {
  readonly data: RefusalData

  constructor(code: RefusalCode, details: RefusalDetails = {}) {
    super(details.what === undefined ? code : `${code}: ${details.what}`)
    this.name = 'Refusal'
    this.data = { code, ...details }
  }
}
