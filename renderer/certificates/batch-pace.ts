/** How fast a batch goes; undefined until something is done. */
export interface BatchPace {
  readonly perSecond: number | undefined
  readonly secondsLeft: number | undefined
}

/** The pace since `beganAt`, both times in milliseconds. */
export function batchPace(
  { done, total }: { readonly done: number; readonly total: number },
  beganAt: number,
  now: number,
): BatchPace {
  const seconds = (now - beganAt) / 1000
  if (done === 0 || seconds <= 0) return { perSecond: undefined, secondsLeft: undefined }
  const perSecond = done / seconds
  return { perSecond, secondsLeft: (total - done) / perSecond }
}
