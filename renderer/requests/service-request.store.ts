import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import type { Input } from '#core/contract.ts'
import type { RefusalData } from '#core/kernel/refusal.ts'
import type { DraftForm, FileableKind, FiledRequest } from '#core/requests/request.model.ts'
import { call } from '../client/call.ts'
import { whenForgotten } from '../client/forget.ts'
import { newIdempotencyKey } from '../client/idempotency.ts'
import { latest } from '../client/latest.ts'
import { loaded } from '../client/load.ts'
import { draftKeeper } from './draft-keeper.ts'
import {
  fieldOfFault,
  fieldsOf,
  filedForm,
  formFaults,
  readForm,
  writeForm,
  type FormFault,
  type FormFaults,
} from './form-values.ts'
import type { TypedForm } from './service-form.ts'
import { serviceForms } from './service-forms.ts'

/** How long the clerk must pause before the rule is asked again. */
export const ASSESS_PAUSE_MS = 250

type Block = 'open-request' | 'no-account' | 'not-entitled'
type FiledInput = Input<'requests.file'>['request']

/** A request from the first look at the file to its tracking code. */
export const useServiceRequest = defineStore('requests/service', () => {
  const visitId = ref<string | null>(null)
  const kind = ref<FileableKind>('MARRIAGE')
  const service = computed(() => serviceForms[kind.value])
  const form = ref<TypedForm>({})
  const assessing = latest((visit: string, typed: DraftForm) =>
    call('requests.assess', { visitId: visit, kind: kind.value, form: typed }),
  )
  const keeper = draftKeeper((of, typed) => call('requests.saveDraft', { ...of, form: typed }))
  const faults = ref<FormFaults>({})
  /** The form came from a draft of an earlier time. */
  const isRestored = ref(false)
  /** What the draft says where the form was opened on something else: nothing that was typed is lost. */
  const setAside = shallowRef<DraftForm>({})
  const isReady = ref(false)
  const isFiling = ref(false)
  const refusal = shallowRef<RefusalData | null>(null)
  const filed = shallowRef<FiledRequest | null>(null)
  /** Kept until the office answers with the request: pressed again, it is filed once. */
  let key: string | undefined
  let turn = 0
  let asked: DraftForm = {}
  /** What the data filled in last, so that another person's takes its place. */
  let filledIn: DraftForm = {}
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
    if (assessment.value.lacksAccount) return 'no-account'
    return assessment.value.decision?.entitled === false ? 'not-entitled' : undefined
  })
  /** Something that the verdict supposes was not confirmed yet. */
  const isConditional = computed(() =>
    fieldsOf(service.value).some(
      ({ id, input }) => input.as === 'condition' && form.value[id] === null,
    ),
  )
  /** What the verdict depends on: everything but what came on paper and what was remarked. */
  function grounds({ papers: _, note: _note, ...rest }: DraftForm): string {
    return JSON.stringify(rest)
  }

  /** Reads the draft and what the law says before anything is typed; `given` goes before what the draft says. */
  async function open(visit: string, wanted: FileableKind, given: DraftForm = {}): Promise<void> {
    const mine = ++turn
    keeper.release()
    kind.value = wanted
    reset()
    asked = given
    visitId.value = visit
    const draft = await call('requests.draft', { visitId: visit, kind: wanted })
    if (mine !== turn) return
    const kept = draft.ok ? draft.value : null
    await assessing.ask(visit, { ...kept?.form, ...given })
    if (mine !== turn) return
    if (!draft.ok) refusal.value = draft.refusal
    if (!assessment.value) return
    fill({ ...assessment.value.prefilled, ...kept?.form, ...given })
    setAside.value = differing(kept?.form ?? {}, given)
    if (kept) keeper.restored(kept.savedAt)
    isRestored.value = kept !== null
    isReady.value = true
  }
  /** Back to what the draft says. */
  function takeBack(): void {
    form.value = readForm(service.value, { ...writeForm(form.value), ...setAside.value })
    setAside.value = {}
  }
  function fill(from: DraftForm): void {
    form.value = readForm(service.value, from)
    const typed = writeForm(form.value)
    written = JSON.stringify(typed)
    judged = grounds(typed)
  }
  function reset(): void {
    clearTimeout(timer)
    assessing.clear()
    fill({})
    faults.value = {}
    isRestored.value = false
    setAside.value = {}
    isReady.value = false
    isFiling.value = false
    refusal.value = null
    filed.value = null
    key = undefined
    asked = {}
    filledIn = {}
    visitId.value = null
  }
  watch(
    form,
    () => {
      const visit = visitId.value
      if (visit === null || !isReady.value || filed.value) return
      const typed = writeForm(form.value)
      const words = JSON.stringify(typed)
      if (words === written) return
      written = words
      keeper.keep({ visitId: visit, kind: kind.value }, typed)
      recheck()
      if (grounds(typed) === judged) return
      judged = grounds(typed)
      clearTimeout(timer)
      timer = setTimeout(() => void assess(visit, typed), ASSESS_PAUSE_MS)
    },
    { deep: true },
  )
  async function assess(visit: string, typed: DraftForm): Promise<void> {
    await assessing.ask(visit, typed)
    const { filled } = assessment.value ?? { filled: {} }
    for (const [field, value] of Object.entries(filled)) {
      const now = form.value[field]
      if (now === '' || now === filledIn[field]) form.value[field] = value
    }
    filledIn = filled
  }
  const faultsNow = () => formFaults(service.value, form.value, required.value)
  /** A field that was wrong is looked at again while it is corrected. */
  function recheck(): void {
    const now = faultsNow()
    const still: Record<string, FormFault> = {}
    for (const path of Object.keys(faults.value)) {
      const fault = now[path]
      if (fault !== undefined) still[path] = fault
    }
    faults.value = still
  }
  /** The clerk left a field: it is checked, unless it is still empty, and the draft goes out. */
  function leave(field: string): void {
    const found = Object.entries(faultsNow()).filter(
      ([path, { fault }]) => fieldOfFault(path) === field && fault !== 'required',
    )
    faults.value = { ...faults.value, ...Object.fromEntries(found) }
    void keeper.flush()
  }
  function receive(codes: readonly string[]): void {
    form.value['papers'] = [...codes]
  }
  function receiveAll(): void {
    receive((assessment.value?.papers ?? []).map((one) => one.code))
  }
  /** Whether the whole form can be filed; what is wrong is told at its fields. */
  function check(): boolean {
    faults.value = faultsNow()
    return Object.keys(faults.value).length === 0
  }

  /** Files once. What is wrong is told at its fields, nothing is sent then. */
  async function file(): Promise<void> {
    const visit = visitId.value
    if (visit === null || !isReady.value || isFiling.value || filed.value || block.value) return
    if (!check()) return
    const mine = turn
    isFiling.value = true
    refusal.value = null
    await keeper.flush()
    key ??= newIdempotencyKey()
    const reply = await call('requests.file', {
      visitId: visit,
      idempotencyKey: key,
      // Checked against the schema of this very kind, here and again in the office.
      request: { kind: kind.value, form: filedForm(service.value, form.value) } as FiledInput,
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
    const path = /^request\.form\.(.+)$/.exec(why.field ?? '')?.[1]
    if (why.code === 'invalid-input' && path !== undefined && fieldOfFault(path) in form.value) {
      const isLacking = path === 'papers' && why.fault === 'required'
      const fault = isLacking ? 'papers' : (why.fault ?? 'format')
      const values = why.values ? { values: why.values } : {}
      faults.value = { ...faults.value, [path]: { fault, ...values } }
    } else refusal.value = why
    if (why.code === 'conflict' || why.code === 'rule')
      await assessing.ask(visit, writeForm(form.value))
  }
  /** Asks the rule and the box again, as after a scan was put in; a paper that is there now counts as received. */
  async function reassess(): Promise<void> {
    const visit = visitId.value
    if (visit === null || !isReady.value) return
    await assessing.ask(visit, writeForm(form.value))
    const inBox = (assessment.value?.papers ?? []).filter(({ inBox: proof }) => proof !== null)
    const received = Array.isArray(form.value['papers'])
      ? (form.value['papers'] as readonly string[])
      : []
    receive([...new Set([...received, ...inBox.map(({ code }) => code)])])
  }
  /** Throws the draft away and starts with what the file knows. */
  async function discard(): Promise<void> {
    const visit = visitId.value
    if (visit === null) return
    await keeper.drop()
    const reply = await call('requests.discardDraft', { visitId: visit, kind: kind.value })
    if (reply.ok) await open(visit, kind.value, asked)
    else refusal.value = reply.refusal
  }
  whenForgotten(() => {
    turn++
    keeper.release()
    reset()
  })
  return {
    ...{ visitId, kind, service, form, assessing: assessing.load, assessment, required },
    ...{ draft: keeper.state, faults, isRestored, isReady, isFiling, refusal, filed, block },
    ...{ isConditional, open, leave, flush: keeper.flush, receive, receiveAll, check, file },
    ...{ reassess, discard, setAside, takeBack },
  }
})

/** The fields of a draft that say something else than what was asked for. */
function differing(draft: DraftForm, given: DraftForm): DraftForm {
  return Object.fromEntries(
    Object.entries(draft).filter(
      ([field, value]) => field in given && value !== '' && value !== given[field],
    ),
  )
}
