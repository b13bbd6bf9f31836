import { z } from 'zod'

export const Theme = z.enum(['system', 'light', 'dark'])
export type Theme = z.infer<typeof Theme>

/** What a desk remembers between days. No citizen, no secret. `idleMinutes` before the lock. */
export const DeskSettings = z.object({
  theme: Theme,
  printer: z.string().max(200).nullable(),
  idleMinutes: z.number().int().min(1).max(30),
})
export type DeskSettings = z.infer<typeof DeskSettings>

export const defaultDeskSettings: DeskSettings = { theme: 'system', printer: null, idleMinutes: 3 }

/** Only the settings that change. */
export const DeskSettingsChange = z.object({
  theme: Theme.optional(),
  printer: DeskSettings.shape.printer.optional(),
  idleMinutes: DeskSettings.shape.idleMinutes.optional(),
})
export type DeskSettingsChange = z.infer<typeof DeskSettingsChange>
