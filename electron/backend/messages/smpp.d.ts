declare module 'smpp' {
  import type { EventEmitter } from 'node:events'
  import type { Server as NetServer } from 'node:net'

  export interface PDU {
    readonly command: string
    readonly command_status: number
    readonly sequence_number: number
    readonly [field: string]: unknown
    response(fields?: Readonly<Record<string, unknown>>): PDU
  }

  type Answer = (pdu: PDU) => void
  type Fields = Readonly<Record<string, unknown>>

  export interface Session extends EventEmitter {
    /** False when the line is not there any more. */
    send(pdu: PDU): boolean
    bind_transceiver(fields: Fields, answer: Answer): boolean
    submit_sm(fields: Fields, answer: Answer): boolean
    enquire_link(fields: Fields, answer: Answer): boolean
    unbind(fields: Fields, answer: Answer): boolean
    close(): void
    destroy(): void
  }

  export interface ConnectOptions {
    readonly host: string
    readonly port: number
    readonly tls: boolean
    readonly servername?: string
  }

  export function connect(options: ConnectOptions): Session
  export function createServer(listener: (session: Session) => void): NetServer
  export function createServer(
    options: { readonly key: string; readonly cert: string },
    listener: (session: Session) => void,
  ): NetServer
}
