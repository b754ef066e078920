/** Purpose: a reply that is given again is rendered once; an equal one of somebody else is not taken for it. */
import { expect, test } from 'vitest'
import { makeRenderedOnce } from '../../src/platforms/rendered-once.ts'

test('the same reply once, an equal one by itself', () => {
  const renderedOnce = makeRenderedOnce<{ readonly at: number }>()
  let made = 0
  const make = () => ({ at: made++ })
  const reply = { text: 'Three practices' }
  expect(renderedOnce(reply, make)).toBe(renderedOnce(reply, make))
  expect(made).toBe(1)
  expect(renderedOnce({ ...reply }, make)).toEqual({ at: 1 })
})
