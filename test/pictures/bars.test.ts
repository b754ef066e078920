/** Purpose: pictures: real letters in Arabic too, and no text that could break out of its drawing. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawBars } from '../../src/pictures/bars.ts'
import { renderPng } from '../../src/pictures/render-png.ts'

test('is a PNG, twice as fine as its drawing', () => {
  const png = Buffer.from(renderPng(drawBars('Members by region', [{ label: 'Europe', count: 12 }], 'en')))
  expect(png.subarray(1, 4).toString()).toBe('PNG')
  expect(png.readUInt32BE(16)).toBe(1440)
})

test('Arabic is drawn with Arabic letters, not with the same empty boxes', () => {
  const one = renderPng(drawBars('المجموعات', [{ label: 'أوروبا', count: 3 }], 'ar'))
  const other = renderPng(drawBars('المدارس', [{ label: 'آسيا', count: 3 }], 'ar'))
  expect(Buffer.compare(one, other)).not.toBe(0)
})

test('any label gives a picture', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), label => {
      expect(renderPng(drawBars(label, [{ label, count: 1 }], 'en'), 1).length).toBeGreaterThan(100)
    }),
    { numRuns: 50 },
  )
})

test('one of five does not look like five of five', () => {
  const widths = (bars: Parameters<typeof drawBars>[1]) =>
    Array.from(drawBars('', bars, 'en').matchAll(/<rect[^>]* width="([\d.]+)"/g), ([, width]) => Number(width))
  const [of = 0] = widths([{ label: 'a', count: 1, of: 5 }]).slice(-1)
  const [full = 0] = widths([{ label: 'a', count: 5, of: 5 }]).slice(-1)
  expect(of / full).toBeCloseTo(0.2, 2)
})
