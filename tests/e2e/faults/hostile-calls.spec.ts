import { RefusalData } from '#core/kernel/refusal.ts'
import { expect, test } from '../app.fixture.ts'

/** What a page gone wild could send; each is answered, none harms. */
const METHODS = [
  '',
  'no.such',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'office.state\u0000',
  'OFFICE.STATE',
] as const

test('a name that is no method is answered as such', async ({ counter }) => {
  const replies = await counter.page.evaluate(
    (methods) => Promise.all(methods.map((method) => window.app.call(method, null))),
    METHODS,
  )
  for (const reply of replies)
    expect(reply).toEqual({ ok: false, refusal: { code: 'not-found', what: 'method' } })
})

test('a method that is no text is answered', async ({ counter }) => {
  const replies = await counter.page.evaluate(() => {
    const wild = [null, 7, {}, ['office.state'], true] as unknown as readonly string[]
    return Promise.all(wild.map((method) => window.app.call(method, null)))
  })
  for (const reply of replies)
    expect(reply).toEqual({ ok: false, refusal: { code: 'not-found', what: 'method' } })
})

test('prototype keys, wrong types and deep nests are refused as input', async ({ counter }) => {
  const replies = await counter.page.evaluate(() => {
    const deep: { inner?: unknown } = {}
    let at = deep
    for (let level = 0; level < 500; level++) at.inner = at = {}
    const inputs = [
      JSON.parse('{"__proto__": {"text": "0000001015", "limit": 8}}'),
      JSON.parse('{"constructor": {"prototype": {"text": "x"}}}'),
      { text: { toString: 'x' }, limit: 8 },
      { text: 'x', limit: Number.NaN },
      { text: ['x'], limit: 8 },
      new Map([['text', 'x']]),
      new Uint8Array(8),
      new Date(),
      undefined,
      deep,
    ]
    return Promise.all(inputs.map((input) => window.app.call('citizens.search', input)))
  })
  for (const reply of replies) {
    expect(reply.ok).toBe(false)
    if (!reply.ok) expect(RefusalData.parse(reply.refusal).code).toBe('invalid-input')
  }
  expect(await counter.page.evaluate(() => 'text' in {})).toBe(false)
})

test('fifty megabytes are answered, and the desk works on', async ({ counter }) => {
  const reply = await counter.page.evaluate(() =>
    window.app.call('citizens.search', { text: 'x'.repeat(50_000_000), limit: 8 }),
  )
  expect(reply).toEqual({ ok: false, refusal: { code: 'invalid-input', fault: 'too_big' } })
  await counter.openFile('0000001015')
})

test('what a clerk may not do is forbidden, whatever the page says', async ({ counter }) => {
  const reply = await counter.page.evaluate(() => window.app.call('access.clerks', null))
  expect(reply).toMatchObject({ ok: false, refusal: { code: 'forbidden' } })
})

test('a frame of the page has no way to the office', async ({ counter }) => {
  const bridge = await counter.page.evaluate(() => {
    const frame = document.createElement('iframe')
    document.body.append(frame)
    const found = typeof frame.contentWindow?.app
    frame.remove()
    return found
  })
  expect(bridge).toBe('undefined')
})
