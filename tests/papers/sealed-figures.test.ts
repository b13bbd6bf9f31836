import { expect, test } from 'vitest'
import { PaperKind, type PaperStatement } from '#core/certificates/paper.model.ts'
import { figuresOf } from '#core/certificates/state-paper.rules.ts'
import { againstText } from '#core/verification/verdict.rules.ts'
import { textIn } from '../../electron/backend/verification/pdf-text.ts'
import { fullSamples } from './full-samples.ts'
import { paperOf } from './renderer.ts'

test.each(PaperKind.options)(
  'every figure that the seal of a %s vouches for is found on its pages',
  async (kind) => {
    const statement: PaperStatement = fullSamples[kind]
    const figures = figuresOf(statement)
    const text = (await textIn(await paperOf(statement))) ?? ''
    expect(figures.length).toBeGreaterThan(0)
    expect(againstText(figures, text).filter(({ agrees }) => !agrees)).toEqual([])
  },
)
