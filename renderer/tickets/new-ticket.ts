import { computed, reactive, ref, shallowRef, watch } from 'vue'
import type { Input } from '#core/contract.ts'
import type { CitizenRole, SearchHit } from '#core/citizens/citizen.model.ts'
import { toLatinDigits } from '#core/kernel/digits.ts'
import type { RefusalData } from '#core/kernel/refusal.ts'
import { MOST_ENCLOSURES } from '#core/tickets/enclosure.rules.ts'
import type { TicketChannel, TicketDetail } from '#core/tickets/ticket.model.ts'
import { base64Of } from '../client/base64.ts'
import { call } from '../client/call.ts'
import { newIdempotencyKey } from '../client/idempotency.ts'
import { faultText } from '../ui/refusal-text.ts'
import { fileChoice, type ChosenFile } from './chosen-file.ts'
import { useTicketChoices } from './choices.store.ts'

/** Whose ticket it is: null of a visit where nobody's file is open. */
export interface NewTicketOf {
  readonly visitId: string | null
  readonly role: CitizenRole | null
}

interface Typed {
  channel: TicketChannel
  who: 'CITIZEN' | 'STRANGER'
  name: string
  number: string
  subject: string
  about: string
  text: string
}

type Field = 'caller' | 'name' | 'number' | 'subject' | 'text' | 'voice'

const LEAST_TEXT = 5
const LEAST_NAME = 2
const CALLER_NUMBER = /^\+?\d{3,15}$/

/** The form of a new ticket: typed, checked, registered once, and its enclosures sent one after the other. */
export function newTicket({ visitId, role }: NewTicketOf) {
  const choices = useTicketChoices()
  const key = newIdempotencyKey()
  const typed = reactive<Typed>({
    channel: visitId === null ? 'PHONE' : 'BRANCH',
    who: 'CITIZEN',
    ...{ name: '', number: '', subject: '', about: '', text: '' },
  })
  const citizen = shallowRef<SearchHit | null>(null)
  const voice = shallowRef<ChosenFile | null>(null)
  const enclosures = shallowRef<readonly ChosenFile[]>([])
  const isSent = ref(false)
  const isBusy = ref(false)
  const refusal = shallowRef<RefusalData | null>(null)
  const registered = shallowRef<TicketDetail | null>(null)
  const voices = fileChoice('voice')
  const pictures = fileChoice('enclosure')
  const group = computed(
    () => choices.subjects.find(({ value }) => value === typed.subject)?.group ?? null,
  )
  const mayEnclose = computed(() => enclosures.value.length < MOST_ENCLOSURES)
  watch(group, (next) => {
    if (next !== 'STAFF') typed.about = ''
  })

  /** What is missing or wrong, by field, once it was sent. */
  const faults = computed((): Partial<Record<Field, string>> => {
    if (!isSent.value) return {}
    const isStranger = visitId === null && typed.who === 'STRANGER'
    const number = toLatinDigits(typed.number.trim())
    const wrong: readonly (readonly [Field, string, boolean])[] = [
      ['caller', 'required', visitId === null && !isStranger && citizen.value === null],
      ['name', 'required', isStranger && typed.name.trim().length < LEAST_NAME],
      ['number', 'format', isStranger && number !== '' && !CALLER_NUMBER.test(number)],
      ['subject', 'required', typed.subject === ''],
      ['text', 'too_small', typed.text.trim().length < LEAST_TEXT],
      ['voice', 'required', typed.channel === 'VOICE' && voice.value === null],
    ]
    return Object.fromEntries(
      wrong.filter(([, , isWrong]) => isWrong).map(([field, fault]) => [field, faultText(fault)]),
    )
  })

  function callerOf(): Input<'tickets.register'>['caller'] | undefined {
    if (visitId !== null) return { by: 'VISIT', visitId }
    if (typed.who === 'STRANGER') {
      const number = typed.number.trim()
      return { by: 'STRANGER', name: typed.name.trim(), number: number === '' ? null : number }
    }
    return citizen.value ? { by: 'CITIZEN', citizenId: citizen.value.citizenId } : undefined
  }
  async function chooseVoice(file: File | undefined): Promise<void> {
    voice.value = (await voices.read(file)) ?? voice.value
  }
  async function enclose(file: File | undefined): Promise<void> {
    const chosen = await pictures.read(file)
    if (chosen && mayEnclose.value) enclosures.value = [...enclosures.value, chosen]
  }
  function leaveOut(file: ChosenFile): void {
    enclosures.value = enclosures.value.filter((one) => one !== file)
    refusal.value = null
  }
  /** Registers, then sends what is enclosed; true when all of it is there. Sent again, it goes on where it stopped. */
  async function send(): Promise<boolean> {
    isSent.value = true
    const caller = callerOf()
    if (Object.keys(faults.value).length > 0 || !caller || isBusy.value) return false
    isBusy.value = true
    refusal.value = null
    const done = (await register(caller)) && (await sendEnclosures())
    isBusy.value = false
    return done
  }
  async function register(caller: Input<'tickets.register'>['caller']): Promise<boolean> {
    if (registered.value) return true
    const { about, channel, subject, text } = typed
    const reply = await call('tickets.register', {
      ...{ idempotencyKey: key, caller, channel, role, subject, text },
      aboutClerkId: about === '' ? null : about,
      voice: channel === 'VOICE' && voice.value ? base64Of(voice.value.bytes) : null,
    })
    if (reply.ok) registered.value = reply.value
    else refusal.value = reply.refusal
    return reply.ok
  }
  async function sendEnclosures(): Promise<boolean> {
    const ticketId = registered.value?.ticketId ?? ''
    for (const file of enclosures.value) {
      const bytes = base64Of(file.bytes)
      const reply = await call('tickets.attach', { ticketId, visitId, title: file.name, bytes })
      if (!reply.ok) {
        refusal.value = reply.refusal
        return false
      }
      enclosures.value = enclosures.value.filter((one) => one !== file)
    }
    return true
  }
  return {
    ...{ typed, citizen, voice, enclosures, group, faults, isBusy, refusal, registered },
    ...{ mayEnclose, voiceFault: voices.fault, pictureFault: pictures.fault },
    ...{ chooseVoice, enclose, leaveOut, send },
  }
}
