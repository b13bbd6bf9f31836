import { z } from 'zod'

/** The devices that the counter takes requests for, as the published tariff names them. */
export const DeviceCode = z.enum([
  'GLASSES',
  'LENSES',
  'FRAME',
  'CONTACT_LENSES',
  'DENTURE_FULL',
  'DENTURE_HALF',
  'TOOTH',
  'HEARING_AID',
  'ARTIFICIAL_EYE',
  'ARTIFICIAL_HAND',
  'ARTIFICIAL_FOOT',
  'ARTIFICIAL_LARYNX',
  'WHEELCHAIR',
  'WALKER',
  'CANE',
  'NERVE_STIMULATOR',
])
export type DeviceCode = z.infer<typeof DeviceCode>

/** What a device takes the place of, so that complete glasses and new lenses count as the same thing. */
export type DevicePart = Exclude<DeviceCode, 'GLASSES' | 'DENTURE_FULL'>

/** How many of a part one person can use at a time, and after how long one of them is paid again. */
export interface PartRow {
  readonly places: number
  /** Code of the parameter with the years; null: once in a lifetime. */
  readonly renewal: string | null
}

const once = (places: number): PartRow => ({ places, renewal: null })

/**
 * Renewal periods by part. What has none published is paid once in a lifetime, in each place (two jaws, two ears).
 *
 * @law domain brief §3.7
 */
export const DEVICE_PARTS: Readonly<Record<DevicePart, PartRow>> = {
  LENSES: { places: 1, renewal: 'RENEWAL_LENSES_YEARS' },
  FRAME: { places: 1, renewal: 'RENEWAL_FRAME_YEARS' },
  CONTACT_LENSES: { places: 1, renewal: 'RENEWAL_CONTACT_LENSES_YEARS' },
  ARTIFICIAL_HAND: { places: 2, renewal: 'RENEWAL_ARTIFICIAL_LIMB_YEARS' },
  ARTIFICIAL_FOOT: { places: 2, renewal: 'RENEWAL_ARTIFICIAL_LIMB_YEARS' },
  DENTURE_HALF: once(2),
  TOOTH: once(28),
  HEARING_AID: once(2),
  ARTIFICIAL_EYE: once(2),
  ARTIFICIAL_LARYNX: once(1),
  WHEELCHAIR: once(1),
  WALKER: once(1),
  CANE: once(1),
  NERVE_STIMULATOR: once(1),
}

export interface DeviceRow {
  /** Code of the parameter with the tariff of one piece. */
  readonly tariff: string
  /** The parts one piece is made of, and how many of each. */
  readonly parts: readonly (readonly [DevicePart, number])[]
  /** Pieces one request may ask for. */
  readonly most: number
  /** A physician or dentist trusted by the organisation has to agree. */
  readonly needsPhysician: boolean
  /** Asked for but not required. */
  readonly extraPapers: readonly ('EAR_MOULD' | 'WARRANTY')[]
}

function row(tariff: string, part: DevicePart, needsPhysician: boolean): DeviceRow {
  const most = DEVICE_PARTS[part].places
  return { tariff, parts: [[part, 1]], most, needsPhysician, extraPapers: [] }
}

/**
 * The devices and what each asks for. Which items need a physician is published for glasses only (they do not); for
 * the others it is a choice of this design, see docs/law.md.
 *
 * @law domain brief §3.7
 */
export const DEVICES: Readonly<Record<DeviceCode, DeviceRow>> = {
  GLASSES: {
    tariff: 'TARIFF_GLASSES',
    parts: [
      ['LENSES', 1],
      ['FRAME', 1],
    ],
    most: 1,
    needsPhysician: false,
    extraPapers: [],
  },
  LENSES: row('TARIFF_LENSES', 'LENSES', false),
  FRAME: row('TARIFF_FRAME', 'FRAME', false),
  CONTACT_LENSES: row('TARIFF_CONTACT_LENSES', 'CONTACT_LENSES', true),
  DENTURE_FULL: {
    tariff: 'TARIFF_DENTURE_FULL',
    parts: [['DENTURE_HALF', 2]],
    most: 1,
    needsPhysician: true,
    extraPapers: [],
  },
  DENTURE_HALF: { ...row('TARIFF_DENTURE_HALF', 'DENTURE_HALF', true), most: 1 },
  TOOTH: row('TARIFF_TOOTH', 'TOOTH', true),
  HEARING_AID: {
    ...row('TARIFF_HEARING_AID', 'HEARING_AID', true),
    extraPapers: ['EAR_MOULD', 'WARRANTY'],
  },
  ARTIFICIAL_EYE: row('TARIFF_ARTIFICIAL_EYE', 'ARTIFICIAL_EYE', true),
  ARTIFICIAL_HAND: row('TARIFF_ARTIFICIAL_HAND', 'ARTIFICIAL_HAND', true),
  ARTIFICIAL_FOOT: row('TARIFF_ARTIFICIAL_FOOT', 'ARTIFICIAL_FOOT', true),
  ARTIFICIAL_LARYNX: row('TARIFF_LARYNX', 'ARTIFICIAL_LARYNX', true),
  WHEELCHAIR: row('TARIFF_WHEELCHAIR', 'WHEELCHAIR', true),
  WALKER: row('TARIFF_WALKER', 'WALKER', false),
  CANE: row('TARIFF_CANE', 'CANE', false),
  NERVE_STIMULATOR: row('TARIFF_NERVE_STIMULATOR', 'NERVE_STIMULATOR', true),
}

/** The largest number of pieces any device takes in one request. */
export const MOST_PIECES = Math.max(...Object.values(DEVICES).map(({ most }) => most))
