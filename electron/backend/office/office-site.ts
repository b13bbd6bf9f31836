import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Desk } from '#core/kernel/desk.ts'
import { Refusal } from '#core/kernel/refusal.ts'
import type { OfficePlan, OfficeSite } from '#core/office/office.ports.ts'
import { createOfficeDatabase, hasOfficeDatabase } from '../database/engines/encrypted-sqlite.ts'
import { createKeyFile, hasKeyFile, newDataKey } from './key-file.ts'
import { isRunning, withLock } from './lock-file.ts'
import { addIdentity } from './office-identity.repository.ts'
import type { OfficeFurnishing, OpenOffice } from './open-office.ts'

/** Stands while an office is being made, with the process that makes it. The key file comes last. */
const MARK = 'office.setting-up'

/** Another program may be making a demonstration office; that takes seconds. */
const PATIENCE = 120_000

/** Whether a folder holds no office: neither key nor database, a broken office not either. */
export function isEmptySite(folder: string): boolean {
  return !hasKeyFile(folder) && !hasOfficeDatabase(folder)
}

/**
 * Clears away what an interrupted set-up left. Such a set-up ended before the key file was written,
 * so nobody ever held its key and nothing in it can be read again. Anything else is left alone.
 */
export async function clearInterruptedSetUp(folder: string): Promise<void> {
  const mark = path.join(folder, MARK)
  if (!existsSync(mark) || isRunning(await readFile(mark, 'utf8'))) return
  if (!hasKeyFile(folder)) await removeMade(folder)
  await rm(mark, { force: true })
}

async function removeMade(folder: string): Promise<void> {
  const made = (await readdir(folder)).filter((name) =>
    /^(office\.db|extract-|office\.keys\..*\.new$)/.test(name),
  )
  for (const name of made) await rm(path.join(folder, name), { force: true })
}

/** Fills a new office before anyone can enter it. */
export type Filling = (office: OpenOffice) => Promise<void>

/** A folder as a place for an office. `fill` loads a demonstration office with its data. */
export function siteIn(
  folder: string,
  desk: Desk,
  furnishing: OfficeFurnishing,
  fill: Filling = () => Promise.resolve(),
): OfficeSite {
  return {
    isEmpty: () => Promise.resolve(isEmptySite(folder)),
    keyStoreTrusted: async () => (await desk.sealKind()).trusted,
    async build(plan) {
      await mkdir(folder, { recursive: true })
      await clearInterruptedSetUp(folder)
      return withLock(path.join(folder, MARK), () => make(plan), PATIENCE)
    },
  }

  async function make(plan: OfficePlan): Promise<string> {
    if (!isEmptySite(folder)) throw new Refusal('conflict', { what: 'office-exists' })
    const dataKey = newDataKey()
    try {
      const database = await createOfficeDatabase(folder, dataKey)
      try {
        await database.transaction(async (tx) => {
          await addIdentity(tx, plan.identity)
          await furnishing.found(tx, plan)
        })
        const { identity } = plan
        const keys = await furnishing.keysOf(database, identity)
        await fill({ identity, database, keys, extracts: await furnishing.extractsOf(database) })
      } finally {
        await database.close()
      }
      const slots = plan.clerks.map(({ clerk, secret }) => ({
        clerkId: clerk.clerkId,
        userKey: clerk.userKey,
        secret,
      }))
      return await createKeyFile(folder, desk, dataKey, plan.identity, slots)
    } catch (cause) {
      if (!hasKeyFile(folder)) await removeMade(folder)
      throw cause
    } finally {
      dataKey.fill(0)
    }
  }
}
