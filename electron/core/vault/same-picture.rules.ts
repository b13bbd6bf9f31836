/** A picture is looked at in so many patches each way. */
export const PATCHES = 64

/** Levels of 256 by which a patch may differ when the same picture was only encoded or measured anew. */
const TOLERANCE = 8

/**
 * Whether two pictures are one, though encoded or reduced anew. Each is told by the mean brightness of its patches,
 * row by row and page after page. No mean over the whole picture is taken: two forms that differ in one figure differ
 * much in one patch and nowhere else.
 */
export function isSamePicture(one: Uint8Array, other: Uint8Array): boolean {
  if (one.length !== other.length || one.length === 0) return false
  return one.every((level, at) => Math.abs(level - (other[at] ?? 0)) <= TOLERANCE)
}
