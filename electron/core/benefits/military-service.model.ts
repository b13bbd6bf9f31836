import { z } from 'zod'
import { Day } from '#core/kernel/day.ts'
import { RequestPaper } from '#core/requests/request-paper.model.ts'

/** Conscription, or presence at the front of one's own will. */
export const MilitaryKind = z.enum(['CONSCRIPTION', 'FRONT'])
export type MilitaryKind = z.infer<typeof MilitaryKind>

/** The electronic card, or the older one. */
export const ServiceCard = z.enum(['SMART', 'PAPER'])
export type ServiceCard = z.infer<typeof ServiceCard>

/**
 * The whole form, as filed. `serviceTo` is the day of discharge, on which he no longer served. The card is asked of
 * conscripts only, else it is null; `instalments` 1 is payment at once.
 */
export const MilitaryServiceForm = z.object({
  serviceKind: MilitaryKind,
  serviceFrom: Day,
  serviceTo: Day,
  card: ServiceCard.nullable(),
  instalments: z.int().min(1),
  papers: z.array(RequestPaper),
  note: z.string().trim().max(500),
})
export type MilitaryServiceForm = z.infer<typeof MilitaryServiceForm>
