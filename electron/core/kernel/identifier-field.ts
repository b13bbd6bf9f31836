import { z } from 'zod'
import type { Checked } from './identifiers.ts'

/**
 * A form field that holds an identifier: parses to its canonical Latin digits. The issue's message
 * is the fault's code (`format`, `checksum`, `bank`, `required`), which the screen puts into words.
 */
export function identifierField(check: (text: string) => Checked) {
  return z
    .string()
    .max(60)
    .transform((text, context) => {
      const checked = check(text)
      if (checked.ok) return checked.value
      context.addIssue({ code: 'custom', message: checked.fault })
      return z.NEVER
    })
}
