import log from 'electron-log/node'
import path from 'node:path'

/**
 * The shell's own log, `shell.log` in a folder: starts, exits and damaged settings. Nothing of a
 * citizen or a clerk passes here.
 */
export function openLog(folder: string): (line: string) => void {
  log.transports.console.level = false
  log.transports.file.resolvePathFn = () => path.join(folder, 'shell.log')
  return (line) => log.info(line)
}
