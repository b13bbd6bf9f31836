/** Turns values into text and back, as Electron's message channel would carry them. */
export interface Codec {
  /** Throws `An object could not be cloned.` for functions, symbols, promises and class internals. */
  encode(value: unknown): string
  decode(text: string): unknown
}

/**
 * Makes the part of the structured clone that Electron's messages use, as text.
 *
 * One function, run as it is in Node and, by its source text, in the page: it may use nothing from
 * outside itself. Tags: u undefined, n odd number, i bigint, r seen before, a array, o object,
 * t typed array, ab ArrayBuffer, d date, x regular expression, m map, s set, e error.
 */
export function makeCodec(): Codec {
  interface Node {
    readonly $: string
    readonly v?: unknown
    readonly k?: string
    readonly st?: string
  }
  type View = new (buffer: ArrayBufferLike) => object
  interface Base64 {
    toBase64(): string
  }
  interface FromBase64 {
    fromBase64(text: string): Uint8Array<ArrayBuffer>
  }
  const inNode = typeof Buffer !== 'undefined'
  const kindOf = (value: unknown): string => Object.prototype.toString.call(value).slice(8, -1)
  const refused = (): Error => new Error('An object could not be cloned.')
  const toText = (bytes: Uint8Array): string =>
    inNode
      ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
      : (bytes as unknown as Base64).toBase64()
  const toBytes = (text: string): Uint8Array<ArrayBuffer> =>
    inNode
      ? new Uint8Array(Buffer.from(text, 'base64'))
      : (Uint8Array as unknown as FromBase64).fromBase64(text)

  function encode(root: unknown): string {
    const seen = new Map<object, number>()
    const write = (value: unknown): unknown => {
      if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
      if (value === undefined) return { $: 'u' }
      if (typeof value === 'number') {
        if (Object.is(value, -0)) return { $: 'n', v: '-0' }
        return Number.isFinite(value) ? value : { $: 'n', v: String(value) }
      }
      if (typeof value === 'bigint') return { $: 'i', v: String(value) }
      if (typeof value !== 'object') throw refused()
      const known = seen.get(value)
      if (known !== undefined) return { $: 'r', v: known }
      seen.set(value, seen.size)
      return writeObject(value)
    }
    const writeObject = (value: object): Node => {
      if (Array.isArray(value)) return { $: 'a', v: Array.from(value, write) }
      const kind = kindOf(value)
      if (ArrayBuffer.isView(value)) {
        return {
          $: 't',
          k: kind,
          v: toText(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)),
        }
      }
      if (value instanceof ArrayBuffer) return { $: 'ab', v: toText(new Uint8Array(value)) }
      if (value instanceof Date) return { $: 'd', v: Number(value) }
      if (value instanceof RegExp) return { $: 'x', v: [value.source, value.flags] }
      if (value instanceof Map) {
        return { $: 'm', v: [...value].map(([key, item]) => [write(key), write(item)]) }
      }
      if (value instanceof Set) return { $: 's', v: [...value].map(write) }
      if (value instanceof Error) {
        return { $: 'e', k: value.name, v: value.message, st: value.stack ?? '' }
      }
      if (kind !== 'Object') throw refused()
      const copy: Record<string, unknown> = {}
      for (const [key, item] of Object.entries(value)) define(copy, key, write(item))
      return { $: 'o', v: copy }
    }
    return JSON.stringify(write(root))
  }

  /** Plain assignment would call the setter of `__proto__`. */
  function define(target: object, key: string, value: unknown): void {
    Object.defineProperty(target, key, {
      value,
      writable: true,
      enumerable: true,
      configurable: true,
    })
  }

  function decode(text: string): unknown {
    const seen: unknown[] = []
    const keep = <T>(value: T): T => {
      seen.push(value)
      return value
    }
    const read = (value: unknown): unknown =>
      value === null || typeof value !== 'object' ? value : readNode(value as Node)
    const readNode = (node: Node): unknown => {
      switch (node.$) {
        case 'u':
          return undefined
        case 'n':
          return Number(node.v)
        case 'i':
          return BigInt(node.v as string)
        case 'r':
          return seen[node.v as number]
        case 'a': {
          const list: unknown[] = keep([])
          for (const item of node.v as unknown[]) list.push(read(item))
          return list
        }
        case 'o': {
          const copy = keep({})
          for (const [key, item] of Object.entries(node.v as object)) define(copy, key, read(item))
          return copy
        }
        case 't': {
          const bytes = toBytes(node.v as string)
          if (node.k === 'Uint8Array') return keep(bytes)
          const view = (globalThis as unknown as Record<string, View>)[node.k ?? '']
          if (!view) throw refused()
          return keep(new view(bytes.buffer))
        }
        case 'ab':
          return keep(toBytes(node.v as string).buffer)
        case 'd':
          return keep(new Date(node.v === null ? Number.NaN : (node.v as number)))
        case 'x': {
          const [source = '', flags = ''] = node.v as string[]
          return keep(new RegExp(source, flags))
        }
        case 'm': {
          const map = keep(new Map<unknown, unknown>())
          for (const [key, item] of node.v as [unknown, unknown][]) map.set(read(key), read(item))
          return map
        }
        case 's': {
          const set = keep(new Set<unknown>())
          for (const item of node.v as unknown[]) set.add(read(item))
          return set
        }
        case 'e': {
          const known = [TypeError, RangeError, SyntaxError, ReferenceError, EvalError, URIError]
          const Kind = known.find((kind) => kind.name === node.k) ?? Error
          const error = keep(new Kind(node.v as string))
          error.stack = node.st ?? ''
          return error
        }
        default:
          throw refused()
      }
    }
    return read(JSON.parse(text))
  }
  return { encode, decode }
}
