import { expect, test } from 'vitest'
import { readOrder, required, UsageFault } from '../../../../electron/backend/console/words.ts'

test('a word, what follows it, and options in any place', () => {
  const order = readOrder(['--office', 'x', 'import', 'a.zip', '--force', '--as=modir'])
  expect(order).toMatchObject({
    word: 'import',
    rest: ['a.zip'],
    options: { office: 'x', force: true, as: 'modir' },
  })
})

test('there is no option for a secret', () => {
  for (const option of ['--secret=x', '--password=x', '-p'])
    expect(() => readOrder(['call', 'access.session', option])).toThrow(UsageFault)
})

test('what is missing is named', () => {
  const { options } = readOrder(['paper', '--out', ''])
  expect(() => required(options, 'out')).toThrow('--out is missing')
  expect(() => required(options, 'citizen')).toThrow('--citizen is missing')
  expect(() => readOrder(['import', '--as'])).toThrow(UsageFault)
})
