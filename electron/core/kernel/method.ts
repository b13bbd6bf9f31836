import type { z } from 'zod'
import type { Permission } from './permission.ts'

/**
 * How a method runs. A query reads on a read-only handle; a command runs in one transaction with
 * its audit entry; a task (sign-in, set-up, import, print) opens its own transactions.
 */
export type MethodKind = 'query' | 'command' | 'task'

export interface MethodSpec<
  K extends MethodKind = MethodKind,
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
> {
  readonly kind: K
  readonly permission: Permission
  readonly input: I
  readonly output: O
}

interface Parts<I extends z.ZodType, O extends z.ZodType> {
  readonly permission: Permission
  readonly input: I
  readonly output: O
}

/** A method that only reads. */
export function query<I extends z.ZodType, O extends z.ZodType>(
  parts: Parts<I, O>,
): MethodSpec<'query', I, O> {
  return { kind: 'query', ...parts }
}

/** A method that changes the office, in one transaction with its audit entry. */
export function command<I extends z.ZodType, O extends z.ZodType>(
  parts: Parts<I, O>,
): MethodSpec<'command', I, O> {
  return { kind: 'command', ...parts }
}

/** A method that manages its own transactions, because it is long or comes before sign-in. */
export function task<I extends z.ZodType, O extends z.ZodType>(
  parts: Parts<I, O>,
): MethodSpec<'task', I, O> {
  return { kind: 'task', ...parts }
}
