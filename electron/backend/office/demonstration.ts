import { readFile, readdir } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import type { Desk } from '#core/kernel/desk.ts'
import { ClerkRole, Duty } from '#core/kernel/permission.ts'
import { OfficeSetUp, Secret, UserName } from '#core/office/office.model.ts'
import { Refusal } from '#core/kernel/refusal.ts'
import type { DemonstrationSignIn } from '#core/office/office.model.ts'
import type { PlanNeeds } from '#core/office/office.ports.ts'
import { setUpOffice } from '#core/office/set-up-office.use-case.ts'
import { clearInterruptedSetUp, isEmptySite, siteIn } from './office-site.ts'
import type { OfficeFurnishing } from './open-office.ts'

/** The bundled demonstration office; its secrets are published and open nothing else. */
const Demonstration = z.object({
  branch: OfficeSetUp.shape.branch,
  clerks: z
    .array(
      z.object({
        userName: UserName,
        fullName: z.string(),
        role: ClerkRole,
        duties: z.array(Duty),
        secret: Secret,
      }),
    )
    .min(1),
})
type Demonstration = z.infer<typeof Demonstration>

async function readDemonstration(resources: string): Promise<Demonstration> {
  const file = path.join(resources, 'demonstration', 'office.json')
  return Demonstration.parse(JSON.parse(await readFile(file, 'utf8')))
}

/** The sign-ins that a demonstration office shows on its screen. */
export async function demonstrationSignIns(
  resources: string,
): Promise<readonly DemonstrationSignIn[]> {
  const { clerks } = await readDemonstration(resources)
  return clerks.map(({ userName, secret, role, duties }) => ({ userName, secret, role, duties }))
}

async function extractIn(resources: string): Promise<string> {
  const folder = path.join(resources, 'demonstration')
  const zip = (await readdir(folder)).find((name) => name.endsWith('.zip'))
  if (zip === undefined) throw new Error('the demonstration extract is missing')
  return path.join(folder, zip)
}

export interface DemonstrationParts extends PlanNeeds {
  readonly folder: string
  readonly resources: string
  readonly desk: Desk
  readonly furnishing: OfficeFurnishing
}

/**
 * Makes the demonstration office where there is none: branch, clerks, and the bundled extract through
 * the product's own importer, all of it before anyone can enter. The recovery key is for nobody.
 *
 * @returns whether one was made; false where an office, sound or not, is there already
 */
export async function prepareDemonstration(parts: DemonstrationParts): Promise<boolean> {
  const { folder, resources, desk, furnishing } = parts
  await clearInterruptedSetUp(folder)
  if (!isEmptySite(folder)) return false
  const { branch, clerks } = await readDemonstration(resources)
  const extract = await extractIn(resources)
  const site = siteIn(folder, desk, furnishing, async ({ extracts }) => {
    const order = { force: false, clerkId: null }
    const { done } = await extracts.start(extract, order, () => undefined)
    const { outcome, fault } = await done
    if (outcome !== 'done') throw new Error(`demonstration extract: ${fault?.code ?? outcome}`)
  })
  const { code: branchCode, name: branchName, province } = branch
  try {
    const identity = { kind: 'demonstration', branchCode, branchName, province } as const
    await setUpOffice(identity, clerks, site, parts)
    return true
  } catch (cause) {
    // Another program of this computer made it while this one waited.
    if (cause instanceof Refusal && cause.data.what === 'office-exists') return false
    throw cause
  }
}
