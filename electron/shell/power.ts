import { powerMonitor } from 'electron'

/** Calls `lock` when the clerk locks the computer or it goes to sleep. */
export function watchPower(lock: () => void): void {
  powerMonitor.on('lock-screen', lock)
  powerMonitor.on('suspend', lock)
}
