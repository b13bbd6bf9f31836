import { setImmediate } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { createPaperRenderer } from '../../electron/backend/papers/paper-renderer.ts'
import { definitionOf } from '../../electron/backend/papers/paper-templates.ts'
import { slipOf } from './many-slips.ts'

/** Draws slips on one thread: a message with a count is answered with seconds and resident MB. */
const fontsFolder = fileURLToPath(new URL('../../resources/fonts', import.meta.url))
const render = createPaperRenderer({ fontsFolder })
let drawn = 0

async function drawMany(count: number): Promise<void> {
  const from = performance.now()
  for (let i = 0; i < count; i++) {
    await render(definitionOf(slipOf(drawn++)))
    await setImmediate() // as in the program, where each paper is a message of its own
  }
  const seconds = (performance.now() - from) / 1000
  globalThis.gc?.()
  process.send?.({ seconds, megabytes: process.memoryUsage.rss() / 1e6 })
}

process.on('message', (count: number) => void drawMany(count))
