import { jalaliOf } from '#core/kernel/day.ts'
import { maskNationalId } from '#core/kernel/masking.ts'
import type { SearchHit, SearchKind, SearchResult, SearchText } from './citizen.model.ts'
import type { Citizens, CitizenSummary } from './citizens.ports.ts'
import { parseSearch, type NumberCandidate } from './search-query.rules.ts'

type Found = Pick<SearchHit, 'kind' | 'target' | 'targetName' | 'distance'> & {
  readonly role: SearchHit['role'] | null
}

function hitOf(citizen: CitizenSummary, found: Found): SearchHit {
  return {
    ...found,
    citizenId: citizen.citizenId,
    role: found.role ?? citizen.roles[0] ?? 'INSURED',
    firstName: citizen.firstName,
    lastName: citizen.lastName,
    fatherName: citizen.fatherName,
    birthYear: jalaliOf(citizen.birthDate).year,
    branchName: citizen.branchName,
    maskedId: maskNationalId(citizen.personId),
    deceased: citizen.deceased,
  }
}

function resultOf(
  searched: readonly SearchKind[],
  hits: readonly SearchHit[],
  limit: number,
  suspicious: SearchKind | null = null,
): SearchResult {
  return {
    searched: [...new Set(searched)],
    checksumWarning: hits.length === 0 ? suspicious : null,
    hits: hits.slice(0, limit),
    more: hits.length > limit,
  }
}

interface Needs {
  readonly citizens: Citizens
}

/**
 * Finds citizens by whatever was typed. Numbers stay masked until a file is open; a wrong check digit only warns, and
 * only when nothing was found. Text too short to mean anything finds nothing.
 */
export async function searchCitizens(
  { text, limit }: SearchText,
  { citizens }: Needs,
): Promise<SearchResult> {
  const query = parseSearch(text)
  switch (query.by) {
    case 'nothing':
      return resultOf([], [], limit)
    case 'name':
      return resultOf(['NAME'], await byName(query, limit + 1, citizens), limit)
    case 'number': {
      const hits = await byNumber(query.candidates, limit + 1, citizens)
      const searched = query.candidates.map(({ kind }) => kind)
      return resultOf(searched, hits, limit, query.suspicious)
    }
  }
}

async function byName(
  name: { readonly words: readonly string[]; readonly birthYear: number | null },
  limit: number,
  citizens: Citizens,
): Promise<readonly SearchHit[]> {
  const matches = await citizens.findByName(name, limit)
  return matches.map(({ citizen, distance }) =>
    hitOf(citizen, { kind: 'NAME', role: null, target: null, targetName: null, distance }),
  )
}

async function byNumber(
  candidates: readonly NumberCandidate[],
  limit: number,
  citizens: Citizens,
): Promise<readonly SearchHit[]> {
  const matches = await citizens.findByNumber(candidates, limit)
  return matches.map(({ citizen, kind, role, target, targetName }) =>
    hitOf(citizen, { kind, role, target, targetName, distance: 0 }),
  )
}
