import { readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'
import * as standin from '../../../electron/standin/electron.ts'
import { Frame } from '../../../electron/standin/frames.ts'
import { defaultSession } from '../../../electron/standin/session.ts'
import { StandinUtilityProcess } from '../../../electron/standin/utility-process.ts'
import { StandinWebContents } from '../../../electron/standin/web-contents.ts'

const root = path.resolve(import.meta.dirname, '../../..')
const declarations = ts.createSourceFile(
  'electron.d.ts',
  readFileSync(path.join(root, 'node_modules/electron/electron.d.ts'), 'utf8'),
  ts.ScriptTarget.ES2023,
)

const eventMethods = new Set(['on', 'off', 'once', 'addListener', 'removeListener'])

interface Shape {
  readonly statics: readonly string[]
  readonly members: readonly string[]
}

/** Every interface and class of Electron's declarations, with the names of its members. */
const shapes = new Map<string, Shape>()

/** Every value that the main process can import, with the name of its type. */
const values = new Map<string, string>()

function visit(node: ts.Node, namespace: string): void {
  if (ts.isModuleDeclaration(node)) {
    const name = node.name.text
    ts.forEachChild(node, (child) => visit(child, name))
  } else if (ts.isModuleBlock(node)) {
    ts.forEachChild(node, (child) => visit(child, namespace))
  } else if (ts.isInterfaceDeclaration(node) || ts.isClassDeclaration(node)) {
    if (namespace === 'Electron') describe(node)
    else if (isOfMain(namespace) && ts.isClassDeclaration(node) && node.name) {
      values.set(node.name.text, node.name.text)
    }
  } else if (ts.isVariableStatement(node) && isOfMain(namespace)) {
    for (const { name, type } of node.declarationList.declarations) {
      const text = type?.getText(declarations) ?? ''
      values.set(name.getText(declarations), text.replace('typeof ', ''))
    }
  }
}

function isOfMain(namespace: string): boolean {
  return namespace === 'Main' || namespace === 'Common'
}

function describe(node: ts.InterfaceDeclaration | ts.ClassDeclaration): void {
  const named: { readonly name: string; readonly isStatic: boolean }[] = []
  for (const member of node.members) {
    const name = member.name?.getText(declarations)
    if (name === undefined || eventMethods.has(name)) continue
    const flags = ts.canHaveModifiers(member) ? (ts.getModifiers(member) ?? []) : []
    const isStatic = flags.some((flag) => flag.kind === ts.SyntaxKind.StaticKeyword)
    named.push({ name, isStatic })
  }
  const names = (isStatic: boolean): string[] =>
    [...new Set(named.filter((one) => one.isStatic === isStatic).map((one) => one.name))].sort()
  shapes.set(node.name?.text ?? '', { statics: names(true), members: names(false) })
}

ts.forEachChild(declarations, (node) => visit(node, ''))

test('every name of the main process can be imported', () => {
  expect([...values.keys()].filter((name) => !(name in standin))).toEqual([])
})

test('what the stand-in covers of Electron is written down', async () => {
  const lines = Object.entries(standin.implemented).flatMap(([name, value]) => {
    const shape = shapes.get(values.get(name) ?? '')
    if (!shape) return [`${name}: undeclared`]
    if (typeof value !== 'function') {
      // A class that is only known by its static side, such as `session`, is an object here.
      const all = shape.statics.length > 0 ? shape.statics : shape.members
      return [report(name, all, value)]
    }
    const prototype = (value as unknown as { readonly prototype: object }).prototype
    const statics = report(`${name} (static)`, shape.statics, value)
    return [statics, report(`${name} (methods)`, shape.members, prototype)]
  })
  const behind = {
    Session: defaultSession,
    UtilityProcess: StandinUtilityProcess.prototype,
    WebContents: StandinWebContents.prototype,
    WebFrameMain: Frame.prototype,
  }
  for (const [name, object] of Object.entries(behind)) {
    lines.push(report(`${name} (methods)`, shapes.get(name)?.members ?? [], object))
  }
  const text = `${lines.sort().join('\n')}\n`
  await expect(text).toMatchFileSnapshot(path.join(root, 'tests/fixtures/standin-coverage.txt'))
})

function report(name: string, all: readonly string[], object: object): string {
  const covered = all.filter((member) => member in object)
  const head = `${name}: ${covered.length} of ${all.length}`
  return [head, ...covered.map((member) => `  ${member}`)].join('\n')
}
