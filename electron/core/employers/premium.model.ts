import { z } from 'zod'
import { JalaliMonth } from '#core/insured/contribution.model.ts'
import { monthSerial } from '#core/insured/month-serial.rules.ts'
import { Day } from '#core/kernel/day.ts'
import { Figure, Reason } from '#core/kernel/decision.ts'
import { Rial } from '#core/kernel/rial.ts'

/** Far above any ceiling, far below what could not be summed. */
const MOST_PAY = 1_000_000_000_000

/** Persons of one pay. `pay`: what one of them earned that is insurable in the month, rial; `days` null: the whole month. */
export const PremiumPay = z.object({
  persons: z.number().int().min(1).max(999),
  days: z.number().int().min(1).max(31).nullable(),
  pay: Rial.refine((pay) => pay > 0 && pay <= MOST_PAY),
  hard: z.boolean(),
})
export type PremiumPay = z.infer<typeof PremiumPay>

/** Longest span of a schedule: with the most persons at the ceiling its sums are still exact. */
export const MOST_MONTHS = 60

/** What a schedule is asked of: the same pays in each month from `from` to `to`, paid together on `paidOn`. */
export const PremiumQuestion = z
  .object({
    from: JalaliMonth,
    to: JalaliMonth,
    pays: z.array(PremiumPay).min(1).max(20),
    /** The monthly lists were handed over in time, whatever was paid. */
    listsInTime: z.boolean(),
    paidOn: Day,
  })
  .refine(
    ({ from, to }) => {
      const months = monthSerial(to) - monthSerial(from)
      return months >= 0 && months < MOST_MONTHS
    },
    { path: ['to'] },
  )
export type PremiumQuestion = z.infer<typeof PremiumQuestion>

/** What is owed of a month or of all, rial: `premium` is the four shares together, `total` with both penalties. */
const PremiumSums = z.object({
  insuredPay: Rial,
  insured: Rial,
  employer: Rial,
  unemployment: Rial,
  hard: Rial,
  premium: Rial,
  listPenalty: Rial,
  latePenalty: Rial,
  total: Rial,
})
export type PremiumSums = z.infer<typeof PremiumSums>

/** `capped`: a pay was above the ceiling; `belowMinimum`: one was below the minimum wage of its days. */
export const PremiumMonth = PremiumSums.extend({
  month: JalaliMonth,
  capped: z.boolean(),
  belowMinimum: z.boolean(),
  dueOn: Day,
  monthsLate: z.number().int(),
})
export type PremiumMonth = z.infer<typeof PremiumMonth>

/** A month whose parameters are not in the data is named in `missing` and has no line. */
export const PremiumSchedule = z.object({
  months: z.array(PremiumMonth),
  totals: PremiumSums,
  /** The rates of the last month, with their sources. */
  rates: z.array(Figure),
  missing: z.array(Reason),
})
export type PremiumSchedule = z.infer<typeof PremiumSchedule>
