/** Absent properties that the language, an inspector or a test library looks for on any object. */
const probed = new Set(['then', 'toJSON', 'inspect', 'constructor', 'nodeType', 'asymmetricMatch'])

/**
 * Makes what is not implemented fail at once and by name: a stand-in must never answer `undefined`.
 * Writing is allowed, so that tests can replace a method.
 */
export function strict<T extends object>(name: string, target: T): T {
  return new Proxy(target, {
    get(object, key): unknown {
      const known = typeof key === 'symbol' || key in object || key.startsWith('_')
      if (known || probed.has(key)) return Reflect.get(object, key, object)
      throw new Error(`[standin] electron.${name}.${key} is not implemented`)
    },
    set: (object, key, value) => Reflect.set(object, key, value),
  })
}

/** A member of Electron's module that the stand-in lacks altogether: any use of it throws. */
export function missing(name: string): object {
  const fail = (): never => {
    throw new Error(`[standin] electron.${name} is not implemented`)
  }
  // A function, so that calling it and constructing it come here as well.
  return new Proxy(function () {}, {
    get(_object, key): unknown {
      if (typeof key === 'symbol' || probed.has(key)) return undefined
      return fail()
    },
    set: fail,
    apply: fail,
    construct: fail,
  })
}
