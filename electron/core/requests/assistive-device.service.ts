import { DEVICES } from '#core/benefits/assistive-device-table.model.ts'
import { AssistiveDeviceForm } from '#core/benefits/assistive-device.model.ts'
import {
  decideDevice,
  type DeviceCase,
  type DeviceUser,
  type EarlierDevice,
} from '#core/benefits/assistive-device.rules.ts'
import { judgeDependant } from '#core/insured/dependants.rules.ts'
import type { Day } from '#core/kernel/day.ts'
import { isPaid } from '#core/pensions/pension-status.rules.ts'
import type { CitizenService, FieldFault, ServiceFacts, Typed } from './citizen-service.ts'
import { openStatuses } from './lifecycle.rules.ts'
import type { RequestStatus } from './request.model.ts'

type TypedDevice = Typed<typeof AssistiveDeviceForm>

/** Granted, or not decided yet: what stands against the same device a second time. */
function counts(status: RequestStatus): boolean {
  return status === '18' || openStatuses.includes(status)
}

/** An insurance in force comes before a pension in force. */
function rightOf({ profiles, pensions }: ServiceFacts): DeviceCase['right'] {
  if (profiles.some(({ status }) => status === 'ACTIVE')) return 'INSURED'
  return pensions.some(isPaid) ? 'PENSIONER' : null
}

/** Of a person who was registered more than once the newest registration counts. */
function userOf(user: string | undefined, { identity, dependants }: ServiceFacts) {
  if (user === undefined) return null
  if (user === identity.personId) return 'SELF'
  const registered = dependants.filter(({ personId }) => personId === user)
  return registered.reduce<DeviceUser>(
    (last, one) => (typeof last === 'string' || one.fromDate > last.fromDate ? one : last),
    'STRANGER',
  )
}

/** What is read of a request filed earlier. */
const Earlier = AssistiveDeviceForm.pick({
  user: true,
  device: true,
  count: true,
  prescriptionDate: true,
})

function earlierOf(user: string | undefined, { filed }: ServiceFacts): readonly EarlierDevice[] {
  return filed.flatMap(({ kind, status, trackingCode, form }): readonly EarlierDevice[] => {
    if (kind !== 'ORTHO_PROSTHESIS' || !counts(status)) return []
    const earlier = Earlier.safeParse(form)
    if (!earlier.success || earlier.data.user !== user) return []
    const { device, count, prescriptionDate } = earlier.data
    return [{ trackingCode, device, count: count ?? 1, prescriptionDate, granted: status === '18' }]
  })
}

/** Requests of the centre, newest first: neither the device nor who uses it is known of them. */
function requestsElsewhere({ requests, filed }: ServiceFacts): readonly Day[] {
  const here = new Set(filed.map(({ trackingCode }) => trackingCode))
  return requests
    .filter(({ kind, status }) => kind === 'ORTHO_PROSTHESIS' && counts(status))
    .filter(({ trackingCode }) => !here.has(trackingCode))
    .map(({ filedOn }) => filedOn)
    .sort((a, b) => (a < b ? 1 : -1))
}

/** The person himself, then those entitled today; others too, for a prescription of an earlier day. */
function usersOf({ identity, dependants, parameters, today }: ServiceFacts) {
  const entitled = (dependant: ServiceFacts['dependants'][number]) =>
    judgeDependant({ dependant, insuredDeathDate: null, parameters, on: today }).decision.entitled
  const own = { id: identity.personId, label: `${identity.firstName} ${identity.lastName}` }
  const others = dependants
    .toSorted((a, b) => Number(entitled(b)) - Number(entitled(a)))
    .map(({ personId, fullName }) => ({ id: personId, label: fullName }))
  const seen = new Set<string>()
  return [own, ...others].filter(({ id }) => !seen.has(id) && seen.add(id))
}

function countFaults({ device, count }: AssistiveDeviceForm): readonly FieldFault[] {
  const { most } = DEVICES[device]
  if (most === 1) return count === null ? [] : [{ field: 'count', fault: 'not-asked' }]
  if (count === null) return [{ field: 'count', fault: 'required' }]
  return count > most ? [{ field: 'count', fault: 'too-many-pieces', values: { most } }] : []
}

function piecesOf({ device, count }: TypedDevice): number {
  return device !== undefined && DEVICES[device].most > 1 ? (count ?? 1) : 1
}

/** Orthoses and prostheses. @law Social Security Act, arts. 54, 58, 89; tariff of Azar 1404; domain brief §3.7 */
export const assistiveDeviceService: CitizenService<
  'ORTHO_PROSTHESIS',
  typeof AssistiveDeviceForm
> = {
  kind: 'ORTHO_PROSTHESIS',
  role: 'INSURED',
  part: null,
  paysToAccount: true,
  form: AssistiveDeviceForm,

  judge: (typed, facts) =>
    decideDevice({
      right: rightOf(facts),
      user: userOf(typed.user, facts),
      device: typed.device ?? null,
      count: piecesOf(typed),
      prescriptionDate: typed.prescriptionDate ?? null,
      invoiceAmount: typed.invoiceAmount ?? null,
      earlier: earlierOf(typed.user, facts),
      requestsElsewhere: requestsElsewhere(facts),
      parameters: facts.parameters,
      today: facts.today,
    }),

  papers({ device }) {
    const row = device === undefined ? undefined : DEVICES[device]
    return [
      { code: 'PRESCRIPTION', required: true },
      { code: 'STAMPED_INVOICE', required: true },
      ...(row?.needsPhysician ? [{ code: 'PHYSICIAN_OPINION', required: true } as const] : []),
      ...(row?.extraPapers ?? []).map((code) => ({ code, required: false })),
    ]
  },

  /** Where nobody else can be meant. */
  prefill: (facts) => (facts.dependants.length > 0 ? {} : { user: facts.identity.personId }),

  choices: (facts) => ({ user: usersOf(facts) }),

  /**
   * Several devices, and those of several persons, may be under way side by side. The rule itself refuses the same one,
   * so that the form stays open for another.
   */
  isSameAs: () => false,

  faults: (form, { today }) => [
    ...countFaults(form),
    ...(form.prescriptionDate > today
      ? [{ field: 'prescriptionDate', fault: 'future' } as const]
      : []),
    ...(form.invoiceDate > today ? [{ field: 'invoiceDate', fault: 'future' } as const] : []),
  ],
}
