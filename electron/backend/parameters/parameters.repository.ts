import defaults from '../../../resources/parameters.json' with { type: 'json' }
import { ParameterFile, type Parameter } from '#core/parameters/parameters.model.ts'
import { withDefaults } from '#core/parameters/parameters.rules.ts'
import type { Parameters } from '#core/parameters/parameters.ports.ts'
import { selectRows } from '../database/rows.ts'
import type { Reading } from '../database/schema.ts'

const bundled = ParameterFile.parse(defaults)

/** Parameters of the extract in use, filled up from `resources/parameters.json`. */
export class ParametersRepository implements Parameters {
  private readonly db: Reading

  constructor(db: Reading) {
    this.db = db
  }

  async list(): Promise<readonly Parameter[]> {
    const rows = await selectRows<Parameter>(
      this.db,
      `select code, value, unit, valid_from as validFrom, valid_to as validTo, source, certainty
      from parameters`,
    )
    return withDefaults(rows, bundled)
  }
}
