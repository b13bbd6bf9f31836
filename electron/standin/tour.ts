// A walk through the program without a display: a clerk's first quarter of an hour in the demonstration office.
import { copyFile, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright'
import type { FoundElectron } from './find-electron.ts'

const root = path.resolve(import.meta.dirname, '../..')
const folder = path.join(root, 'out/tour')
const pictures = path.join(root, 'docs/images')

/** Invented persons of the demonstration office: one with all three roles, one who just married, one who asks when he may retire. */
const threeRoles = '0000001015'
const married = '9750734602'
const retiring = '0000001198'
/** The workshop of a contractor with 300 debts. */
const contractor = '9000151002'
/** The day on which the demonstration office stands: two days after its data. */
const today = '1405/09/02'

const hits = '#search-hits [role=option]'
const header = 'main section h1'
const panel = 'aside.side-panel'

/** The window and what the tour has made of it so far. */
class Tour {
  readonly files: string[] = []
  readonly #app: ElectronApplication
  readonly #page: Page
  readonly #prints: string
  readonly #isForReadme: boolean
  #step = 'start'

  constructor(app: ElectronApplication, page: Page, prints: string, isForReadme: boolean) {
    this.#app = app
    this.#page = page
    this.#prints = prints
    this.#isForReadme = isForReadme
  }

  /** Where the tour is, for whoever must be told that it stopped there. */
  get step(): string {
    return this.#step
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.#page.keyboard.press(key)
  }

  async type(text: string): Promise<void> {
    await this.#page.keyboard.type(text)
  }

  /** Runs a command of the palette by the beginning of its name. */
  async command(name: string): Promise<void> {
    this.#step = name
    await this.press('Control+K')
    await this.see('[role=dialog] [role=combobox]:focus')
    await this.type(name)
    await this.see(`[role=dialog] [role=option][aria-selected=true]:has-text("${name}")`)
    await this.press('Enter')
    await this.gone('[role=dialog]')
  }

  /** Gives a paper that the tour printed to a field for files. */
  async show(field: string, paper: string): Promise<void> {
    await this.#page.setInputFiles(field, path.join(folder, `${paper}.pdf`))
  }

  async focus(selector: string): Promise<void> {
    await this.#page.locator(selector).first().focus()
  }

  async see(selector: string): Promise<void> {
    await this.#page.locator(selector).first().waitFor()
  }

  async gone(selector: string): Promise<void> {
    await this.#page.locator(selector).first().waitFor({ state: 'detached' })
  }

  async textOf(selector: string): Promise<string> {
    return await this.#page.locator(selector).first().innerText()
  }

  /** Without a printer a print becomes a file; nobody's paper is used up by a tour. */
  async withoutPrinters(): Promise<void> {
    await this.#app.evaluate(({ BrowserWindow }) => {
      for (const { webContents } of BrowserWindow.getAllWindows())
        webContents.getPrintersAsync = () => Promise.resolve([])
    })
  }

  /** As the README shows it: a small desk's screen by day. */
  async asInReadme(): Promise<void> {
    await this.#app.evaluate(({ BrowserWindow, nativeTheme }) => {
      nativeTheme.themeSource = 'light'
      for (const window of BrowserWindow.getAllWindows()) window.setContentSize(1366, 768)
    })
    await this.see('html.light')
  }

  /** Keeps a picture of the window; `readme` is its name in the README, where it has a place there. */
  async picture(name: string, readme?: string): Promise<void> {
    this.#step = name
    await this.#settled()
    const number = this.files.filter((file) => file.endsWith('.png')).length + 1
    const file = path.join(folder, `${String(number).padStart(2, '0')}-${name}.png`)
    await this.#page.screenshot({ path: file })
    this.files.push(file)
    if (!this.#isForReadme || readme === undefined) return
    await mkdir(pictures, { recursive: true })
    await copyFile(file, path.join(pictures, `${readme}.png`))
  }

  /** Keeps the paper that the panel says it printed. */
  async paper(name: string): Promise<void> {
    this.#step = name
    const where = `${panel} [role=status] p [dir=ltr]`
    await this.see(where)
    const told = await this.textOf(where)
    const printed = (await readdir(this.#prints)).find((file) => told.includes(file))
    if (printed === undefined) throw new Error(`nothing was printed under ${told}`)
    const file = path.join(folder, `${name}.pdf`)
    await copyFile(path.join(this.#prints, printed), file)
    this.files.push(file)
  }

  async #settled(): Promise<void> {
    await this.#page.evaluate(async () => {
      await document.fonts.ready
      const ending = document
        .getAnimations()
        .filter((one) => one.effect?.getComputedTiming().endTime !== Infinity)
      await Promise.allSettled(ending.map((one) => one.finished))
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    })
  }
}

async function signIn(tour: Tour): Promise<void> {
  await tour.see('kbd')
  await tour.picture('sign-in')
  await tour.press('1')
  await tour.see('[role=search] input:focus')
  await tour.picture('counter')
}

/** Finds a person by a number and opens his file; he stands here himself. */
async function openFile(tour: Tour, identifier: string): Promise<void> {
  await tour.press('F2')
  await tour.type(identifier)
  await tour.see(hits)
  await tour.press('Enter')
  await tour.see('[role=dialog] form')
  await tour.press('Enter')
  await tour.gone('[role=dialog] form')
  await tour.see(header)
}

/** Opens a service by its two letters. */
async function openService(tour: Tour, letters: string): Promise<void> {
  await tour.press('F8')
  await tour.see(`${panel} [role=combobox]:focus`)
  await tour.type(letters)
  await tour.press('Enter')
}

async function lookAtRoles(tour: Tour): Promise<void> {
  await tour.press('F2')
  await tour.type(threeRoles)
  await tour.see(hits)
  await tour.picture('search-by-number')
  await tour.press('Enter')
  await tour.see('[role=dialog] form')
  await tour.picture('visit')
  await tour.press('Enter')
  await tour.see('[role=grid] [role=gridcell], [role=grid] td')
  await tour.picture('insured', 'insured')
  await tour.press('Alt+2')
  await tour.see('[role=grid] [role=row][aria-selected=true]')
  await tour.picture('employer')
  await tour.press('Alt+3')
  await tour.see('[role=grid] [role=row][aria-selected=true]')
  await tour.picture('pensioner')
  // The first month of the year beside the last of the year before: a decree lies between them.
  await tour.focus('[role=grid]')
  await tour.press('Home', ...Array<string>(8).fill('ArrowDown'), 'F4')
  await tour.see('[role=grid] [role=row] .badge')
  await tour.picture('slips-compared', 'slips')
  await tour.press('Escape', 'Alt+0')
  await tour.see('main ul > li dl')
  await tour.picture('roles')
  await tour.press('Alt+3')
}

/** What a contractor owes, debt by debt. */
async function lookAtLedger(tour: Tour): Promise<void> {
  await openFile(tour, contractor)
  await openService(tour, 'گر')
  await tour.see('[role=grid] [role=row][aria-selected=true]')
  await tour.picture('ledger', 'ledger')
}

async function issuePapers(tour: Tour): Promise<void> {
  for (const [key, name, readme] of [
    ['F6', 'salary-certificate', 'certificate'],
    ['F7', 'pension-slip', undefined],
  ] as const) {
    await tour.press(key)
    await tour.see(`${panel} canvas`)
    await tour.picture(`${name}-preview`, readme)
    await tour.press('Enter')
    await tour.paper(name)
    await tour.picture(`${name}-issued`)
    await tour.press('Escape')
    await tour.gone(panel)
  }
}

/** The papers of the other roles, each from the palette as it is offered. */
async function issueMore(tour: Tour): Promise<void> {
  for (const [title, name, readme] of [
    ['حکم مستمری', 'decree', undefined],
    ['ریز سوابق', 'record-statement', 'statement'],
    ['صورت وضعیت بدهی', 'debt-statement', undefined],
    ['چه کسی پروندهٔ مرا', 'access-sheet', undefined],
  ] as const) {
    await tour.command(title)
    await tour.see(`${panel} canvas`)
    await tour.picture(`${name}-preview`, readme)
    await tour.press('Enter')
    await tour.paper(name)
    await tour.press('Escape')
    await tour.gone(panel)
  }
}

/** Shows a paper to the office as a bank's messenger would. */
async function verify(tour: Tour, paper: string): Promise<void> {
  await tour.command('اصالت‌سنجی')
  await tour.show('main input[type=file]', paper)
  await tour.see('main article h2')
  await tour.picture('verification', 'verification')
}

/** What the law says of a retirement, before anything is typed. */
async function lookAtRetirement(tour: Tour): Promise<void> {
  await openFile(tour, retiring)
  await openService(tour, 'بز')
  await tour.see(`${panel} [data-field]`)
  await tour.picture('retirement', 'retirement')
  await tour.press('Escape')
  await tour.gone(panel)
}

/** Who of the family is entitled to treatment today, and the account of the same person. */
async function lookAtCareAndAccount(tour: Tour): Promise<void> {
  await tour.command('استحقاق درمان')
  await tour.see('[role=grid] [role=row][aria-selected=true]')
  await tour.picture('entitlement', 'entitlement')
  await tour.command('حساب کاربری')
  await tour.see('[role=tablist][aria-orientation=vertical]')
  await tour.picture('account')
}

/** The expert weighs what the clerk filed. */
async function decideRequest(tour: Tour, name: string): Promise<void> {
  await tour.command('خروج')
  await tour.gone('[role=search]')
  await tour.see('li kbd')
  await tour.press('4')
  await tour.see('[role=search] input:focus')
  await tour.press('F9')
  await tour.focus('main fieldset input:checked')
  await tour.press('ArrowDown')
  await tour.focus('main header input[type=text]')
  await tour.type(name)
  await tour.see(`[role=grid] [role=row][data-at=on]:has-text("${name}")`)
  await tour.picture('worklist-of-branch')
  await tour.focus('[role=grid]')
  await tour.press('Enter')
  await tour.see('main h1:has-text("کمک ازدواج")')
  await tour.picture('decision', 'decision')
}

/** Files a request; gives the name of the person who did. */
async function fileRequest(tour: Tour): Promise<string> {
  await openFile(tour, married)
  const name = await tour.textOf(header)
  await tour.press('F8')
  await tour.see(`${panel} [role=option] .badge`)
  await tour.picture('services', 'services')
  await tour.type('از')
  await tour.press('Enter')
  await tour.see(`${panel} [data-field=deedNumber] input:focus`)
  await tour.type('4711')
  await tour.press('Tab')
  await tour.type('12')
  await tour.press('Alt+M')
  await tour.picture('request', 'request')
  await tour.press('Control+Enter')
  await tour.see(`${panel} [role=status] + div button:focus`)
  await tour.picture('request-filed')
  await tour.press('Enter')
  await tour.paper('request-receipt')
  await tour.press('Escape', 'F9')
  await tour.see('[role=grid]:focus [role=row][data-at=on]')
  await tour.picture('worklist')
  return name
}

async function endVisit(tour: Tour, name: string): Promise<void> {
  await tour.press('F12')
  await tour.see('[role=search] input:focus')
  await tour.picture('visit-ended')
  await tour.press('F2')
  await tour.type(name)
  await tour.see(`${hits}:has-text("${name}")`)
  await tour.picture('search-by-name')
}

/**
 * Shows the application without a display, on a fresh profile with its demonstration office: signs in, finds a
 * person, shows the three roles, issues a certificate and a slip, files a request, ends the visit; the expert then weighs
 * what was filed.
 *
 * @param options  with `pictures`, the pictures of the README are made anew as well
 * @returns the pictures and papers that it made, in order
 */
export async function runTour(
  found: FoundElectron,
  options: { readonly pictures?: boolean } = {},
): Promise<readonly string[]> {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const profile = await mkdtemp(path.join(os.tmpdir(), 'bajeh-tour-'))
  const app = await _electron.launch({
    executablePath: found.path,
    args: [root, `--user-data-dir=${profile}`],
    env: { ...environment(), BAJEH_TODAY: today },
    colorScheme: null,
  })
  try {
    const page = await app.firstWindow()
    await page.waitForURL((url) => !['about:', 'data:'].includes(url.protocol))
    await page.waitForLoadState('load')
    return await walk(new Tour(app, page, path.join(profile, 'prints'), options.pictures ?? false))
  } finally {
    await app.close()
  }
}

async function walk(tour: Tour): Promise<readonly string[]> {
  try {
    await tour.withoutPrinters()
    await tour.asInReadme()
    await signIn(tour)
    await lookAtRoles(tour)
    await issuePapers(tour)
    await issueMore(tour)
    await verify(tour, 'salary-certificate')
    await lookAtLedger(tour)
    await lookAtRetirement(tour)
    await lookAtCareAndAccount(tour)
    const name = await fileRequest(tour)
    await endVisit(tour, name)
    await decideRequest(tour, name)
    return tour.files
  } catch (cause) {
    throw new Error(`The tour stopped after «${tour.step}».`, { cause })
  }
}

/** The environment without what would choose another office. */
function environment(): Record<string, string> {
  const others = ['BAJEH_OFFICE', 'BAJEH_OFFICE_DIR', 'BAJEH_EMPTY_OFFICE']
  return Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] => entry[1] !== undefined && !others.includes(entry[0]),
    ),
  )
}
