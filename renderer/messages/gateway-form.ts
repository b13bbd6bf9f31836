import { reactive, shallowRef, watch } from 'vue'
import { toLatinDigits, toPersianDigits } from '#core/kernel/digits.ts'
import type { RefusalData } from '#core/kernel/refusal.ts'
import {
  GatewayChange,
  type GatewaySettings,
  type GatewayView,
} from '#core/messages/messages.model.ts'
import { faultText, refusalText } from '../ui/refusal-text.ts'

type Kind = GatewaySettings['kind']
type Typed = ReturnType<typeof typedOf>
type Faults = Readonly<Record<string, string>>

const SECONDS = 10
const SMPP_PORT = 2775

/** What stands in the form at first: what is set, and for the other kinds what is usual. */
function typedOf({ settings }: GatewayView) {
  const smpp = settings.kind === 'SMPP' ? settings : undefined
  const http = settings.kind === 'HTTP' ? settings : undefined
  return {
    kind: settings.kind,
    host: smpp?.host ?? '',
    port: toPersianDigits(smpp?.port ?? SMPP_PORT),
    tls: smpp?.tls ?? true,
    systemId: smpp?.systemId ?? '',
    address: http?.address ?? '',
    tokenHeader: http?.tokenHeader ?? 'Authorization',
    mobileField: http?.mobileField ?? 'mobile',
    textField: http?.textField ?? 'text',
    senderField: http?.senderField ?? '',
    sender: smpp?.sender ?? http?.sender ?? '',
    timeout: toPersianDigits(smpp?.timeoutSeconds ?? http?.timeoutSeconds ?? SECONDS),
    secret: '',
  }
}

function numberOf(text: string): number {
  const digits = toLatinDigits(text).trim()
  return /^\d{1,6}$/.test(digits) ? Number(digits) : Number.NaN
}

function settingsOf(typed: Typed): GatewaySettings {
  const kind: Kind = typed.kind
  const timeoutSeconds = numberOf(typed.timeout)
  const sender = typed.sender.trim()
  switch (kind) {
    case 'DESK':
      return { kind }
    case 'SMPP':
      return {
        ...{ kind, host: typed.host, port: numberOf(typed.port), tls: typed.tls },
        ...{ systemId: typed.systemId, sender, timeoutSeconds },
      }
    case 'HTTP':
      return {
        ...{ kind, address: typed.address, tokenHeader: typed.tokenHeader, timeoutSeconds },
        ...{ mobileField: typed.mobileField, textField: typed.textField },
        senderField: typed.senderField.trim() === '' ? null : typed.senderField,
        sender: sender === '' ? null : sender,
      }
  }
}

/** Codes that the rules of the settings give; any other issue of a field is that it is empty or out of range. */
const KNOWN: readonly string[] = ['https', 'host', 'field-name', 'field-twice', 'secret-letters']

function placeOf(path: readonly PropertyKey[]): string {
  const name = String(path.at(-1) ?? '')
  return name === 'timeoutSeconds' ? 'timeout' : name
}

/** What is typed of a gateway, what is wrong with it, and what is sent. */
export function useGatewayForm(view: GatewayView) {
  const typed = reactive(typedOf(view))
  const faults = shallowRef<Faults>({})
  for (const name of Object.keys(typed) as (keyof Typed)[])
    watch(
      () => typed[name],
      () => {
        // What is typed anew is not wrong any more until it is looked at again.
        const { [name]: _, ...others } = faults.value
        faults.value = others
      },
    )

  /** What is sent; undefined while a field is wrong. */
  function change(): GatewayChange | undefined {
    const order = {
      version: view.version,
      settings: settingsOf(typed),
      secret: typed.kind === 'DESK' || typed.secret === '' ? null : typed.secret,
    }
    const parsed = GatewayChange.safeParse(order)
    const wrong = parsed.error?.issues ?? []
    faults.value = Object.fromEntries(
      wrong.map(({ message, path }) => [
        placeOf(path),
        faultText(KNOWN.includes(message) ? message : 'required'),
      ]),
    )
    return parsed.data
  }
  /** Marks the field that the office refused; false where it is about none of them. */
  function accuse(refusal: RefusalData): boolean {
    if (refusal.code !== 'invalid-input' || refusal.field === undefined) return false
    faults.value = { [placeOf(refusal.field.split('.'))]: refusalText(refusal) }
    return true
  }
  return { typed, faults, change, accuse }
}
