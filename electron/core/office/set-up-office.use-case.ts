import { nextClerkCode, userKeyOf } from '#core/access/user-name.rules.ts'
import { Refusal } from '#core/kernel/refusal.ts'
import { storedText } from '#core/kernel/text.ts'
import type { OfficeReady } from './office.model.ts'
import type {
  FirstClerk,
  OfficeIdentity,
  OfficeSite,
  PlanNeeds,
  PlannedClerk,
} from './office.ports.ts'

/**
 * Makes an office where there is none.
 *
 * @refuses a folder that holds an office, sound or not; a real office on a key store that keeps no secret
 */
export async function setUpOffice(
  identity: OfficeIdentity,
  planned: readonly PlannedClerk[],
  site: OfficeSite,
  needs: PlanNeeds,
): Promise<OfficeReady> {
  if (!(await site.isEmpty())) throw new Refusal('conflict', { what: 'office-exists' })
  if (identity.kind === 'real' && !(await site.keyStoreTrusted()))
    throw new Refusal('unavailable', { what: 'key-store' })
  const clean = {
    ...identity,
    branchName: storedText(identity.branchName),
    province: storedText(identity.province),
  }
  const recoveryKey = await site.build({
    identity: clean,
    clerks: firstClerks(clean.branchCode, planned, needs),
  })
  return { recoveryKey }
}

function firstClerks(
  branchCode: string,
  planned: readonly PlannedClerk[],
  needs: PlanNeeds,
): readonly FirstClerk[] {
  const codes: string[] = []
  return planned.map(({ userName, fullName, role, duties, secret }) => {
    const clerkCode = nextClerkCode(branchCode, codes)
    codes.push(clerkCode)
    const clerk = {
      clerkId: needs.newId(),
      userName: userName.trim(),
      userKey: userKeyOf(userName),
      fullName: storedText(fullName),
      personId: null,
      role,
      duties,
      branchCode,
      clerkCode,
      active: true,
      createdAt: needs.now(),
    }
    return { clerk, secret }
  })
}
