import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { TextKey } from '../../../renderer/locales/texts.ts'
import { root } from '../../support/launch.ts'

const read = new Map<string, unknown>()

function file(name: string): unknown {
  const known = read.get(name)
  if (known !== undefined) return known
  const json: unknown = JSON.parse(
    readFileSync(path.join(root, `renderer/locales/fa/${name}.json`), 'utf8'),
  )
  read.set(name, json)
  return json
}

/** A text of the screens as the clerk reads it; throws when there is none under this key. */
export function t(key: TextKey, values: Readonly<Record<string, string>> = {}): string {
  const [name = '', ...steps] = key.split('.')
  let found = file(name)
  for (const step of steps)
    found =
      typeof found === 'object' && found !== null
        ? (found as Record<string, unknown>)[step]
        : undefined
  if (typeof found !== 'string') throw new Error(`no text under ${key}`)
  return found.replace(/\{(\w+)\}/g, (_, value: string) => values[value] ?? '')
}
