import type { ColumnType } from 'kysely'
import type { Instant } from '#core/kernel/instant.ts'

type Fixed<T> = ColumnType<T, T, never>

/** Codes sent to a mobile. The code itself stands nowhere; of the columns only tries, delivery and end change. */
export interface OneTimeCodesTable {
  code_id: Fixed<string>
  purpose: Fixed<'MOBILE_CHANGE' | 'REGISTRATION'>
  /** 'citizen <id>' or 'person <personId>'. */
  subject: Fixed<string>
  mobile: Fixed<string>
  /** Base64. */
  salt: Fixed<string>
  hash: Fixed<string>
  drawn_at: Fixed<Instant>
  expires_at: Fixed<Instant>
  most_tries: Fixed<number>
  tries: number
  /** Null until a gateway took it: before that it cannot be used. */
  delivered_at: Instant | null
  channel: 'SMS' | 'DESK' | null
  ended_at: Instant | null
  ended_because: 'USED' | 'REPLACED' | 'TRIES' | 'NOT_SENT' | 'UNCERTAIN' | null
}

/** Mobiles that were changed at the counter. Rows are only ever added. */
export interface MobileChangesTable {
  change_id: Fixed<string>
  citizen_id: Fixed<number>
  person_id: Fixed<string>
  old_mobile: Fixed<string | null>
  new_mobile: Fixed<string>
  code_id: Fixed<string>
  verified_by: Fixed<'SMS' | 'DESK'>
  visit_id: Fixed<string>
  changed_at: Fixed<Instant>
  changed_by: Fixed<string>
}

/** Notices on their way; what one says is never changed. */
export interface MessagesTable {
  message_id: Fixed<string>
  kind: Fixed<string>
  citizen_id: Fixed<number | null>
  mobile: Fixed<string>
  text: Fixed<string>
  queued_at: Fixed<Instant>
  state: 'WAITING' | 'SENT' | 'FAILED'
  tries: number
  next_try_at: Instant
  sent_at: Instant | null
  /** Code of why the last try did not succeed. */
  fault: string | null
}

/** Gateways as the administrator set them; the newest is in use. Rows are only ever added. */
export interface MessageGatewaysTable {
  version: Fixed<number>
  kind: Fixed<'DESK' | 'SMPP' | 'HTTP'>
  /** JSON. */
  settings: Fixed<string>
  /** Sealed with the office's data key; null where the gateway needs none. */
  secret: Fixed<string | null>
  set_at: Fixed<Instant>
  set_by: Fixed<string>
}

export interface MessageTables {
  one_time_codes: OneTimeCodesTable
  mobile_changes: MobileChangesTable
  messages: MessagesTable
  message_gateways: MessageGatewaysTable
}
