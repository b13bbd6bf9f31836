/** What the two halves of the context bridge tell each other. */
interface Word {
  readonly kind: 'call' | 'returned' | 'resolved' | 'rejected' | 'expose'
  readonly id?: number
  readonly key?: string
  readonly value?: unknown
  readonly threw?: unknown
}

/** One half of the context bridge. */
export interface Bridge {
  post(word: Word): void
  /** Copies a value for the other side; functions and promises become numbers. */
  pack(value: unknown): unknown
  onExpose: (key: string, value: unknown) => void
}

/**
 * One half of the context bridge, in the page's world or in the preload script's isolated one. They
 * talk synchronously through DOM events whose names only they know, so neither side ever holds an
 * object of the other: values are copied, functions become numbers.
 *
 * Sent to the page as text: it uses nothing from outside itself.
 *
 * @param me  name of this half
 * @param peer  name of the other half
 * @param token  the secret part of the names, fresh for each window
 */
export function makeBridge(me: string, peer: string, token: string): Bridge {
  interface Token {
    readonly id: number
    readonly type: 'function' | 'promise' | 'error'
    readonly message?: string
  }
  type Callable = (...args: unknown[]) => unknown
  // Taken before the page can replace them.
  const target = document
  const dispatch = EventTarget.prototype.dispatchEvent.bind(target)
  const MessageEvent = CustomEvent
  const detail = Object.getOwnPropertyDescriptor(CustomEvent.prototype, 'detail')
  const mark = `$${token}`
  const functions = new Map<number, Callable>() // ours, which the other side may call
  const numbers = new WeakMap<Callable, number>()
  const promises = new Map<number, [(value: unknown) => void, (reason: unknown) => void]>()
  let count = 0
  let answer: Word | undefined // of the call in progress: events are delivered synchronously

  const isPlain = (value: object): boolean =>
    Object.prototype.toString.call(value) === '[object Object]'
  const failure = (error: unknown): unknown => ({
    [mark]: {
      id: 0,
      type: 'error',
      message: error instanceof Error ? error.message : String(error),
    },
  })

  function pack(value: unknown, seen = new Map<object, unknown>()): unknown {
    if (typeof value === 'function') {
      const callable = value as Callable
      const id = numbers.get(callable) ?? ++count
      numbers.set(callable, id)
      functions.set(id, callable)
      return { [mark]: { id, type: 'function' } }
    }
    if (typeof value === 'symbol') throw new Error('An object could not be cloned.')
    if (value === null || typeof value !== 'object') return value
    const known = seen.get(value)
    if (known !== undefined) return known
    if (value instanceof Promise) {
      const id = ++count
      value
        .then((result: unknown) => post({ kind: 'resolved', id, value: pack(result) }))
        .catch((error: unknown) => post({ kind: 'rejected', id, value: failure(error) }))
      return { [mark]: { id, type: 'promise' } }
    }
    if (value instanceof Error) return failure(value)
    return copy(value, seen, pack)
  }

  function unpack(value: unknown, seen = new Map<object, unknown>()): unknown {
    if (value === null || typeof value !== 'object') return value
    const known = seen.get(value)
    if (known !== undefined) return known
    const token = (value as Record<string, Token | undefined>)[mark]
    if (token?.type === 'error') return new Error(token.message)
    if (token?.type === 'promise') {
      return new Promise((resolve, reject) => promises.set(token.id, [resolve, reject]))
    }
    if (token) return (...args: unknown[]) => callPeer(token.id, args)
    return copy(value, seen, unpack)
  }

  /** Arrays and plain objects are copied by hand; the rest is cloned by the event itself. */
  function copy(
    value: object,
    seen: Map<object, unknown>,
    each: (value: unknown, seen: Map<object, unknown>) => unknown,
  ): unknown {
    if (Array.isArray(value)) {
      const list: unknown[] = []
      seen.set(value, list)
      for (const item of value) list.push(each(item, seen))
      return list
    }
    if (!isPlain(value)) return value
    const object: Record<string, unknown> = {}
    seen.set(value, object)
    for (const [key, item] of Object.entries(value)) {
      Object.defineProperty(object, key, {
        value: each(item, seen),
        writable: true,
        enumerable: true,
        configurable: true,
      })
    }
    return object
  }

  function callPeer(id: number, args: unknown[]): unknown {
    post({ kind: 'call', id, value: pack(args) })
    const given = answer
    answer = undefined
    if (given?.threw !== undefined) throw unpack(given.threw) as Error
    return unpack(given?.value)
  }

  function callOurs(word: Word): Word {
    try {
      const args = unpack(word.value) as unknown[]
      return { kind: 'returned', value: pack(functions.get(word.id ?? 0)?.(...args)) }
    } catch (error) {
      return { kind: 'returned', threw: failure(error) }
    }
  }

  function post(word: Word): void {
    dispatch(new MessageEvent(token + peer, { detail: word }))
  }

  const bridge: Bridge = { post, pack, onExpose: () => undefined }
  target.addEventListener(
    token + me,
    (event) => {
      event.stopImmediatePropagation()
      const word = detail?.get?.call(event) as Word | null
      if (!word) throw new Error('An object could not be cloned.')
      if (word.kind === 'call') post(callOurs(word))
      else if (word.kind === 'returned') answer = word
      else if (word.kind === 'expose') bridge.onExpose(word.key ?? '', unpack(word.value))
      else {
        const [resolve, reject] = promises.get(word.id ?? 0) ?? []
        promises.delete(word.id ?? 0)
        if (word.kind === 'resolved') resolve?.(unpack(word.value))
        else reject?.(unpack(word.value))
      }
    },
    true,
  )
  return bridge
}
