import { hasText, t } from '../locales/texts.ts'

/** What a kind of paper is called; a kind of a newer program stays as it came. */
export function kindText(kind: string): string {
  const key = `enums.paperKind.${kind}`
  return hasText(key) ? t(key) : kind
}
