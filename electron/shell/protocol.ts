import { protocol } from 'electron'
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { contentSecurityPolicy } from './csp.ts'

const scheme = 'app'
const host = 'bajeh'

/** The only origin whose pages may talk to the office. */
export const appOrigin = `${scheme}://${host}`

/** The page that the program's window shows. */
export const appPage = `${appOrigin}/index.html`

const printFolder = '/print/'

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.pdf': 'application/pdf',
}

/** Papers on their way to a printer, each at an address nobody can guess, until it is printed. */
export interface PrintShelf {
  /** Puts a PDF on the shelf; `address` shows it until `remove` is called. */
  add(pdf: Uint8Array): { readonly address: string; readonly remove: () => void }
  find(pathname: string): Uint8Array | undefined
}

/** An empty shelf for papers on their way to a printer. */
export function createPrintShelf(): PrintShelf {
  const papers = new Map<string, Uint8Array>()
  return {
    add(pdf) {
      const pathname = `${printFolder}${randomUUID()}.pdf`
      papers.set(pathname, pdf)
      return { address: `${appOrigin}${pathname}`, remove: () => void papers.delete(pathname) }
    },
    find: (pathname) => papers.get(pathname),
  }
}

/** Whether an address is that of a paper on its way to a printer. */
export function isPrintAddress(address: string): boolean {
  return address.startsWith(`${appOrigin}${printFolder}`)
}

/** Declares the program's own scheme; must run before Electron is ready. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme,
      privileges: {
        standard: true,
        secure: true,
        supportFetchAPI: true,
        stream: true,
        codeCache: true,
      },
    },
  ])
}

/** Answers every address of the program's own scheme from the folder of the built pages. */
export function serveApp(pagesFolder: string, shelf: PrintShelf): void {
  protocol.handle(scheme, (request) => answer(request, pagesFolder, shelf))
}

/**
 * The file that an address of the program means, inside `pagesFolder`.
 *
 * @returns undefined for another host, an address that leaves the folder, or one that no file has
 */
export function fileOf(address: string, pagesFolder: string): string | undefined {
  const url = URL.parse(address)
  if (url?.protocol !== `${scheme}:` || url.host !== host) return undefined
  const pathname = decoded(url.pathname)
  if (pathname === undefined || /[\\\0:]/.test(pathname)) return undefined
  if (pathname.split('/').includes('..')) return undefined
  const root = path.resolve(pagesFolder)
  const file = path.join(root, pathname === '/' ? '/index.html' : pathname)
  return file.startsWith(root + path.sep) ? file : undefined
}

async function answer(request: Request, pagesFolder: string, shelf: PrintShelf): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return nothing(405)
  const file = fileOf(request.url, pagesFolder)
  if (file === undefined) return nothing(404)
  const paper = shelf.find(new URL(request.url).pathname)
  // The browser's own PDF viewer frames the paper, which the policy of our pages would forbid.
  if (paper) return new Response(body(paper), { headers: headers('.pdf', 'no-store') })
  try {
    const bytes = await readFile(file)
    return new Response(body(bytes), {
      headers: {
        ...headers(path.extname(file).toLowerCase(), 'no-cache'),
        'content-security-policy': contentSecurityPolicy,
      },
    })
  } catch {
    return nothing(404)
  }
}

function headers(extension: string, cacheControl: string): Record<string, string> {
  return {
    'content-type': contentTypes[extension] ?? 'application/octet-stream',
    'cache-control': cacheControl,
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  }
}

function nothing(status: number): Response {
  return new Response(null, {
    status,
    headers: { 'content-security-policy': contentSecurityPolicy },
  })
}

function body(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes)
}

function decoded(pathname: string): string | undefined {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return undefined
  }
}
