import { createHash } from 'node:crypto'
import { copyFile, open, readdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from '../app.fixture.ts'
import { picture } from '../pages/screen.ts'
import { t } from '../pages/texts.ts'
import { copyDemonstrationOffice, runOffice } from '../../support/demonstration-office.ts'

/** Every file of the office and what is in it; the log may grow. */
async function contentsOf(office: string): Promise<Readonly<Record<string, string>>> {
  const names = (await readdir(office, { withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
  const hashes = await Promise.all(
    names.map(async (name) => {
      const bytes = await readFile(path.join(office, name))
      return [name, createHash('sha256').update(bytes).digest('hex')] as const
    }),
  )
  return Object.fromEntries(hashes.toSorted(([a], [b]) => a.localeCompare(b)))
}

/** Turns over some bits of a file. */
async function damage(file: string, at: number): Promise<void> {
  const handle = await open(file, 'r+')
  try {
    const bytes = Buffer.alloc(64)
    await handle.read(bytes, 0, bytes.length, at)
    await handle.write(
      bytes.map((byte) => byte ^ 0xff),
      0,
      bytes.length,
      at,
    )
  } finally {
    await handle.close()
  }
}

async function keysOfAnotherOffice(office: string): Promise<void> {
  const other = `${office}-other`
  runOffice(['init', '--demonstration', '--office', other])
  await copyFile(path.join(other, 'office.keys'), path.join(office, 'office.keys'))
}

const FAULTS = {
  'database-corrupt': (office: string) => damage(path.join(office, 'office.db'), 100),
  'wrong-key': keysOfAnotherOffice,
  'database-missing': (office: string) => rm(path.join(office, 'office.db')),
  'key-file-missing': (office: string) => rm(path.join(office, 'office.keys')),
  'key-file-corrupt': (office: string) => damage(path.join(office, 'office.keys'), 200),
} as const

for (const fault of Object.keys(FAULTS) as (keyof typeof FAULTS)[]) {
  test(`${fault}: said clearly, and nothing is touched or made anew`, async ({ start }) => {
    const office = await copyDemonstrationOffice()
    await FAULTS[fault](office)
    const before = await contentsOf(office)
    const desk = await start({ office })
    const title = desk.page.getByRole('heading', { name: t('office.faulty.title') })
    const signIn = desk.page.getByLabel(t('access.userName'))
    await expect(title.or(signIn)).toBeVisible()
    // What only the key can find out shows when somebody signs in.
    if (await signIn.isVisible()) await desk.keys.press('1')
    await expect(title).toBeVisible()
    await expect(desk.page.getByText(t(`office.faulty.what.${fault}`))).toBeVisible()
    await expect(desk.page.getByText(t('office.faulty.untouched'))).toBeVisible()
    await picture(desk, `faulty-${fault}`)
    await desk.close()
    expect(await contentsOf(office)).toEqual(before)
  })
}
