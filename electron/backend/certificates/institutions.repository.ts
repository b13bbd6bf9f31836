import type { Institution } from '#core/certificates/certificate.model.ts'
import type { Institutions } from '#core/certificates/certificates.ports.ts'
import { compareText, nameKey } from '#core/kernel/text.ts'
import { selectRow, selectRows } from '../database/rows.ts'
import type { Reading } from '../database/schema.ts'

const ACTIVE = `select institution_code as institutionCode, name, kind, bank_code as bankCode
  from institutions where status = 'ACTIVE'`

/** Institutions are few: all active ones are read and matched by the key of their names. */
export class InstitutionsRepository implements Institutions {
  private readonly db: Reading

  constructor(db: Reading) {
    this.db = db
  }

  async list(text: string): Promise<readonly Institution[]> {
    const key = nameKey(text)
    const rows = await selectRows<Institution>(this.db, ACTIVE)
    return rows
      .filter(({ name }) => nameKey(name).includes(key))
      .sort((a, b) => compareText(a.name, b.name))
  }

  find(institutionCode: string): Promise<Institution | undefined> {
    return selectRow(this.db, `${ACTIVE} and institution_code = ?`, [institutionCode])
  }
}
