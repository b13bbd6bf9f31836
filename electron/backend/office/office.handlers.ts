import type { PlannedClerk } from '#core/office/office.ports.ts'
import type { DemonstrationSignIn } from '#core/office/office.model.ts'
import { setUpOffice } from '#core/office/set-up-office.use-case.ts'
import type { Desk } from '#core/kernel/desk.ts'
import type { Handlers } from '../scope.ts'
import type { OfficeKeeper } from './office-keeper.ts'
import { siteIn } from './office-site.ts'
import type { OfficeFurnishing } from './open-office.ts'

export interface OfficeParts {
  readonly folder: string
  readonly version: string
  readonly keeper: OfficeKeeper
  readonly furnishing: OfficeFurnishing
  readonly demonstrationSignIns: () => Promise<readonly DemonstrationSignIn[]>
}

type OfficeHandlers = Pick<Handlers, 'office.state' | 'office.setUp'>

/** What can be asked of the office before anyone has signed in. */
export function officeHandlers(parts: OfficeParts): OfficeHandlers {
  const { folder, version, keeper, furnishing } = parts
  return {
    async 'office.state'(_input, scope) {
      const { state, fault, identity } = await keeper.look()
      const isDemonstration = identity?.kind === 'demonstration'
      return {
        state,
        fault,
        kind: identity?.kind ?? null,
        branchName: identity?.branchName ?? null,
        keyStoreTrusted: await isTrusted(scope.desk),
        demonstrationSignIns: isDemonstration ? [...(await parts.demonstrationSignIns())] : [],
        today: scope.today(),
        version,
      }
    },
    async 'office.setUp'({ kind, branch, administrator }, scope) {
      const { code: branchCode, name: branchName, province } = branch
      const planned: PlannedClerk = { ...administrator, role: 'ADMINISTRATOR', duties: [] }
      const site = siteIn(folder, scope.desk, furnishing)
      const ready = await setUpOffice(
        { kind, branchCode, branchName, province },
        [planned],
        site,
        scope,
      )
      await keeper.look()
      return ready
    },
  }
}

async function isTrusted(desk: Desk): Promise<boolean> {
  return (await desk.sealKind()).trusted
}
