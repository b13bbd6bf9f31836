import { Refusal } from '#core/kernel/refusal.ts'

/** No form of the counter comes near these. A value counts one, a text its characters. */
const MOST_VALUES = 20_000
const MOST_CHARACTERS = 4_000_000
const DEEPEST = 20

/** Keys that reach a prototype; no field of the contract bears such a name. */
const REACHING = new Set(['__proto__', 'constructor', 'prototype'])

interface Budget {
  values: number
  characters: number
}

function refuse(fault: string): never {
  throw new Refusal('invalid-input', { fault })
}

/**
 * A copy of what came in, made of texts, finite numbers, booleans, null, arrays and plain objects
 * only; `more` characters than usual for a method that carries a file. What runs when it is read (getters, proxies) runs here, once, before anything is decided.
 *
 * @refuses anything else, cycles, and more than any form holds (`invalid-input`)
 */
export function plainInput(input: unknown, more = 0): unknown {
  try {
    return copy(input, { values: MOST_VALUES, characters: MOST_CHARACTERS + more }, 0)
  } catch (cause) {
    if (cause instanceof Refusal) throw cause
    return refuse('invalid_type')
  }
}

function copy(value: unknown, budget: Budget, depth: number): unknown {
  if (--budget.values < 0 || depth > DEEPEST) refuse('too_big')
  switch (typeof value) {
    case 'string':
      budget.characters -= value.length
      return budget.characters < 0 ? refuse('too_big') : value
    case 'number':
      return Number.isFinite(value) ? value : refuse('invalid_type')
    case 'boolean':
    case 'undefined':
      return value
    case 'object':
      if (value === null) return null
      return Array.isArray(value)
        ? copyList(value, budget, depth)
        : copyRecord(value, budget, depth)
    case 'bigint':
    case 'function':
    case 'symbol':
      return refuse('invalid_type')
  }
}

function copyList(list: readonly unknown[], budget: Budget, depth: number): unknown[] {
  const { length } = list
  if (length > budget.values) refuse('too_big')
  const copied: unknown[] = []
  for (let i = 0; i < length; i++) copied.push(copy(list[i], budget, depth + 1))
  return copied
}

function copyRecord(value: object, budget: Budget, depth: number): Record<string, unknown> {
  const prototype: unknown = Object.getPrototypeOf(value)
  // An object from another realm has a prototype of its own, whose prototype is null.
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) refuse('invalid_type')
  const keys = Object.keys(value)
  if (keys.length > budget.values) refuse('too_big')
  const copied: Record<string, unknown> = {}
  for (const key of keys) {
    budget.characters -= key.length
    if (REACHING.has(key)) refuse('unrecognized_keys')
    copied[key] = copy((value as Readonly<Record<string, unknown>>)[key], budget, depth + 1)
  }
  return copied
}
