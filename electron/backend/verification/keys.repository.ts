import type { Instant } from '#core/kernel/instant.ts'
import type { Day } from '#core/kernel/day.ts'
import type {
  KeptKey,
  KeyBook,
  KnownKeys,
  PublicKey,
} from '#core/verification/verification.ports.ts'
import { selectRow, selectRows } from '../database/rows.ts'
import type { Reading, Writing } from '../database/schema.ts'

const KEY = `select key_id as keyId, created_at as createdAt, retired_at as retiredAt,
  public_key as publicKey, certificate, certificate_sha256 as certificateSha256,
  certificate_until as certificateUntil`

interface KeyRow {
  readonly keyId: string
  readonly createdAt: Instant
  readonly retiredAt: Instant | null
  readonly publicKey: string
  readonly certificate: string
  readonly certificateSha256: string
  readonly certificateUntil: Day
}

/** The keys that this office has signed with. */
export class KeysRepository implements KnownKeys {
  private readonly reader: Reading

  constructor(reader: Reading) {
    this.reader = reader
  }

  listKeys(): Promise<readonly PublicKey[]> {
    return selectRows<KeyRow>(
      this.reader,
      `${KEY} from signing_keys order by retired_at is not null, created_at desc`,
    )
  }
}

/** The key in use with its sealed secrets; undefined in an office that has none yet. */
export async function findKeyInUse(reader: Reading): Promise<KeptKey | undefined> {
  return await selectRow<KeyRow & Pick<KeptKey, 'sealingSecret' | 'signingSecret'>>(
    reader,
    `${KEY}, sealing_secret as sealingSecret, signing_secret as signingSecret
    from signing_keys where retired_at is null`,
  )
}

/** The same list in a transaction. */
export class KeyBookRepository extends KeysRepository implements KeyBook {
  private readonly db: Writing

  constructor(reader: Reading, db: Writing) {
    super(reader)
    this.db = db
  }

  async add(key: KeptKey): Promise<void> {
    await this.db
      .updateTable('signing_keys')
      .set({ retired_at: key.createdAt })
      .where('retired_at', 'is', null)
      .execute()
    await this.db
      .insertInto('signing_keys')
      .values({
        key_id: key.keyId,
        created_at: key.createdAt,
        retired_at: null,
        public_key: key.publicKey,
        certificate: key.certificate,
        certificate_sha256: key.certificateSha256,
        certificate_until: key.certificateUntil,
        sealing_secret: key.sealingSecret,
        signing_secret: key.signingSecret,
      })
      .execute()
  }
}
