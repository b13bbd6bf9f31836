import { defineStore } from 'pinia'
import { computed, reactive, ref, shallowRef, watch } from 'vue'
import type { RefusalData } from '#core/kernel/refusal.ts'
import type { DraftForm, FiledRequest } from '#core/requests/request.model.ts'
import { call } from '../client/call.ts'
import { whenForgotten } from '../client/forget.ts'
import { newIdempotencyKey } from '../client/idempotency.ts'
import { latest } from '../client/latest.ts'
import { loaded } from '../client/load.ts'
import { draftKeeper } from './draft-keeper.ts'
import {
  filedMarriage,
  MARRIAGE_ANSWERS,
  MARRIAGE_FIELDS,
  marriageFaults,
  readMarriage,
  writeMarriage,
  type MarriageField,
} from './marriage-form.ts'

const KIND = 'MARRIAGE'
/** How long the clerk must pause before the rule is asked again. */
export const ASSESS_PAUSE_MS = 250

type Block = 'open-request' | 'no-account' | 'not-entitled'

/** A request for the marriage allowance from the first look at the file to its tracking code. */
export const useMarriageRequest = defineStore('requests/marriage', () => {
  const visitId = ref<string | null>(null)
  const form = reactive(readMarriage({}))
  const assessing = latest((visit: string, typed: DraftForm) =>
    call('requests.assess', { visitId: visit, kind: KIND, form: typed }),
  )
  const keeper = draftKeeper((visit, typed) =>
    call('requests.saveDraft', { visitId: visit, kind: KIND, form: typed }),
  )
  const faults = ref<Readonly<Partial<Record<MarriageField, string>>>>({})
  /** The form came from a draft of an earlier time. */
  const isRestored = ref(false)
  const isReady = ref(false)
  const isFiling = ref(false)
  const refusal = shallowRef<RefusalData | null>(null)
  const filed = shallowRef<FiledRequest | null>(null)
  /** Kept until the office answers with the request: pressed again, it is filed once. */
  let key: string | undefined
  let turn = 0
  let written = ''
  let judged = ''
  let timer: ReturnType<typeof setTimeout> | undefined

  const assessment = computed(() => loaded(assessing.load.value))
  const required = computed(() =>
    (assessment.value?.papers ?? []).filter((one) => one.required).map((one) => one.code),
  )
  const block = computed((): Block | undefined => {
    if (!assessment.value) return undefined
    if (assessment.value.openRequest) return 'open-request'
    if (!assessment.value.hasAccount) return 'no-account'
    return assessment.value.decision?.entitled === false ? 'not-entitled' : undefined
  })
  /** What the verdict depends on. */
  const grounds = (typed: DraftForm) =>
    JSON.stringify([typed['marriageDate'], ...MARRIAGE_ANSWERS.map((one) => typed[one])])

  /** Reads the draft and what the law says before anything is typed. */
  async function open(visit: string): Promise<void> {
    const mine = ++turn
    keeper.release()
    reset()
    visitId.value = visit
    const draft = await call('requests.draft', { visitId: visit, kind: KIND })
    if (mine !== turn) return
    const kept = draft.ok ? draft.value : null
    await assessing.ask(visit, kept?.form ?? {})
    if (mine !== turn) return
    if (!draft.ok) refusal.value = draft.refusal
    if (!assessment.value) return
    fill({ ...assessment.value.prefilled, ...kept?.form })
    if (kept) keeper.restored(kept.savedAt)
    isRestored.value = kept !== null
    isReady.value = true
  }
  function fill(from: DraftForm): void {
    Object.assign(form, readMarriage(from))
    const typed = writeMarriage(form)
    written = JSON.stringify(typed)
    judged = grounds(typed)
  }
  function reset(): void {
    clearTimeout(timer)
    assessing.clear()
    fill({})
    faults.value = {}
    isRestored.value = false
    isReady.value = false
    isFiling.value = false
    refusal.value = null
    filed.value = null
    key = undefined
    visitId.value = null
  }
  watch(form, () => {
    const visit = visitId.value
    if (visit === null || !isReady.value || filed.value) return
    const typed = writeMarriage(form)
    const words = JSON.stringify(typed)
    if (words === written) return
    written = words
    keeper.keep(visit, typed)
    recheck()
    if (grounds(typed) === judged) return
    judged = grounds(typed)
    clearTimeout(timer)
    timer = setTimeout(() => void assessing.ask(visit, typed), ASSESS_PAUSE_MS)
  })
  /** A field that was wrong is looked at again while it is corrected. */
  function recheck(): void {
    const now = marriageFaults(form, required.value)
    const still: Partial<Record<MarriageField, string>> = {}
    for (const field of MARRIAGE_FIELDS)
      if (faults.value[field] !== undefined && now[field] !== undefined) still[field] = now[field]
    faults.value = still
  }
  /** The clerk left a field: it is checked, unless it is still empty, and the draft goes out. */
  function leave(field: MarriageField): void {
    const fault = marriageFaults(form, required.value)[field]
    if (fault !== undefined && fault !== 'required')
      faults.value = { ...faults.value, [field]: fault }
    void keeper.flush()
  }
  function receiveAll(): void {
    const codes = (assessment.value?.papers ?? []).map((one) => one.code)
    form.papers = readMarriage({ papers: codes }).papers
  }

  /** Files once. What is wrong is told at its fields, nothing is sent then. */
  async function file(): Promise<void> {
    const visit = visitId.value
    if (visit === null || !isReady.value || isFiling.value || filed.value || block.value) return
    faults.value = marriageFaults(form, required.value)
    if (Object.keys(faults.value).length > 0) return
    const mine = turn
    isFiling.value = true
    refusal.value = null
    await keeper.flush()
    key ??= newIdempotencyKey()
    const reply = await call('requests.file', {
      visitId: visit,
      idempotencyKey: key,
      request: { kind: KIND, form: filedMarriage(form) },
    })
    if (mine !== turn) return
    isFiling.value = false
    if (reply.ok) {
      key = undefined
      filed.value = reply.value
      await keeper.drop()
    } else await tell(visit, reply.refusal)
  }
  /** A refusal stands at its field where it names one; where somebody was faster, the file is read again. */
  async function tell(visit: string, why: RefusalData): Promise<void> {
    const named = why.field?.split('.').at(-1)
    const field = MARRIAGE_FIELDS.find((one) => one === named)
    if (why.code === 'invalid-input' && field) {
      const fault = field === 'papers' ? 'papers' : (why.fault ?? 'format')
      faults.value = { ...faults.value, [field]: fault }
    } else refusal.value = why
    if (why.code === 'conflict' || why.code === 'rule')
      await assessing.ask(visit, writeMarriage(form))
  }
  /** Throws the draft away and starts with what the file knows. */
  async function discard(): Promise<void> {
    const visit = visitId.value
    if (visit === null) return
    await keeper.drop()
    const reply = await call('requests.discardDraft', { visitId: visit, kind: KIND })
    if (reply.ok) await open(visit)
    else refusal.value = reply.refusal
  }
  whenForgotten(() => {
    turn++
    keeper.release()
    reset()
  })
  return {
    visitId,
    form,
    assessing: assessing.load,
    assessment,
    required,
    draft: keeper.state,
    faults,
    isRestored,
    isReady,
    isFiling,
    refusal,
    filed,
    block,
    open,
    leave,
    flush: keeper.flush,
    receiveAll,
    file,
    discard,
  }
})
