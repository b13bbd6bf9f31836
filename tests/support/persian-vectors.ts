import { readFileSync } from 'node:fs'
import { z } from 'zod'

const Vectors = z.record(
  z.string(),
  z.array(
    z.object({
      fn: z.string(),
      args: z.array(z.unknown()),
      matcher: z.string(),
      expected: z.array(z.unknown()),
    }),
  ),
)

const file = new URL('../fixtures/corpus/persian/persian-tools_vectors.json', import.meta.url)
const all = Vectors.parse(JSON.parse(readFileSync(file, 'utf8')))

/** The values one test file of persian-tools uses; see tests/fixtures/corpus/README.md. */
export function persianVectors(spec: string): z.infer<typeof Vectors>[string] {
  const vectors = all[spec]
  if (!vectors) throw new Error(`no vectors ${spec}`)
  return vectors
}
