import { parseArgs } from 'node:util'

/** A command that was not understood: exit code 2, with the reason. */
export class UsageFault extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'UsageFault'
  }
}

const OPTIONS = {
  help: { type: 'boolean', short: 'h' },
  office: { type: 'string' },
  as: { type: 'string' },
  today: { type: 'string' },
  demonstration: { type: 'boolean' },
  test: { type: 'boolean' },
  branch: { type: 'string' },
  'branch-name': { type: 'string' },
  province: { type: 'string' },
  admin: { type: 'string' },
  'admin-name': { type: 'string' },
  force: { type: 'boolean' },
  rejects: { type: 'string' },
  citizen: { type: 'string' },
  pension: { type: 'string' },
  recipient: { type: 'string' },
  'recipient-branch': { type: 'string' },
  slip: { type: 'string' },
  request: { type: 'string' },
  decree: { type: 'string' },
  decision: { type: 'string' },
  scope: { type: 'string' },
  workshop: { type: 'string' },
  'branch-code': { type: 'string' },
  'contract-row': { type: 'string' },
  ledger: { type: 'boolean' },
  since: { type: 'string' },
  on: { type: 'string' },
  loan: { type: 'string' },
  instalment: { type: 'string' },
  count: { type: 'string' },
  guarantee: { type: 'string' },
  'first-due': { type: 'string' },
  borrower: { type: 'string' },
  'borrower-first-name': { type: 'string' },
  'borrower-last-name': { type: 'string' },
  'borrower-birth': { type: 'string' },
  reason: { type: 'string' },
  out: { type: 'string' },
  qr: { type: 'string' },
  keys: { type: 'string', multiple: true },
} as const

export type ConsoleOptions = ReturnType<typeof parse>['values']

/** What was asked of the console: a word, what follows it, and options. */
export interface ConsoleOrder {
  readonly word: string | undefined
  readonly rest: readonly string[]
  readonly options: ConsoleOptions
}

function parse(words: readonly string[]) {
  return parseArgs({ args: [...words], options: OPTIONS, allowPositionals: true, strict: true })
}

/**
 * Reads the words of a command.
 *
 * @refuses an unknown option, an option without its value (UsageFault)
 */
export function readOrder(words: readonly string[]): ConsoleOrder {
  try {
    const { values, positionals } = parse(words)
    const [word, ...rest] = positionals
    return { word, rest, options: values }
  } catch (cause) {
    throw new UsageFault(cause instanceof Error ? cause.message : 'bad options')
  }
}

/** The value of an option that this command cannot do without. */
export function required(options: ConsoleOptions, name: keyof ConsoleOptions): string {
  const value = options[name]
  if (typeof value !== 'string' || value === '') throw new UsageFault(`--${name} is missing`)
  return value
}
