import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { cruise, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'

const root = path.join(import.meta.dirname, '../..')

const Config = z.object({
  forbidden: z.array(
    z.custom<IForbiddenRuleType>(
      (rule) => z.looseObject({ name: z.string() }).safeParse(rule).success,
    ),
  ),
  options: z.looseObject({}),
})
const config = Config.parse(createRequire(import.meta.url)('../../.dependency-cruiser.cjs'))

async function violations(baseDir: string, folders: readonly string[]): Promise<readonly string[]> {
  const { output } = await cruise([...folders], {
    ...config.options,
    baseDir,
    validate: true,
    ruleSet: { forbidden: config.forbidden },
  })
  return (output as ICruiseResult).summary.violations.map(
    ({ rule, from, to }) => `${rule.name}: ${from} → ${to}`,
  )
}

const pkg = (name: string) => ({
  [`node_modules/${name}/package.json`]: JSON.stringify({
    name,
    type: 'module',
    exports: './index.js',
  }),
  [`node_modules/${name}/index.js`]: 'export const it = 1\n',
})

interface Breach {
  readonly rule: string
  readonly from: string
  readonly imports: string
  readonly others: Readonly<Record<string, string>>
}

const here = { it: 'export const it = 1\n' }

/** For each rule the smallest tree that breaks it: one file that imports what it may not. */
const breaches: readonly Breach[] = [
  {
    rule: 'core-stands-alone',
    from: 'electron/core/citizens/a.model.ts',
    imports: 'kysely',
    others: pkg('kysely'),
  },
  {
    rule: 'kernel-knows-no-slice',
    from: 'electron/core/kernel/a.ts',
    imports: '#core/citizens/b.model.ts',
    others: { 'electron/core/citizens/b.model.ts': here.it },
  },
  {
    rule: 'slices-share-nouns-not-verbs',
    from: 'electron/core/citizens/a.rules.ts',
    imports: '#core/requests/file-request.use-case.ts',
    others: { 'electron/core/requests/file-request.use-case.ts': here.it },
  },
  {
    rule: 'electron-only-in-shell',
    from: 'electron/backend/papers/a.ts',
    imports: 'electron',
    others: pkg('electron'),
  },
  {
    rule: 'backend-is-headless',
    from: 'electron/backend/papers/a.ts',
    imports: '../../shell/b.ts',
    others: { 'electron/shell/b.ts': here.it },
  },
  {
    rule: 'backend-slices-are-strangers',
    from: 'electron/backend/papers/a.ts',
    imports: '../citizens/b.ts',
    others: { 'electron/backend/citizens/b.ts': here.it },
  },
  {
    rule: 'network-is-for-messages',
    from: 'electron/backend/papers/a.ts',
    imports: 'node:https',
    others: {},
  },
  {
    rule: 'migrations-are-frozen',
    from: 'electron/backend/database/migrations/0001-a.ts',
    imports: '../schema.ts',
    others: { 'electron/backend/database/schema.ts': here.it },
  },
  {
    rule: 'shell-touches-no-data',
    from: 'electron/shell/a.ts',
    imports: '#core/citizens/b.model.ts',
    others: { 'electron/core/citizens/b.model.ts': here.it },
  },
  {
    rule: 'preload-imports-electron',
    from: 'electron/preload.ts',
    imports: 'zod',
    others: pkg('zod'),
  },
  {
    rule: 'renderer-sees-core-nouns',
    from: 'renderer/citizens/a.ts',
    imports: '#core/citizens/b.ports.ts',
    others: { 'electron/core/citizens/b.ports.ts': here.it },
  },
  {
    rule: 'renderer-uses-no-node',
    from: 'renderer/client/a.ts',
    imports: 'node:fs',
    others: {},
  },
  {
    rule: 'renderer-package-list',
    from: 'renderer/client/a.ts',
    imports: 'lodash',
    others: pkg('lodash'),
  },
  {
    rule: 'renderer-slices-are-strangers',
    from: 'renderer/citizens/a.ts',
    imports: '../requests/b.ts',
    others: { 'renderer/requests/b.ts': here.it },
  },
  {
    rule: 'decisions-know-no-slice',
    from: 'renderer/decisions/a.ts',
    imports: '../requests/b.ts',
    others: { 'renderer/requests/b.ts': here.it },
  },
  {
    rule: 'ui-is-dumb',
    from: 'renderer/ui/a.ts',
    imports: 'pinia',
    others: pkg('pinia'),
  },
  {
    rule: 'standin-is-a-stranger',
    from: 'electron/shell/a.ts',
    imports: '../standin/b.ts',
    others: { 'electron/standin/b.ts': here.it },
  },
  {
    rule: 'tests-stay-outside',
    from: 'electron/backend/papers/a.ts',
    imports: '../../../tests/support/b.ts',
    others: { 'tests/support/b.ts': here.it },
  },
  {
    rule: 'no-cycles',
    from: 'electron/core/citizens/a.ts',
    imports: './b.ts',
    others: { 'electron/core/citizens/b.ts': "export { it } from './a.ts'\n" },
  },
  {
    rule: 'everything-resolves',
    from: 'electron/core/citizens/a.ts',
    imports: './nowhere.ts',
    others: {},
  },
]

describe('each rule of layers, broken on purpose', () => {
  let trees = ''
  beforeAll(() => {
    trees = mkdtempSync(path.join(tmpdir(), 'layers-'))
  })
  afterAll(() => {
    rmSync(trees, { recursive: true })
  })

  it('has its breach here', () => {
    expect(breaches.map(({ rule }) => rule)).toEqual(config.forbidden.map(({ name }) => name))
  })

  it.each(breaches)('$rule', async ({ rule, from, imports, others }) => {
    const tree = path.join(trees, rule)
    const files = {
      'package.json': JSON.stringify({
        type: 'module',
        imports: { '#core/*': './electron/core/*' },
      }),
      [from]: `export { it } from '${imports}'\n`,
      ...others,
    }
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(tree, name)), { recursive: true })
      writeFileSync(path.join(tree, name), text)
    }
    const [folder = ''] = from.split('/')
    const found = await violations(tree, [folder])
    expect(found.map((violation) => violation.split(':')[0])).toContain(rule)
    expect(found.filter((violation) => violation.startsWith(`${rule}: ${from} → `))).toHaveLength(1)
  })
})

it('the real tree breaks none', async () => {
  expect(await violations(root, ['electron', 'renderer', 'tests'])).toEqual([])
})
