import type { Instant } from '#core/kernel/instant.ts'
import { GatewaySettings } from '#core/messages/messages.model.ts'
import type { GatewayBook, Gateways, KeptGateway } from '#core/messages/messages.ports.ts'
import { selectRow } from '../database/rows.ts'
import type { Reading, Writing } from '../database/schema.ts'

interface GatewayRow {
  readonly version: number
  readonly settings: string
  readonly secret: string | null
  readonly setAt: Instant
}

/** The gateway of an office in which nobody set one. */
const DESK: KeptGateway = {
  version: 0,
  settings: { kind: 'DESK' },
  hasSecret: false,
  sealedSecret: null,
  setAt: null,
}

/** The gateway in use. */
export class GatewaysRepository implements Gateways {
  private readonly reader: Reading

  constructor(reader: Reading) {
    this.reader = reader
  }

  async findGateway(): Promise<KeptGateway> {
    const row = await selectRow<GatewayRow>(
      this.reader,
      `select version, settings, secret, set_at as setAt from message_gateways
      order by version desc limit 1`,
    )
    if (!row) return DESK
    return {
      ...{ version: row.version, setAt: row.setAt },
      settings: GatewaySettings.parse(JSON.parse(row.settings)),
      ...{ hasSecret: row.secret !== null, sealedSecret: row.secret },
    }
  }
}

/** The same in a transaction. */
export class GatewayBookRepository extends GatewaysRepository implements GatewayBook {
  private readonly db: Writing

  constructor(reader: Reading, db: Writing) {
    super(reader)
    this.db = db
  }

  async setGateway(
    { version, settings, sealedSecret }: KeptGateway,
    { at, clerkId }: { readonly at: Instant; readonly clerkId: string },
  ): Promise<void> {
    await this.db
      .insertInto('message_gateways')
      .values({
        version,
        kind: settings.kind,
        settings: JSON.stringify(settings),
        secret: sealedSecret,
        set_at: at,
        set_by: clerkId,
      })
      .execute()
  }
}
