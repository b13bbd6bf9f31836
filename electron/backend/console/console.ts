import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { parseJalali } from '#core/kernel/day.ts'
import { Refusal, type RefusalData } from '#core/kernel/refusal.ts'
import { refused, type Reply } from '#core/kernel/reply.ts'
import type { Verdict } from '#core/verification/verification.model.ts'
import type { Backend, compose } from '../compose.ts'
import type { Program } from '../program.ts'
import type { ConsoleDesk } from './console-desk.ts'
import type { ConsoleIo } from './console-io.ts'
import { type Counter, counterOf } from './counter.ts'
import { importExtract, isLoaded } from './import-extract.ts'
import { issuePaper } from './issue-paper.ts'
import {
  asUsage,
  keysOf,
  revocationsOf,
  revoke,
  verdictLine,
  verifyByLists,
  verifyHere,
} from './verify-paper.ts'
import { type ConsoleOptions, type ConsoleOrder, readOrder, required, UsageFault } from './words.ts'

export interface ConsoleParts {
  readonly io: ConsoleIo
  readonly program: Program
  readonly compose: typeof compose
  readonly desk: ConsoleDesk
}

/** 0 done, 1 refused, 2 not understood, 3 no office or one that cannot be opened, 4 unforeseen. */
const EXIT = { done: 0, refused: 1, usage: 2, faulty: 3, unexpected: 4 } as const

/** Says no with an exit code of its own. */
class ConsoleStop extends Error {
  readonly code: number

  constructor(code: number, message: string) {
    super(message)
    this.code = code
  }
}

interface Deed extends ConsoleParts {
  readonly order: ConsoleOrder
  readonly counter: Counter
}

const WORDS: Readonly<Record<string, (deed: Deed) => Promise<number>>> = {
  import: importWord,
  call: callWord,
  serve: serveWord,
  paper: paperWord,
  verify: verifyWord,
  keys: answering(({ order, counter, desk }) => keysOf(order.options, counter, desk)),
  'rotate-keys': answering(({ counter }) => counter.ask('verification.rotate', null)),
  revoke: answering(({ order, counter }) => revoke(order, counter)),
  revocations: answering(({ order, counter }) => revocationsOf(order.options, counter)),
}

/** Does what a command of the console says, without a window, and gives the exit code. Never rejects. */
export async function runConsole(words: readonly string[], parts: ConsoleParts): Promise<number> {
  const { io } = parts
  try {
    const order = readOrder(words)
    if (order.options.help || order.word === undefined || order.word === 'help') {
      io.out(await readFile(path.join(parts.program.resources, 'console', 'help.txt'), 'utf8'))
      return order.word === undefined && !order.options.help ? EXIT.usage : EXIT.done
    }
    const lists = order.word === 'verify' ? (order.options.keys ?? []) : []
    if (lists.length > 0) return await verifyWithoutOffice(order, lists, parts)
    return await withOffice(order, parts)
  } catch (cause) {
    return explain(cause, io)
  }
}

function explain(cause: unknown, io: ConsoleIo): number {
  if (cause instanceof UsageFault) {
    io.error(`${cause.message}\nbajeh office --help says how.\n`)
    return EXIT.usage
  }
  if (cause instanceof ConsoleStop) {
    io.error(`${cause.message}\n`)
    return cause.code
  }
  if (cause instanceof Refusal) {
    io.error(`refused: ${JSON.stringify(cause.data)}\n`)
    return exitOf(cause.data)
  }
  io.error(`unexpected: ${cause instanceof Error ? (cause.stack ?? cause.message) : 'fault'}\n`)
  return EXIT.unexpected
}

function exitOf(refusal: RefusalData): number {
  if (refusal.code === 'unexpected') return EXIT.unexpected
  return refusal.code === 'unavailable' && refusal.what === 'office' ? EXIT.faulty : EXIT.refused
}

async function withOffice(order: ConsoleOrder, parts: ConsoleParts): Promise<number> {
  const { options, word = '' } = order
  if (!['init', 'recover'].includes(word) && !Object.hasOwn(WORDS, word))
    throw new UsageFault(`unknown word ${word}`)
  const folder = path.resolve(options.office ?? parts.program.folder)
  if (options.office === undefined && parts.program.folder === '')
    throw new UsageFault('--office DIR is missing')
  const today = dayOf(options.today)
  const backend = await parts.compose({
    ...parts.program,
    folder,
    desk: parts.desk.desk,
    emit: () => undefined,
    ...(today === undefined ? {} : { today }),
  })
  const deed = { ...parts, order, counter: counterOf(backend.call) }
  try {
    if (word === 'init') return await initWord(deed, () => backend.prepareDemonstration())
    await requireOffice(deed)
    if (word === 'recover') return await recoverWord(deed, backend.recover)
    const work = WORDS[word]
    if (work === undefined) throw new UsageFault(`unknown word ${word}`)
    return await work(deed)
  } finally {
    await backend.stop()
  }
}

function dayOf(text: string | undefined) {
  if (text === undefined) return undefined
  const day = parseJalali(text)
  if (day === undefined) throw new UsageFault('--today is not a day YYYY/MM/DD')
  return day
}

async function requireOffice({ counter, order }: Deed): Promise<void> {
  const { state, fault, kind } = await counter.ask('office.state', null)
  if (state === 'none') throw new ConsoleStop(EXIT.faulty, 'there is no office in this folder')
  if (state === 'faulty')
    throw new ConsoleStop(EXIT.faulty, `the office cannot be opened: ${fault ?? 'unknown'}`)
  if (kind === 'real' && order.options.today !== undefined)
    throw new UsageFault('--today is for demonstration and test offices only')
}

async function signIn({ counter, io }: Deed, userName: string): Promise<void> {
  const secret = await io.secret(`secret of ${userName}`)
  if (secret === undefined) throw new UsageFault('BAJEH_SECRET is not set, and nobody can be asked')
  await counter.ask('access.signIn', { userName, secret })
}

function say(io: ConsoleIo, value: unknown): void {
  io.out(`${JSON.stringify(value)}\n`)
}

async function initWord(deed: Deed, prepareDemonstration: () => Promise<boolean>): Promise<number> {
  const { counter, io, order } = deed
  const { options } = order
  if (options.demonstration) {
    if (!(await prepareDemonstration())) throw new Refusal('conflict', { what: 'office-exists' })
    say(io, await counter.ask('office.state', null))
    return EXIT.done
  }
  const kind = options.test ? 'test' : 'real'
  if (kind === 'real' && options.today !== undefined)
    throw new UsageFault('--today is for demonstration and test offices only')
  const names = newOffice(options)
  const secret = await io.secret(`new secret of ${names.userName}`)
  if (secret === undefined) throw new UsageFault('BAJEH_SECRET is not set, and nobody can be asked')
  const { branch, userName, fullName } = names
  const administrator = { userName, fullName, secret }
  const { recoveryKey } = await counter.ask('office.setUp', { kind, branch, administrator })
  io.error('The recovery key is shown this once. Print it and lock it away.\n')
  say(io, { kind, recoveryKey })
  return EXIT.done
}

function newOffice(options: ConsoleOptions) {
  const code = required(options, 'branch')
  const userName = required(options, 'admin')
  return {
    branch: {
      code,
      name: required(options, 'branch-name'),
      province: required(options, 'province'),
    },
    userName,
    fullName: options['admin-name'] ?? userName,
  }
}

async function recoverWord({ order, io }: Deed, recover: Backend['recover']): Promise<number> {
  const userName = required(order.options, 'admin')
  const recoveryKey = await io.recoveryKey('recovery key')
  const secret = await io.secret(`new secret of ${userName}`)
  if (recoveryKey === undefined || secret === undefined)
    throw new UsageFault('BAJEH_RECOVERY_KEY or BAJEH_SECRET is not set, and nobody can be asked')
  await recover({ recoveryKey, userName, secret })
  say(io, { recovered: userName })
  return EXIT.done
}

async function importWord(deed: Deed): Promise<number> {
  const { order, counter, desk, io } = deed
  const [from] = order.rest
  if (from === undefined) throw new UsageFault('import needs the path of a folder or zip')
  await signIn(deed, required(order.options, 'as'))
  const force = order.options.force ?? false
  const wanted = { path: from, force, rejects: order.options.rejects }
  const result = await importExtract(wanted, counter, desk, io)
  say(io, result)
  return isLoaded(result) ? EXIT.done : EXIT.refused
}

async function callWord(deed: Deed): Promise<number> {
  const { order, counter, io } = deed
  const [method, json = 'null'] = order.rest
  if (method === undefined) throw new UsageFault('call needs a method of the contract')
  const input = parseJson(json === '-' ? await readAll(io) : json)
  const reply = await replyAs(deed, order.options.as, () => counter.reply(method, input))
  say(io, reply)
  return reply.ok ? EXIT.done : exitOf(reply.refusal)
}

/** A refused sign-in is a reply like any other. */
async function replyAs(
  deed: Deed,
  userName: string | undefined,
  ask: () => Promise<Reply<unknown>>,
): Promise<Reply<unknown>> {
  try {
    if (userName !== undefined) await signIn(deed, userName)
  } catch (cause) {
    if (cause instanceof Refusal) return refused(cause.data)
    throw cause
  }
  return await ask()
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new UsageFault('the input is not JSON')
  }
}

async function readAll(io: ConsoleIo): Promise<string> {
  const lines: string[] = []
  for await (const line of io.lines()) lines.push(line)
  return lines.join('\n')
}

async function serveWord(deed: Deed): Promise<number> {
  const { order, counter, io } = deed
  if (order.options.as !== undefined) await signIn(deed, order.options.as)
  const answers = new Set<Promise<void>>()
  for await (const line of io.lines()) {
    if (line.trim() === '') continue
    const answer = answerLine(line, counter).then((said) => say(io, said))
    answers.add(answer)
    void answer.then(() => answers.delete(answer))
  }
  await Promise.all(answers)
  return EXIT.done
}

async function answerLine(line: string, counter: Counter): Promise<unknown> {
  let asked: unknown
  try {
    asked = JSON.parse(line)
  } catch {
    asked = undefined
  }
  if (typeof asked !== 'object' || asked === null)
    return { id: null, reply: { ok: false, refusal: { code: 'invalid-input', fault: 'json' } } }
  const { id = null, method, input = null } = asked as Readonly<Record<string, unknown>>
  return { id, reply: await counter.reply(method, input) }
}

async function paperWord(deed: Deed): Promise<number> {
  const { order, counter, io } = deed
  const out = required(order.options, 'out')
  await signIn(deed, required(order.options, 'as'))
  const { paper, pdf } = await issuePaper(order.rest[0], order.options, counter)
  await writeFile(out, pdf)
  say(io, { ...paper, file: path.resolve(out) })
  return EXIT.done
}

/** A word whose whole answer is said as JSON, for a clerk who has signed in. */
function answering(ask: (deed: Deed) => Promise<unknown>): (deed: Deed) => Promise<number> {
  return async (deed) => {
    await signIn(deed, required(deed.order.options, 'as'))
    say(deed.io, await ask(deed))
    return EXIT.done
  }
}

async function verifyWord(deed: Deed): Promise<number> {
  const { order, counter, io } = deed
  await signIn(deed, required(order.options, 'as'))
  return await tellVerdict(verifyHere(order, counter), io)
}

function verifyWithoutOffice(
  order: ConsoleOrder,
  lists: readonly string[],
  { io, program }: ConsoleParts,
): Promise<number> {
  const today = dayOf(order.options.today)
  return tellVerdict(verifyByLists(order, lists, program.checkWorker, today), io)
}

/** The verdict as JSON, and as a line for whoever reads it. */
async function tellVerdict(reached: Promise<Verdict>, io: ConsoleIo): Promise<number> {
  const verdict = await reached.catch((cause: unknown) => {
    throw asUsage(cause)
  })
  io.error(`${verdictLine(verdict)}\n`)
  say(io, verdict)
  return verdict.verdict === 'GENUINE' ? EXIT.done : EXIT.refused
}
