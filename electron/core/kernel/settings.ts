import { z } from 'zod'

export const Theme = z.enum(['system', 'light', 'dark'])
export type Theme = z.infer<typeof Theme>

/** How papers of one kind are printed; `tray` as the printer names it, null for its own choice. */
export const PaperPrinting = z.object({
  printer: z.string().max(200).nullable(),
  tray: z.string().max(100).nullable(),
  copies: z.number().int().min(1).max(9),
  duplex: z.enum(['simplex', 'longEdge', 'shortEdge']),
})
export type PaperPrinting = z.infer<typeof PaperPrinting>

/** What a desk remembers between days. No citizen, no secret. `idleMinutes` before the lock. */
export const DeskSettings = z.object({
  theme: Theme,
  printer: z.string().max(200).nullable(),
  idleMinutes: z.number().int().min(1).max(30),
  /** By kind of paper; a kind that is missing goes to `printer`, once, on one side. */
  papers: z.record(z.string().max(40), PaperPrinting),
})
export type DeskSettings = z.infer<typeof DeskSettings>

export const defaultDeskSettings: DeskSettings = {
  theme: 'system',
  printer: null,
  idleMinutes: 3,
  papers: {},
}

/** Only the settings that change. */
export const DeskSettingsChange = z.object({
  theme: Theme.optional(),
  printer: DeskSettings.shape.printer.optional(),
  idleMinutes: DeskSettings.shape.idleMinutes.optional(),
  /** The kinds that change; null forgets what was said of a kind. */
  papers: z.record(z.string().max(40), PaperPrinting.nullable()).optional(),
})
export type DeskSettingsChange = z.infer<typeof DeskSettingsChange>
