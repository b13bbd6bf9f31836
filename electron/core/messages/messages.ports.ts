import type { Instant } from '#core/kernel/instant.ts'
import type { CodeChannel, CodePurpose } from './one-time-codes.model.ts'
import type { DeliveryFault, GatewayView, MessageKind } from './messages.model.ts'

/** A code on its way: the text for a gateway that sends, the parts for one that prints. */
export interface CodeMessage {
  readonly kind: 'CODE'
  readonly mobile: string
  readonly text: string
  readonly purpose: CodePurpose
  readonly code: string
  readonly sentAt: Instant
  readonly expiresAt: Instant
}

/** Any other message: nothing but its text. */
export interface NoticeMessage {
  readonly kind: 'NOTICE'
  readonly mobile: string
  readonly text: string
}

export type Message = CodeMessage | NoticeMessage

export type Delivery =
  { readonly delivered: true } | { readonly delivered: false; readonly reason: DeliveryFault }

/** What takes messages to citizens. It never rejects, and does not wait longer than its time allows. */
export interface MessageGateway {
  /** By which a code that it took counts as proved. */
  readonly channel: CodeChannel
  send(message: Message): Promise<Delivery>
}

/** The words of messages, from `resources/`. */
export interface MessageWordings {
  code(purpose: CodePurpose, code: string, minutes: number): string
  notice(kind: MessageKind, values: Readonly<Record<string, string>>): string
  /** What «آزمایش» sends. */
  test(): string
}

export interface NewMessage {
  readonly messageId: string
  readonly kind: MessageKind
  readonly citizenId: number | null
  readonly mobile: string
  readonly text: string
  readonly queuedAt: Instant
}

export interface WaitingMessage {
  readonly messageId: string
  readonly mobile: string
  readonly text: string
  readonly queuedAt: Instant
  readonly tries: number
}

export interface KeptMessage {
  readonly messageId: string
  readonly kind: MessageKind
  readonly mobile: string
  readonly queuedAt: Instant
  readonly state: 'WAITING' | 'SENT' | 'FAILED'
  readonly tries: number
  readonly nextTryAt: Instant
  readonly fault: DeliveryFault | null
}

/** Notices of this office, sent and unsent. */
export interface Outbox {
  /** Those that wait and may be tried now, the oldest first. */
  listDue(now: Instant, limit: number): Promise<readonly WaitingMessage[]>
  /** Those that wait or failed, the newest first. */
  listUnsent(limit: number): Promise<readonly KeptMessage[]>
  countByState(): Promise<Readonly<Record<KeptMessage['state'], number>>>
}

/** The same in a transaction. */
export interface OutboxBook extends Outbox {
  queue(message: NewMessage): Promise<void>
  sent(messageId: string, at: Instant): Promise<void>
  /** It waits until `next`; null: it has failed. */
  notSent(messageId: string, fault: DeliveryFault, next: Instant | null): Promise<void>
  /** All that failed wait again, and those that wait are due; how many there are. */
  retryAll(now: Instant): Promise<number>
}

/** The gateway in use as it is kept; its secret is sealed. */
export interface KeptGateway extends GatewayView {
  readonly sealedSecret: string | null
}

export interface Gateways {
  /** The one in use; the desk before anything was set. */
  findGateway(): Promise<KeptGateway>
}

/** The same in a transaction. */
export interface GatewayBook extends Gateways {
  setGateway(
    gateway: KeptGateway,
    by: { readonly at: Instant; readonly clerkId: string },
  ): Promise<void>
}
