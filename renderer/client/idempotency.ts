/** A new key for one press of a button: sent again with the same key, the deed is done once. */
export function newIdempotencyKey(): string {
  return crypto.randomUUID()
}
