/** How full a box is, in words of the screen. */
export type RoomState = 'ROOMY' | 'NEARLY_FULL' | 'FULL'

export interface BoxRoom {
  readonly state: RoomState
  readonly freeBytes: number
  /** From 0 to 100. */
  readonly percent: number
}

/** From this share of the quota on the clerk is warned. */
const NEAR = 80

/**
 * The room left for scans. Full is told when not even a small scan would fit.
 *
 * @param used  bytes of all scans of the citizen
 * @param quota  bytes that they may have
 */
export function boxRoom(used: number, quota: number): BoxRoom {
  const freeBytes = Math.max(0, quota - used)
  const percent = Math.min(100, Math.floor((100 * used) / quota))
  const state = freeBytes < SMALL_SCAN ? 'FULL' : percent >= NEAR ? 'NEARLY_FULL' : 'ROOMY'
  return { state, freeBytes, percent }
}

/** A page in grey at little more than can be read. */
const SMALL_SCAN = 50 * 1024
