import { nameKey } from '#core/kernel/text.ts'

/**
 * Whether every word of a text occurs among the words of something, by its key: digits of any script, Arabic letters,
 * spaces and half spaces make no difference. An empty text finds everything.
 */
export function finds(text: string): (key: string) => boolean {
  const words = text
    .split(/\s+/)
    .map(nameKey)
    .filter((word) => word !== '')
  return (key) => words.every((word) => key.includes(word))
}

/** The key of something by which `finds` knows it; its parts do not run into each other. */
export function searchKey(parts: readonly (string | null)[]): string {
  return parts
    .filter((part) => part !== null)
    .map(nameKey)
    .join(' ')
}
