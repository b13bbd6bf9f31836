import type { Day } from '#core/kernel/day.ts'
import type { Instant } from '#core/kernel/instant.ts'
import type { ParameterUnit } from '#core/parameters/parameters.model.ts'
import type {
  KeptChange,
  KeptDecision,
  KeptProposal,
  ParameterChangeBook,
  ParameterChanges,
} from '#core/parameters/parameters.ports.ts'
import { selectRow, selectRows } from '../database/rows.ts'
import type { Reading, Writing } from '../database/schema.ts'

interface ChangeRow extends Omit<KeptChange, 'decision'> {
  readonly unit: ParameterUnit
  readonly validFrom: Day
  readonly outcome: KeptDecision['outcome'] | null
  readonly decidedAt: Instant | null
  readonly decidedBy: string | null
  readonly note: string | null
}

const CHANGE = `select change_id as changeId, code, unit, value, valid_from as validFrom,
  valid_to as validTo, source, reason, proposed_at as proposedAt, proposed_by as proposedBy,
  author.full_name as proposerName, author.person_id as proposerPersonId,
  outcome, decided_at as decidedAt, decided_by as decidedBy, note, judge.full_name as deciderName
  from parameter_changes
  join clerks author on author.clerk_id = proposed_by
  left join parameter_decisions using (change_id)
  left join clerks judge on judge.clerk_id = decided_by`

function keptChange({ outcome, decidedAt, decidedBy, note, ...change }: ChangeRow): KeptChange {
  const { changeId } = change
  const decision =
    outcome === null || decidedAt === null || decidedBy === null
      ? null
      : { changeId, outcome, decidedAt, decidedBy, note }
  return { ...change, decision }
}

/** The changes of dated values that were proposed in this office. */
export class ParameterChangesRepository implements ParameterChanges {
  private readonly reader: Reading

  constructor(reader: Reading) {
    this.reader = reader
  }

  async listChanges(): Promise<readonly KeptChange[]> {
    const rows = await selectRows<ChangeRow>(
      this.reader,
      `${CHANGE} order by proposed_at desc, change_id`,
    )
    return rows.map(keptChange)
  }

  async findChange(changeId: string): Promise<KeptChange | undefined> {
    const row = await selectRow<ChangeRow>(this.reader, `${CHANGE} where change_id = ?`, [changeId])
    return row && keptChange(row)
  }
}

/** The same in a transaction. */
export class ParameterChangeBookRepository
  extends ParameterChangesRepository
  implements ParameterChangeBook
{
  private readonly db: Writing

  constructor(reader: Reading, db: Writing) {
    super(reader)
    this.db = db
  }

  async propose(proposal: KeptProposal): Promise<void> {
    await this.db
      .insertInto('parameter_changes')
      .values({
        change_id: proposal.changeId,
        code: proposal.code,
        unit: proposal.unit,
        value: proposal.value,
        valid_from: proposal.validFrom,
        valid_to: proposal.validTo,
        source: proposal.source,
        reason: proposal.reason,
        proposed_at: proposal.proposedAt,
        proposed_by: proposal.proposedBy,
      })
      .execute()
  }

  async decide({ changeId, outcome, decidedAt, decidedBy, note }: KeptDecision): Promise<void> {
    await this.db
      .insertInto('parameter_decisions')
      .values({
        change_id: changeId,
        outcome,
        decided_at: decidedAt,
        decided_by: decidedBy,
        note,
      })
      .execute()
  }
}
