import { MissingRecordForm } from '#core/insured/missing-record.model.ts'
import {
  decideMissingRecord,
  lastEndOfMissing,
  missingFaults,
} from '#core/insured/missing-record.rules.ts'
import type { Branch } from '#core/office/branch.model.ts'
import type {
  Choice,
  Choices,
  CitizenService,
  FieldFault,
  ServiceFacts,
} from './citizen-service.ts'
import {
  evidence,
  evidenceFaults,
  lineFaults,
  recordClaimant,
  referenceChoices,
  referenceFaults,
  referenceOf,
  referenceOffered,
} from './record-claims.rules.ts'

/** Provinces under `province`, cities under `city/<province>`, branches under `branch/<province>/<city>`. */
function placeChoices(branches: readonly Branch[]): Choices {
  const byName = new Intl.Collator('fa').compare
  const found = new Map<string, Map<string, string>>()
  const offer = (field: string, id: string, label: string) => {
    const choices = found.get(field) ?? new Map<string, string>()
    found.set(field, choices.set(id, label))
  }
  for (const { branchCode, name, province, city } of branches) {
    offer('province', province, province)
    offer(`city/${province}`, city, city)
    offer(`branch/${province}/${city}`, branchCode, name)
  }
  const sorted = (choices: ReadonlyMap<string, string>): readonly Choice[] =>
    [...choices].map(([id, label]) => ({ id, label })).sort((a, b) => byName(a.label, b.label))
  return Object.fromEntries([...found].map(([field, choices]) => [field, sorted(choices)]))
}

/** An empty row at the branch of the person's own insurance number: most have worked nearby. */
function firstRow({ profiles, branches }: Pick<ServiceFacts, 'profiles' | 'branches'>) {
  const own = branches.find(({ branchCode }) => branchCode === profiles[0]?.branchCode)
  return {
    province: own?.province ?? '',
    city: own?.city ?? '',
    branchCode: own?.branchCode ?? '',
    insuranceType: 'COMPULSORY',
    ...{ workshopCode: '', workshopName: '', employerName: '', address: '' },
    ...{ from: '', to: '', days: '' },
  }
}

function branchFaults(
  lines: readonly { readonly branchCode: string }[],
  { branches }: Pick<ServiceFacts, 'branches'>,
): readonly FieldFault[] {
  const known = new Set(branches.map(({ branchCode }) => branchCode))
  return lines.flatMap(({ branchCode }, at) =>
    known.has(branchCode)
      ? []
      : [{ field: `lines.${String(at)}.branchCode`, fault: 'branch-unknown' }],
  )
}

/** اعتراض سابقهٔ ناموجود. @law Social Security Act, arts. 36, 39, 40, 47, 101 */
export const missingRecordService: CitizenService<'RECORD_MISSING', typeof MissingRecordForm> = {
  kind: 'RECORD_MISSING',
  role: 'INSURED',
  part: null,
  paysToAccount: false,
  form: MissingRecordForm,
  alsoBlockedBy: ['RECORD_OBJECTION'],

  judge: ({ lines }, facts) =>
    decideMissingRecord({ ...recordClaimant(facts), ...facts, lines: lines ?? [] }),

  papers: evidence,
  prefill: (facts) => ({ lines: [firstRow(facts)], ...referenceOffered('RECORD_MISSING', facts) }),
  choices: (facts) => ({
    ...placeChoices(facts.branches),
    referenceCode: referenceChoices('RECORD_MISSING', facts),
  }),
  referenceOf,

  faults(form, facts) {
    const lastEnd = lastEndOfMissing(facts.parameters, facts.today)
    return [
      ...branchFaults(form.lines, facts),
      ...lineFaults(missingFaults(form.lines, { rows: facts.rows, lastEnd })),
      ...evidenceFaults(form.papers),
      ...referenceFaults('RECORD_MISSING', form, facts),
    ]
  },
}
