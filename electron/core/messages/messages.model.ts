import { z } from 'zod'
import { Instant } from '#core/kernel/instant.ts'
import { Mobile } from './one-time-codes.model.ts'

/** Notices that the office sends by itself. */
export const MessageKind = z.enum(['MOBILE_CHANGED', 'REQUEST_STATUS'])
export type MessageKind = z.infer<typeof MessageKind>

/**
 * Why a message did not leave. NO_GATEWAY: the desk gateway takes nothing but codes; NO_PRINTER, PRINT_FAILED: the slip
 * of a code; NO_CONNECTION: nobody answers at the address; TIMEOUT: nobody said whether it was sent; SIGN_IN: the name or
 * the secret is wrong; REFUSED: the gateway said no; BROKEN: what it answered is no answer.
 */
export const DeliveryFault = z.enum([
  'NO_GATEWAY',
  'NO_PRINTER',
  'PRINT_FAILED',
  'NO_CONNECTION',
  'TIMEOUT',
  'SIGN_IN',
  'REFUSED',
  'BROKEN',
])
export type DeliveryFault = z.infer<typeof DeliveryFault>

const Word = (longest: number) => z.string().trim().min(1).max(longest)
/** A name as it stands in a header or in JSON. */
const FieldName = z
  .string()
  .trim()
  .max(40)
  .refine((name) => /^[A-Za-z][A-Za-z0-9_-]*$/.test(name), { error: 'field-name' })
/** Headers that say how a request travels; a secret in their place would break it. */
const TRAVEL = /^(host|connection|content-.*|transfer-encoding|te|trailer|upgrade|expect)$/i
const Seconds = z.number().int().min(1).max(60)

const HOST = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$|^[0-9a-f:.]*:[0-9a-f:.]*$/

/** A host of a network: a name or an address without a scheme, port or path. */
const Host = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .refine((host) => HOST.test(host), { error: 'host' })

/** This computer: the only host that may be spoken to without encryption of the web. */
function isThisComputer(host: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(host)
}

const ADDRESS =
  /^(https?):\/\/(\[[0-9a-f:.]+\]|[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)(?::(\d{1,5}))?(?:[/?][^\s#\\]*)?$/i

/** An address of the web without a name or secret in it: https, but for a service on this computer. */
function isSafeAddress(text: string): boolean {
  const [, scheme = '', host = '', port = '443'] = ADDRESS.exec(text) ?? []
  if (host === '' || Number(port) > 65_535) return false
  return scheme.toLowerCase() === 'https' || isThisComputer(host.toLowerCase())
}

/** Prints the codes at the counter; sends nothing. */
export const DeskSettings = z.object({ kind: z.literal('DESK') })

/** A message centre by SMPP 3.4. */
export const SmppSettings = z.object({
  kind: z.literal('SMPP'),
  host: Host,
  port: z.number().int().min(1).max(65_535),
  /** Encrypted, and the certificate of the other side is checked. */
  tls: z.boolean(),
  systemId: Word(64),
  /** From what number or name messages come. */
  sender: Word(20),
  timeoutSeconds: Seconds,
})

/** A service of the web that takes a message by POST as JSON. */
export const HttpSettings = z.object({
  kind: z.literal('HTTP'),
  address: z.string().trim().max(300).refine(isSafeAddress, { error: 'https' }),
  /** The header that carries the secret, as it is, such as «Authorization». */
  tokenHeader: FieldName.refine((name) => !TRAVEL.test(name), { error: 'field-name' }),
  mobileField: FieldName,
  textField: FieldName,
  /** Of the number from which it comes; both or none. */
  senderField: FieldName.nullable(),
  sender: Word(20).nullable(),
  timeoutSeconds: Seconds,
})

function hasDistinctFields({ mobileField, textField, senderField }: HttpSettings): boolean {
  const fields = [mobileField, textField, ...(senderField === null ? [] : [senderField])]
  return new Set(fields).size === fields.length
}

export const GatewaySettings = z
  .discriminatedUnion('kind', [DeskSettings, SmppSettings, HttpSettings])
  .refine((settings) => settings.kind !== 'HTTP' || hasDistinctFields(settings), {
    error: 'field-twice',
    path: ['textField'],
  })
export type GatewaySettings = z.infer<typeof GatewaySettings>
export type SmppSettings = z.infer<typeof SmppSettings>
export type HttpSettings = z.infer<typeof HttpSettings>

/** The gateway as it is kept. Its secret is never told again, only whether there is one. */
export const GatewayView = z.object({
  /** Counts what was set, from 0 for the desk that nobody set; a change names the one it was based on. */
  version: z.number().int().min(0),
  settings: GatewaySettings,
  hasSecret: z.boolean(),
  setAt: Instant.nullable(),
})
export type GatewayView = z.infer<typeof GatewayView>

/** What the administrator sets. `secret`: a new one, or null to keep the one of the same kind of gateway. */
export const GatewayChange = z.object({
  version: z.number().int().min(0),
  settings: GatewaySettings,
  secret: z
    .string()
    .min(1)
    .max(200)
    .refine((text) => /^[ -~]+$/.test(text), { error: 'secret-letters' })
    .nullable(),
})
export type GatewayChange = z.infer<typeof GatewayChange>

/** How the gateway fares since it is in use: whether it is bound, its last success and its last fault. */
export const GatewayState = z.object({
  connected: z.boolean(),
  lastSentAt: Instant.nullable(),
  lastFault: z.object({ at: Instant, reason: DeliveryFault }).nullable(),
})
export type GatewayState = z.infer<typeof GatewayState>

/** A notice that has not left; to whom only in part. */
export const UnsentMessage = z.object({
  messageId: z.string(),
  kind: MessageKind,
  mobileMasked: z.string(),
  queuedAt: Instant,
  state: z.enum(['WAITING', 'FAILED']),
  tries: z.number().int(),
  nextTryAt: Instant,
  fault: DeliveryFault.nullable(),
})
export type UnsentMessage = z.infer<typeof UnsentMessage>

/** The messages of the office, for whoever looks after the gateway. */
export const MessageOffice = z.object({
  gateway: GatewayView,
  state: GatewayState,
  counts: z.object({ waiting: z.number(), sent: z.number(), failed: z.number() }),
  unsent: z.array(UnsentMessage),
})
export type MessageOffice = z.infer<typeof MessageOffice>

export const TestMessage = z.object({ mobile: Mobile })
export type TestMessage = z.infer<typeof TestMessage>

/** What became of a test message. */
export const TestOutcome = z.object({ delivered: z.boolean(), reason: DeliveryFault.nullable() })
export type TestOutcome = z.infer<typeof TestOutcome>
