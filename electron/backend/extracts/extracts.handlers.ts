import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { mayDo } from '#core/access/roles.ts'
import type { ImportResult, Reject } from '#core/extracts/extract.model.ts'
import type { Extracts } from '#core/extracts/extracts.ports.ts'
import { Refusal } from '#core/kernel/refusal.ts'
import type { Handlers } from '../scope.ts'

/** Results and chosen paths kept in memory; the history is in the database. */
const KEPT = 50
const PAGE = 1000

type ExtractsHandlers = Pick<Handlers, Extract<keyof Handlers, `extracts.${string}`>>

/** Import of extracts: what an administrator chooses, starts, follows and reads afterwards. */
export function extractsHandlers(): ExtractsHandlers {
  const chosen = new Map<string, string>()
  const results = new Map<string, ImportResult>()

  return {
    async 'extracts.choose'({ what }, { desk }) {
      const file = await desk.chooseExtract(what)
      if (file === null) return null
      const token = randomUUID()
      keep(chosen, token, file)
      return { token, name: path.basename(file) }
    },
    async 'extracts.import'({ token, force }, scope) {
      const { actor, extracts, emit } = scope
      const file = chosen.get(token)
      if (file === undefined) throw new Refusal('not-found', { what: 'chosen-extract' })
      if (force && !mayDo(actor, 'extracts.force'))
        throw new Refusal('forbidden', { values: { permission: 'extracts.force' } })
      const order = { force, clerkId: actor.clerkId }
      const { importId, done } = await extracts.start(file, order, (progress) =>
        emit('extracts.progress', progress),
      )
      await scope.inCommand(({ audit }) => {
        audit.note({ object: `import ${importId}${force ? ' forced' : ''}` })
        return Promise.resolve()
      })
      void done.then((result) => {
        keep(results, importId, result)
        if (result.outcome === 'done') emit('office.changed', null)
      })
      return { importId }
    },
    async 'extracts.cancel'({ importId }, scope) {
      await scope.inCommand(({ audit }) => {
        audit.note({ object: `import ${importId}` })
        return Promise.resolve()
      })
      scope.extracts.cancel(importId)
      return null
    },
    'extracts.running': (_input, { extracts }) => Promise.resolve(extracts.running() ?? null),
    'extracts.result': ({ importId }) => Promise.resolve(results.get(importId) ?? null),
    'extracts.history': async (_input, { extracts }) => [...(await extracts.history())],
    async 'extracts.rejects'({ importId, offset, limit }, { extracts }) {
      const rejects = await extracts.rejects(importId, offset, limit)
      return { total: await extracts.countRejects(importId), rejects: [...rejects] }
    },
    async 'extracts.saveRejects'({ importId }, { desk, extracts }) {
      const report = await rejectsReport(importId, extracts)
      return await desk.saveFile(`rejects-${importId.slice(0, 8)}.csv`, report)
    },
  }
}

function keep<T>(map: Map<string, T>, key: string, value: T): void {
  map.set(key, value)
  for (const oldest of map.keys()) {
    if (map.size <= KEPT) return
    map.delete(oldest)
  }
}

/** The rejects of an import as CSV, with a byte order mark so that spreadsheets read the Persian. */
async function rejectsReport(importId: string, extracts: Extracts): Promise<Uint8Array> {
  const lines = ['\ufefffile,line,column,code,reason']
  for (let offset = 0; ; offset += PAGE) {
    const page = await extracts.rejects(importId, offset, PAGE)
    lines.push(...page.map(reportLine))
    if (page.length < PAGE) break
  }
  return Buffer.from(`${lines.join('\r\n')}\r\n`)
}

function reportLine({ file, line, column, code, reason }: Reject): string {
  return [file, String(line), column, code, reason].map(csvField).join(',')
}

function csvField(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
