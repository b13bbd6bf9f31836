/** The first argument of Electron's events; some of them can be prevented. */
export class StandinEvent {
  defaultPrevented = false

  preventDefault(): void {
    this.defaultPrevented = true
  }
}

/** An event whose details are also its own properties, as newer events of Electron have them. */
export function eventWith<T extends object>(details: T): StandinEvent & T {
  return Object.assign(new StandinEvent(), details)
}
