import defaults from '../../../resources/parameters.json' with { type: 'json' }
import type { KnownParameter } from '#core/parameters/parameter-change.model.ts'
import { type ApprovedChange, withChanges } from '#core/parameters/parameter-changes.rules.ts'
import { ParameterFile, type Parameter } from '#core/parameters/parameters.model.ts'
import { withDefaults } from '#core/parameters/parameters.rules.ts'
import type { GivenParameters, Parameters } from '#core/parameters/parameters.ports.ts'
import { selectRows } from '../database/rows.ts'
import type { Reading } from '../database/schema.ts'

const bundled = ParameterFile.parse(defaults).map((row): KnownParameter => ({
  ...row,
  origin: 'PROGRAM',
}))

/** Parameters of the extract in use, filled up from `resources/parameters.json`, and with the changes approved here. */
export class ParametersRepository implements Parameters, GivenParameters {
  private readonly db: Reading

  constructor(db: Reading) {
    this.db = db
  }

  async listGiven(): Promise<readonly KnownParameter[]> {
    const rows = await selectRows<KnownParameter>(
      this.db,
      `select code, value, unit, valid_from as validFrom, valid_to as validTo, source, certainty,
        'EXTRACT' as origin
      from parameters`,
    )
    return withDefaults(rows, bundled)
  }

  async list(): Promise<readonly Parameter[]> {
    const changes = await selectRows<ApprovedChange>(
      this.db,
      `select code, value, unit, valid_from as validFrom, valid_to as validTo, source,
        'D' as certainty, 'OFFICE' as origin, change_id as changeId, decided_at as decidedAt
      from parameter_changes join parameter_decisions using (change_id)
      where outcome = 'APPROVED'`,
    )
    return withChanges(await this.listGiven(), changes)
  }
}
