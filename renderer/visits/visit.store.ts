import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type {
  CitizenFile,
  CitizenRole,
  RoleState,
  SearchHit,
  SearchKind,
} from '#core/citizens/citizen.model.ts'
import type { Reply } from '#core/kernel/reply.ts'
import type { BeginVisit } from '#core/visits/visit.model.ts'
import { call } from '../client/call.ts'
import { forgetCitizen, whenForgotten } from '../client/forget.ts'

const NUMBERS_OF_A_ROLE: ReadonlySet<SearchKind> = new Set([
  'INSURANCE_NUMBER',
  'PENSION_NUMBER',
  'WORKSHOP_CODE',
  'LEGAL_ID',
  'TRACKING_CODE',
])

/** The part of a role that a number led to. */
interface FoundPart {
  readonly role: CitizenRole | null
  readonly tab: 'requests' | 'tickets'
}

/** Who stands at the counter, and the file that the visit opened. */
export const useVisit = defineStore('visits', () => {
  const file = shallowRef<CitizenFile | null>(null)
  const role = ref<CitizenRole | null>(null)
  /** The clerk went to this role, or a number of it was searched for. */
  const isRoleMeant = ref(false)
  /** The roles are looked at side by side. */
  const isOverview = ref(false)
  /** The number that the search found, so that the screen opens that very thing. */
  const target = ref<string | null>(null)
  /** A request or ticket was found by its tracking code: in this role that part comes first. */
  const foundPart = shallowRef<FoundPart | null>(null)
  /** The citizen of the last visit, for Ctrl+Shift+T: only his internal number. */
  const last = ref<number | null>(null)
  const visitId = computed(() => file.value?.visit.visitId ?? null)

  const held = (state: RoleState) => state.held
  const firstRole = (opened: CitizenFile) => opened.roles.find(held)?.role ?? null

  /** Shows an opened file in the role that was asked for, if the citizen holds it. */
  function show(opened: CitizenFile, wanted: CitizenRole | null, number: string | null): void {
    file.value = opened
    const state = opened.roles.find((one) => one.role === wanted)
    role.value = state?.held ? state.role : firstRole(opened)
    target.value = number
    last.value = opened.citizenId
  }
  /** Begins the visit; the earlier citizen leaves the screen before the next one comes. */
  async function begin(
    order: BeginVisit,
    found: Pick<SearchHit, 'role' | 'target' | 'kind'> | null,
  ): Promise<Reply<CitizenFile>> {
    const reply = await call('visits.begin', order)
    if (reply.ok) {
      forgetCitizen()
      show(reply.value, found?.role ?? null, found?.target ?? null)
      isRoleMeant.value = found !== null && NUMBERS_OF_A_ROLE.has(found.kind)
      if (found?.kind === 'TRACKING_CODE') foundPart.value = { role: role.value, tab: 'requests' }
      if (found?.kind === 'TICKET_CODE') foundPart.value = { role: role.value, tab: 'tickets' }
    }
    return reply
  }
  /** The visit that was left open by a crash or a lock. */
  async function resume(): Promise<void> {
    const reply = await call('visits.current', null)
    if (reply.ok && reply.value && file.value === null) show(reply.value, null, null)
  }
  /** Reads the header again: after a filing, or when the data of the counter changed. */
  async function refresh(): Promise<void> {
    const id = visitId.value
    if (id === null) return
    const reply = await call('citizens.file', id)
    if (reply.ok && visitId.value === id) file.value = reply.value
  }
  /** Ends the visit. The screen is cleared at once, whatever the office answers. */
  async function end(): Promise<void> {
    const id = visitId.value
    forgetCitizen()
    if (id !== null) await call('visits.end', id)
  }
  function select(wanted: CitizenRole): void {
    if (file.value?.roles.find((one) => one.role === wanted)?.held) {
      role.value = wanted
      isRoleMeant.value = true
      isOverview.value = false
    }
  }
  /** Shows the roles side by side, where there are several. */
  function showOverview(): void {
    isOverview.value = (file.value?.roles.filter(held).length ?? 0) > 1
  }
  whenForgotten(() => {
    file.value = null
    role.value = null
    isRoleMeant.value = false
    isOverview.value = false
    target.value = null
    foundPart.value = null
  })
  return {
    file,
    role,
    isRoleMeant,
    isOverview,
    target,
    foundPart,
    last,
    visitId,
    begin,
    resume,
    refresh,
    end,
    select,
    showOverview,
  }
})
