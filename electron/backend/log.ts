import { randomBytes } from 'node:crypto'
import { appendFileSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

/** What support reads. Identifiers of the office's own making and places in the code, no person. */
export interface Log {
  /** Writes one line: what happened, with plain facts. */
  note(event: string, facts?: Facts): void
  /** Writes down what nobody foresaw and gives the number that the clerk tells support. */
  incident(cause: unknown, facts?: Facts): string
}

type Facts = Readonly<Record<string, string | number | boolean | null>>

const FILE_SIZE = 1_000_000
const FILES_KEPT = 5

/** Number of an incident: short enough to be read out on the telephone. */
function incidentNumber(): string {
  const text = randomBytes(5).toString('hex').toUpperCase()
  return `${text.slice(0, 5)}-${text.slice(5)}`
}

/** Errors whose text the engines write from names of the program, not from data. */
const SPEAKING = new Set(['TypeError', 'ReferenceError', 'SqliteError'])

/**
 * What of an error may be written down. Its text may quote what a citizen or clerk typed, so it is
 * left out, except where the engine makes it from names in the program.
 */
function factsOf(cause: unknown): Record<string, string> {
  if (cause instanceof z.ZodError) {
    const places = cause.issues.map((issue) => `${issue.path.map(String).join('.')}:${issue.code}`)
    return { error: 'ZodError', places: places.slice(0, 5).join(' '), ...stackOf(cause) }
  }
  if (!(cause instanceof Error)) return { error: typeof cause }
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : ''
  return {
    error: cause.name,
    ...(/^[\w-]{1,60}$/.test(code) ? { code } : {}),
    ...(SPEAKING.has(cause.name) ? { text: cause.message.slice(0, 300) } : {}),
    ...stackOf(cause),
    ...(cause.cause instanceof Error ? { because: cause.cause.name } : {}),
  }
}

function stackOf(cause: Error): { stack?: string } {
  const frames = cause.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? []
  return frames.length > 0
    ? {
        stack: frames
          .slice(0, 8)
          .map((line) => line.trim())
          .join(' < '),
      }
    : {}
}

/**
 * A log of JSON lines in `<folder>/logs`, at most five files of a megabyte. It never fails: what
 * cannot be written is lost, and the work goes on. Nothing is written before the folder exists.
 */
export function fileLog(folder: string): Log {
  const logs = path.join(folder, 'logs')
  const file = path.join(logs, 'office.log')
  const write = (line: Facts): void => {
    try {
      if (!existsSync(folder)) return
      mkdirSync(logs, { recursive: true })
      if (existsSync(file) && statSync(file).size > FILE_SIZE) rotate(file)
      appendFileSync(file, `${JSON.stringify({ at: new Date().toISOString(), ...line })}\n`)
    } catch {
      // A full or lost disk must not turn an answer into a failure.
    }
  }
  return {
    note: (event, facts = {}) => write({ event, ...facts }),
    incident(cause, facts = {}) {
      const incident = incidentNumber()
      write({ event: 'incident', incident, ...facts, ...factsOf(cause) })
      return incident
    },
  }
}

function rotate(file: string): void {
  for (let n = FILES_KEPT - 1; n > 0; n--) {
    const from = n === 1 ? file : `${file}.${n - 1}`
    if (existsSync(from)) renameSync(from, `${file}.${n}`)
  }
}
