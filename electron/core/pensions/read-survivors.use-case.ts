import type { Citizens } from '#core/citizens/citizens.ports.ts'
import type { Insured } from '#core/insured/insured.ports.ts'
import { Refusal } from '#core/kernel/refusal.ts'
import type { Parameter } from '#core/parameters/parameters.model.ts'
import type { Parameters } from '#core/parameters/parameters.ports.ts'
import { openVisit, type VisitNeeds } from '#core/visits/open-visit.rules.ts'
import { ownOf } from './own-file.rules.ts'
import { isPaid } from './pension-status.rules.ts'
import type { PensionFile } from './pension.model.ts'
import type { PensionHeir, Pensions } from './pensions.ports.ts'
import { judgeSurvivor } from './survivor-condition.rules.ts'
import type { SurvivorCondition, Survivors } from './survivor.model.ts'
import { judgeHeirs } from './survivors.rules.ts'

interface Needs extends VisitNeeds {
  readonly citizens: Pick<Citizens, 'findIdentity'>
  readonly insured: Pick<Insured, 'listContributions' | 'listDependants' | 'findDataDay'>
  readonly parameters: Parameters
  readonly pensions: Pick<Pensions, 'listFiles' | 'listHeirs' | 'findOwner'>
}

/**
 * The shares of a survivors' file of which the open citizen has one, and the condition of his own.
 *
 * @refuses `not-found` for a file of which he has no share; `rule` (not-survivors) for a file of any other kind
 */
export async function readSurvivors(
  { visitId, pensionNumber }: { readonly visitId: string; readonly pensionNumber: string },
  needs: Needs,
): Promise<Survivors> {
  const { citizenId } = await openVisit(needs, visitId, 'PENSION')
  const files = await needs.pensions.listFiles(citizenId)
  const file = ownOf(files, pensionNumber)
  if (file.pensionType !== 'SURVIVORS') throw new Refusal('rule', { what: 'not-survivors' })
  const on = needs.today()
  const parameters = await needs.parameters.list()
  const heirs = await needs.pensions.listHeirs(pensionNumber)
  const own = heirs.find((heir) => heir.citizenId === citizenId)
  return {
    pensionNumber,
    on,
    ...judgeHeirs({ heirs, citizenId, parameters, on }),
    condition: own ? await conditionOf(own, { file, files, parameters }, needs) : null,
  }
}

/** Null for a share that no relation explains, and for a person or a deceased who is not in the data. */
async function conditionOf(
  { citizenId, relation, shareStatus, fromDate }: PensionHeir,
  {
    file: { pensionNumber },
    files,
    parameters,
  }: {
    readonly file: PensionFile
    readonly files: readonly PensionFile[]
    readonly parameters: readonly Parameter[]
  },
  { citizens, insured, pensions, today }: Needs,
): Promise<SurvivorCondition | null> {
  if (relation === 'SELF') return null
  const owner = await pensions.findOwner(pensionNumber)
  const person = await citizens.findIdentity(citizenId)
  if (!owner || !person) return null
  const registered = (await insured.listDependants(owner.citizenId)).filter(
    ({ personId }) => personId === person.personId,
  )
  const ownPension = files.find((one) => one.relation === 'SELF' && isPaid(one))
  return judgeSurvivor({
    relation,
    person,
    share: { status: shareStatus, fromDate },
    insuredSex: owner.sex,
    studying: registered.some(({ studying }) => studying),
    disabled: registered.some(({ disabled }) => disabled),
    records: await insured.listContributions(citizenId),
    dataAsOf: (await insured.findDataDay()) ?? today(),
    ownPension: ownPension ?? null,
    parameters,
    on: today(),
  })
}
