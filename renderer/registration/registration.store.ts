import { defineStore } from 'pinia'
import { computed, reactive, ref, shallowRef, watch } from 'vue'
import type { Input } from '#core/contract.ts'
import { toLatinDigits, toPersianDigits } from '#core/kernel/digits.ts'
import type { Day } from '#core/kernel/day.ts'
import { checkMobile } from '#core/kernel/identifiers.ts'
import type { RefusalData } from '#core/kernel/refusal.ts'
import type { SentCode } from '#core/messages/one-time-codes.model.ts'
import type { RegisteredPerson } from '#core/registration/registration.model.ts'
import {
  isForeigner,
  registrationWarnings,
  type RegistrationAges,
} from '#core/registration/registration.rules.ts'
import { call } from '../client/call.ts'
import { whenForgotten } from '../client/forget.ts'
import { newIdempotencyKey } from '../client/idempotency.ts'
import { latest } from '../client/latest.ts'
import { loaded } from '../client/load.ts'
import { emptyNewcomer, type StepId } from './newcomer-fields.ts'
import {
  isGuarded,
  newcomerFaults,
  newcomerForm,
  newcomerOfDraft,
  readableForm,
  typedDay,
} from './typed-newcomer.ts'

/** What is typed goes to the office so long after the last key. */
const DRAFT_PAUSE_MS = 300

/** The one newcomer that this clerk registers: what is typed, whom the data has already, and the code. */
export const useRegistration = defineStore('registration', () => {
  const typed = reactive(emptyNewcomer())
  const today = shallowRef<Day | null>(null)
  const ages = shallowRef<RegistrationAges | null>(null)
  const step = ref<StepId>('identity')
  const isReady = ref(false)
  const isRestored = ref(false)
  /** What the search took over while a draft was there: nothing that was typed is lost. */
  const waitingText = ref('')
  const left = reactive(new Set<string>())
  const isSent = ref(false)
  const code = ref('')
  const sent = shallowRef<SentCode | null>(null)
  const busy = ref<'code' | 'registering' | null>(null)
  const refusal = shallowRef<RefusalData | null>(null)
  const done = shallowRef<RegisteredPerson | null>(null)
  const draft = ref<'none' | 'saving' | 'saved' | 'refused'>('none')
  let key = newIdempotencyKey()
  let timer: ReturnType<typeof setTimeout> | undefined
  let quiet = false
  /** A save whose answer comes after a newer one, or after the form was emptied, says nothing. */
  let turn = 0

  const asking = latest((question: Input<'registration.ask'>) => call('registration.ask', question))
  const answer = computed(() => loaded(asking.load.value))
  const day = computed(() =>
    today.value && ages.value ? { today: today.value, ages: ages.value } : null,
  )
  const guarded = computed(() => (day.value ? isGuarded(typed, day.value) : false))
  const readable = computed(() => (day.value ? readableForm(typed, day.value) : {}))
  const warnings = computed(() =>
    day.value ? registrationWarnings(readable.value, day.value) : [],
  )
  const allFaults = computed((): Readonly<Record<string, string>> => {
    if (!day.value) return {}
    const faults: Record<string, string> = { ...newcomerFaults(typed, day.value) }
    if (answer.value?.existing) faults['personId'] = 'person-known'
    if (answer.value?.mobileTaken) faults['mobile'] = 'mobile-taken'
    const isLooked = typed.othersReason.trim().length >= SHORTEST_REASON
    if (answer.value && answer.value.namesakes.length > 0 && !isLooked)
      faults['othersReason'] = 'namesakes-unseen'
    return faults
  })
  /** What is told already: of a field that was left, and of all once the clerk tried to register. */
  const faults = computed(() =>
    Object.fromEntries(
      Object.entries(allFaults.value).filter(([field]) => isSent.value || left.has(field)),
    ),
  )
  const asked = computed(() => ({
    isGuarded: guarded.value,
    isByCourt: typed.guardianKind === 'COURT',
    isForeigner: isForeigner(readable.value),
  }))
  const steps = computed((): readonly StepId[] => [
    'identity',
    'contact',
    ...(guarded.value ? (['guardian'] as const) : []),
    'papers',
    'review',
  ])

  function ask(): void {
    if (!today.value) return
    const birthDate = typedDay(typed.birthDate, today.value) ?? null
    const { personId, firstName, lastName, fatherName, mobile } = typed
    void asking.ask({ personId, firstName, lastName, fatherName, birthDate, mobile })
  }
  function leave(field: string): void {
    if (String(typed[field as keyof typeof typed]) !== '') left.add(field)
    if (ASKED.has(field)) ask()
  }

  async function open(now: Day, text = ''): Promise<void> {
    today.value = now
    if (done.value) reset()
    if (isReady.value) {
      if (text !== '') take(text)
      return
    }
    const [known, kept] = await Promise.all([
      call('registration.ages', null),
      call('registration.draft', null),
    ])
    if (!known.ok) refusal.value = known.refusal
    else {
      const { majority, highest } = known.value
      ages.value = { majority: majority ?? undefined, highest: highest ?? undefined }
    }
    if (kept.ok && kept.value) {
      put(newcomerOfDraft(kept.value.form))
      isRestored.value = true
      draft.value = 'saved'
      ask()
    }
    isReady.value = true
    if (text !== '') take(text)
  }
  /** The text of the search becomes the first field that it fits, unless something is typed already. */
  function take(text: string): void {
    const isEmpty = typed.personId === '' && typed.firstName === '' && typed.lastName === ''
    if (!isEmpty) {
      waitingText.value = text
      return
    }
    const digits = toLatinDigits(text).replace(/[\s\u200c-]/g, '')
    const mobile = checkMobile(digits)
    if (/^\+?\d+$/.test(digits)) {
      if (mobile.ok && /^(\+|0)/.test(digits)) typed.mobile = toPersianDigits(mobile.value)
      else typed.personId = toPersianDigits(digits)
    } else {
      const [first = '', ...rest] = text.trim().split(/\s+/)
      typed.firstName = first
      typed.lastName = rest.join(' ')
    }
    ask()
  }
  function put(form: ReturnType<typeof emptyNewcomer>): void {
    quiet = true
    Object.assign(typed, form)
    queueMicrotask(() => (quiet = false))
  }

  watch(
    typed,
    () => {
      if (quiet || !isReady.value || done.value) return
      refusal.value = null
      clearTimeout(timer)
      timer = setTimeout(() => void save(), DRAFT_PAUSE_MS)
    },
    { deep: true, flush: 'sync' },
  )
  async function save(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    const mine = ++turn
    draft.value = 'saving'
    const reply = await call('registration.saveDraft', {
      form: { ...typed, papers: [...typed.papers] },
    })
    if (mine === turn) draft.value = reply.ok ? 'saved' : 'refused'
  }
  const flush = () => (timer === undefined ? Promise.resolve() : save())

  async function sendCode(): Promise<boolean> {
    busy.value = 'code'
    const { personId, mobile } = typed
    const reply = await call('registration.sendCode', { personId, mobile })
    busy.value = null
    refusal.value = reply.ok ? null : reply.refusal
    if (reply.ok) {
      sent.value = reply.value
      code.value = ''
    }
    return reply.ok
  }
  /** Registers; the first field that is wrong where something is. */
  async function register(): Promise<string | undefined> {
    if (!today.value || busy.value) return undefined
    isSent.value = true
    const [wrong] = Object.keys(allFaults.value)
    if (wrong !== undefined) return wrong
    busy.value = 'registering'
    clearTimeout(timer)
    timer = undefined
    const ids = answer.value?.namesakes.map(({ citizenId }) => citizenId) ?? []
    const reply = await call('registration.register', {
      idempotencyKey: key,
      form: newcomerForm(typed, today.value),
      others: ids.length === 0 ? null : { citizenIds: ids, reason: typed.othersReason },
      code: typed.mobile.trim() === '' ? null : code.value,
    })
    busy.value = null
    if (!reply.ok) {
      refusal.value = reply.refusal
      ask()
      const field = reply.refusal.field?.replace(/^form\./, '')
      return field === 'others' ? 'othersReason' : field
    }
    reset()
    done.value = reply.value
    return undefined
  }
  function reset(): void {
    clearTimeout(timer)
    timer = undefined
    turn++
    put(emptyNewcomer())
    left.clear()
    asking.clear()
    isSent.value = isRestored.value = false
    refusal.value = sent.value = done.value = null
    code.value = ''
    draft.value = 'none'
    step.value = 'identity'
    key = newIdempotencyKey()
  }
  async function discard(): Promise<void> {
    const text = waitingText.value
    reset()
    waitingText.value = ''
    await call('registration.discardDraft', null)
    if (text !== '') take(text)
  }
  whenForgotten(() => {
    void flush()
    reset()
    isReady.value = false
    waitingText.value = ''
  })
  return {
    ...{ typed, day, step, steps, isReady, isRestored, waitingText, code, sent, busy, refusal },
    ...{ done, draft, answer, asked, readable, warnings, allFaults, faults, open, leave },
    ...{ sendCode, register, discard, reset, flush },
  }
})

const SHORTEST_REASON = 5
/** Fields by which the office knows whether somebody is there already. */
const ASKED: ReadonlySet<string> = new Set([
  'personId',
  'firstName',
  'lastName',
  'fatherName',
  'birthDate',
  'mobile',
])
