import { createHash } from 'node:crypto'
import type { PaperStatement } from '#core/certificates/paper.model.ts'

const CHECK_LENGTH = 12

/** JSON with sorted keys, so that equal statements give equal text. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([key, own]) => `${JSON.stringify(key)}:${canonical(own)}`).join()}}`
}

/**
 * Twelve hexadecimal digits of the SHA-256 of what a paper states. A reprint has the check code of
 * its first issue: only the reprint's own mark is left out.
 */
export function checkCodeOf(statement: PaperStatement): string {
  const stated = { ...statement, issue: { ...statement.issue, reprint: null } }
  return createHash('sha256').update(canonical(stated)).digest('hex').slice(0, CHECK_LENGTH)
}

/** What the QR code holds: public address, document number, check code; nothing personal. */
export function verificationText(statement: PaperStatement): string | null {
  const { number, verificationUrl } = statement.issue
  if (number === null) return null
  const base = verificationUrl.replace(/\/$/, '')
  return `${base}/${encodeURIComponent(number)}?c=${checkCodeOf(statement)}`
}
