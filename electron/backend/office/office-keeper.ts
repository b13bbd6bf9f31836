import type { KeySlots } from '#core/access/access.ports.ts'
import type { Desk } from '#core/kernel/desk.ts'
import { Refusal } from '#core/kernel/refusal.ts'
import type { OfficeFault, OfficeKind } from '#core/office/office.model.ts'
import type { OfficeIdentity } from '#core/office/office.ports.ts'
import { DatabaseFault } from '../database/engines/connection.ts'
import { hasOfficeDatabase, openOfficeDatabase } from '../database/engines/encrypted-sqlite.ts'
import type { OfficeDatabaseOptions } from '../database/engines/encrypted-sqlite.ts'
import {
  hasKeyFile,
  KeyFault,
  type KeyFile,
  putSlot,
  readKeyFile,
  tryRecoveryKey,
  trySecret,
} from './key-file.ts'
import { findIdentity } from './office-identity.repository.ts'
import type { OfficeFurnishing, OpenOffice } from './open-office.ts'

export interface KeeperParts {
  readonly folder: string
  readonly desk: Desk
  readonly furnishing: OfficeFurnishing
  readonly database: OfficeDatabaseOptions
}

/** What can be known of an office from outside. */
export interface OfficeLook {
  readonly state: 'none' | 'closed' | 'open' | 'faulty'
  readonly fault: OfficeFault | null
  readonly identity: OfficeIdentity | null
}

/**
 * Keeps the key of the office: in memory while at least one clerk is signed in, nowhere otherwise.
 * A fault is told as it is; nothing is ever made in place of what cannot be opened.
 */
export class OfficeKeeper implements KeySlots {
  readonly #parts: KeeperParts
  #kind: OfficeKind | undefined
  #open: { office: OpenOffice; dataKey: Uint8Array } | undefined
  #fault: OfficeFault | undefined
  #turn: Promise<unknown> = Promise.resolve()
  readonly #users = new Set<Promise<unknown>>()

  constructor(parts: KeeperParts) {
    this.#parts = parts
  }

  /** The kind of the office as last read; undefined before there is one. */
  get kind(): OfficeKind | undefined {
    return this.#kind
  }

  /** Looks at the folder anew, without a key. */
  async look(): Promise<OfficeLook> {
    const { folder } = this.#parts
    if (!hasKeyFile(folder) && !hasOfficeDatabase(folder))
      return { state: 'none', fault: null, identity: null }
    try {
      const file = await this.#readKeys()
      const identity = identityOf(file)
      const fault = hasOfficeDatabase(folder) ? this.#fault : 'database-missing'
      if (this.#open) return { state: 'open', fault: null, identity }
      return { state: fault ? 'faulty' : 'closed', fault: fault ?? null, identity }
    } catch (cause) {
      return { state: 'faulty', fault: faultOf(cause), identity: null }
    }
  }

  async #readKeys(): Promise<KeyFile> {
    const file = await readKeyFile(this.#parts.folder, this.#parts.desk)
    this.#kind = file.kind
    return file
  }

  /** Whether the office is open. */
  get isOpen(): boolean {
    return this.#open !== undefined
  }

  /** Works in the open office, which does not close meanwhile. Refused while it is shut. */
  async use<T>(work: (office: OpenOffice) => Promise<T>): Promise<T> {
    const { office } = this.#open ?? {}
    if (!office) throw new Refusal('unavailable', { what: 'office' })
    const running = work(office)
    const settled = running.then(noted, noted)
    this.#users.add(settled)
    try {
      return await running
    } finally {
      this.#users.delete(settled)
    }
  }

  /**
   * Tries a clerk's secret, and opens the office with it unless it is open.
   *
   * @returns the id of the clerk whose slot it opened; undefined when there is none or it is wrong
   * @refuses an office that cannot be opened (`unavailable`, with the fault)
   */
  async enter(userKey: string, secret: string): Promise<string | undefined> {
    return await this.#withFaults(async () => {
      const file = await this.#readKeys()
      const found = await trySecret(file, userKey, secret)
      if (!found) return undefined
      await this.#inTurn(() => this.#openWith(found.dataKey, identityOf(file)))
      return found.clerkId
    })
  }

  /** Opens the office with its recovery key; whether that was the key. */
  async enterByRecoveryKey(typed: string): Promise<boolean> {
    return await this.#withFaults(async () => {
      const file = await this.#readKeys()
      const dataKey = await tryRecoveryKey(file, typed)
      if (!dataKey) return false
      await this.#inTurn(() => this.#openWith(dataKey, identityOf(file)))
      return true
    })
  }

  /** Whether a secret opens the slot of this very clerk; nothing is opened. */
  async isSecretOf(clerkId: string, userKey: string, secret: string): Promise<boolean> {
    return await this.#withFaults(async () => {
      const found = await trySecret(await this.#readKeys(), userKey, secret)
      found?.dataKey.fill(0)
      return found?.clerkId === clerkId
    })
  }

  async addSlot(clerkId: string, userKey: string, secret: string): Promise<void> {
    const { dataKey } = this.#open ?? {}
    if (!dataKey) throw new Refusal('unavailable', { what: 'office' })
    const { folder, desk } = this.#parts
    await this.#withFaults(() => putSlot(folder, desk, dataKey, { clerkId, userKey, secret }))
  }

  /**
   * Closes the databases and forgets the key, after those at work have finished; `unless` is asked
   * when it is this turn, and may keep the office open.
   */
  async close(unless: (office: OpenOffice) => boolean = () => false): Promise<void> {
    await this.#inTurn(async () => {
      if (!this.#open || unless(this.#open.office)) return
      const { office, dataKey } = this.#open
      this.#open = undefined
      await Promise.all(this.#users)
      await office.keys.close()
      await office.database.close()
      dataKey.fill(0)
    })
  }

  async #openWith(dataKey: Uint8Array, identity: OfficeIdentity): Promise<void> {
    if (this.#open) {
      dataKey.fill(0)
      return
    }
    const { folder, furnishing, database: options } = this.#parts
    const database = await openOfficeDatabase(folder, dataKey, options)
    let office: OpenOffice
    try {
      const inside = await database.read(findIdentity)
      if (JSON.stringify(inside) !== JSON.stringify(identity))
        throw new KeyFault('key-file-corrupt')
      const keys = await furnishing.keysOf(database, identity)
      office = { identity, database, keys, extracts: await furnishing.extractsOf(database) }
    } catch (cause) {
      await database.close()
      throw cause
    }
    this.#open = { office, dataKey }
    this.#fault = undefined
  }

  /** One opening or closing at a time. */
  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#turn.then(work)
    this.#turn = mine.then(noted, noted)
    return await mine
  }

  async #withFaults<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (cause) {
      const fault = faultOf(cause)
      if (!(cause instanceof KeyFault)) this.#fault = fault
      throw new Refusal('unavailable', { what: 'office', fault })
    }
  }
}

const noted = (): void => undefined

function identityOf({ kind, branchCode, branchName, province }: KeyFile): OfficeIdentity {
  return { kind, branchCode, branchName, province }
}

/** The fault of an office, when it is one; anything else goes on as it is. */
function faultOf(cause: unknown): OfficeFault {
  if (cause instanceof KeyFault) return cause.code
  if (cause instanceof DatabaseFault && cause.code !== 'database-exists') return cause.code
  if (isDamage(cause)) return 'database-corrupt'
  throw cause
}

/** Damage that shows when a page is first read, as it does beyond the first one. */
function isDamage(cause: unknown): boolean {
  if (!(cause instanceof Error) || cause.name !== 'SqliteError' || !('code' in cause)) return false
  return /^SQLITE_(CORRUPT|NOTADB|IOERR)/.test(String(cause.code))
}
