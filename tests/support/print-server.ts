import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  watch,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { ensureSystemPackages } from '../../electron/standin/system-packages.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** What reached a printer: its options as CUPS gave them to the printer's program, and the printed pages. */
export interface PrintedJob {
  readonly copies: number
  readonly options: string
  readonly pdf: Uint8Array
}

/** A CUPS of its own with printers that print into files. */
export interface PrintServer {
  /** What a program needs in its environment to find these printers, and no others. */
  readonly env: Readonly<Record<string, string>>
  /** Adds a printer with two trays beside the usual one. */
  addPrinter(name: string): void
  removePrinter(name: string): void
  /** Runs one of CUPS' own commands, as `cupsdisable`. */
  run(command: string, ...args: readonly string[]): string
  /** The n-th job that came out, from 1; waits for it. */
  printed(n: number): Promise<PrintedJob>
  stop(): Promise<void>
}

/** cups-pdf finds the settings of a printer by this name, in the system's folder and nowhere else. */
const instance = `bajeh-${process.pid}`
const settings = `/etc/cups/cups-pdf-${instance}.conf`

const trays = `
*OpenUI *InputSlot/Media Source: PickOne
*OrderDependency: 20 AnySetup *InputSlot
*DefaultInputSlot: Auto
*InputSlot Auto/Automatic: ""
*InputSlot Tray1/Tray 1: ""
*InputSlot Tray2/Tray 2: ""
*CloseUI: *InputSlot

*OpenUI *Duplex/2-Sided Printing: PickOne
*OrderDependency: 30 AnySetup *Duplex
*DefaultDuplex: None
*Duplex None/Off: ""
*Duplex DuplexNoTumble/Long Edge: ""
*Duplex DuplexTumble/Short Edge: ""
*CloseUI: *Duplex
`

/**
 * Starts cupsd on a socket in a folder of its own; nothing of the system's CUPS is touched but one file of settings with
 * a name of its own, which `stop` removes. Throws where the packages cannot be had, or who runs is not root: cups-pdf
 * runs for nobody else.
 */
export async function startPrintServer(): Promise<PrintServer> {
  ensureSystemPackages(['cups', 'printer-driver-cups-pdf'])
  if (process.getuid?.() !== 0)
    throw new Error(
      'Printing is tested with the packages cups and printer-driver-cups-pdf, as root',
    )
  const folder = temporaryFolder()
  const socket = path.join(folder, 'run/cups.sock')
  const out = path.join(folder, 'out')
  for (const name of ['etc', 'spool', 'cache', 'run', 'tmp', 'logs', 'out', 'pdf-spool'])
    mkdirSync(path.join(folder, name))
  // The programs of a print run as another user.
  chmodSync(folder, 0o755)
  chmodSync(path.join(folder, 'tmp'), 0o1777)
  writeFileSync(settings, pdfSettings(folder))
  const server = startServer(folder)
  const env = { CUPS_SERVER: socket, CUPS_SERVERROOT: path.join(folder, 'etc') }
  const run = (command: string, ...args: readonly string[]): string =>
    execFileSync(command, args, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env, LC_ALL: 'C' },
    })
  await until(path.dirname(socket), () => existsSync(socket) || undefined)

  const description = path.join(folder, 'printer.ppd')
  const known = readFileSync('/usr/share/ppd/cups-pdf/CUPS-PDF_opt.ppd', 'utf8')
  writeFileSync(description, known.replace('*CloseGroup: General', `${trays}*CloseGroup: General`))
  return {
    env,
    run,
    addPrinter: (name) =>
      void run('lpadmin', '-p', name, '-E', '-v', `cups-pdf:/${instance}`, '-P', description),
    removePrinter: (name) => void run('lpadmin', '-x', name),
    async printed(n) {
      const pdf = await until(out, () => wholeFile(out, n))
      const log = readFileSync(path.join(folder, 'logs/error'), 'utf8')
      const argument = (at: number): string =>
        [...log.matchAll(new RegExp(`\\[Job (\\d+)\\] argv\\[${at}\\]="(.*)"`, 'g'))]
          .findLast(([, job]) => Number(job) === n)
          ?.at(2) ?? ''
      return { copies: Number(argument(4)), options: argument(5), pdf }
    },
    async stop() {
      rmSync(settings, { force: true })
      if (server.exitCode !== null) return
      const gone = once(server, 'exit')
      server.kill()
      await gone
    },
  }
}

function startServer(folder: string): ChildProcess {
  const at = (name: string): string => path.join(folder, name)
  writeFileSync(
    at('cupsd.conf'),
    [
      `Listen ${at('run/cups.sock')}`,
      'LogLevel debug',
      'MaxLogSize 0',
      'WebInterface No',
      'Browsing Off',
      'DefaultAuthType None',
      '<Location />\n  Order allow,deny\n  Allow all\n</Location>',
      '<Policy default>\n  <Limit All>\n    Order allow,deny\n    Allow all\n  </Limit>\n</Policy>',
    ].join('\n'),
  )
  writeFileSync(
    at('cups-files.conf'),
    [
      ...[`ServerRoot ${at('etc')}`, `RequestRoot ${at('spool')}`, `CacheDir ${at('cache')}`],
      ...[`StateDir ${at('run')}`, `TempDir ${at('tmp')}`, `AccessLog ${at('logs/access')}`],
      ...[`ErrorLog ${at('logs/error')}`, `PageLog ${at('logs/page')}`],
      ...['User lp', 'Group lp', 'SystemGroup root', ''],
    ].join('\n'),
  )
  const files = ['-c', at('cupsd.conf'), '-s', at('cups-files.conf')]
  const server = spawn('cupsd', ['-f', ...files], { stdio: 'ignore' })
  process.once('exit', () => {
    server.kill()
    rmSync(settings, { force: true })
  })
  return server
}

/** Each job becomes a file that ends with the number of the job. */
function pdfSettings(folder: string): string {
  const at = (name: string): string => path.join(folder, name)
  return [
    ...[`Out ${at('out')}`, `AnonDirName ${at('out')}`, `Spool ${at('pdf-spool')}`],
    ...[`Log ${at('logs')}`, 'Grp lp', 'Label 1', ''],
  ].join('\n')
}

/** A file that is still being written does not end as PDFs do. */
function wholeFile(folder: string, job: number): Uint8Array | undefined {
  const name = readdirSync(folder).find((one) => one.endsWith(`job_${job}.pdf`))
  const bytes = name === undefined ? undefined : readFileSync(path.join(folder, name))
  return bytes?.subarray(-16).toString('latin1').trimEnd().endsWith('%%EOF') ? bytes : undefined
}

/** Looks at every change in a folder until there is what is looked for. */
async function until<T>(folder: string, look: () => T | undefined): Promise<T> {
  return await new Promise((resolve, reject) => {
    const watcher = watch(folder)
    const check = (): void => {
      const found = look()
      if (found === undefined) return
      watcher.close()
      resolve(found)
    }
    watcher.on('change', check)
    watcher.on('error', reject)
    check()
  })
}
