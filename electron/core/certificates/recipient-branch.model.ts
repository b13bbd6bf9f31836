import { z } from 'zod'

/** The recipient's branch as typed: letters, digits, spaces, hyphens; at least two characters. */
export const RecipientBranch = z
  .string()
  .trim()
  .min(2)
  .max(60)
  .regex(/^[\p{L}\p{M}\p{N}\u200c \-–]+$/u, 'special-characters')
