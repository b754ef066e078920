/** Purpose: turn an SVG drawing into a PNG with the same letters on every machine, Arabic included. */
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

/** Loaded with the first picture: most processes never draw one. */
const require = createRequire(import.meta.url)

const FONTS = [
  '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
  '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf',
  '@expo-google-fonts/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf',
  '@expo-google-fonts/noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf',
].map(file => fileURLToPath(import.meta.resolve(file)))

/** The last pictures, by all that is drawn: whoever asks again before anything has changed waits for nothing. */
const drawn = new Map<string, Uint8Array>()
const MOST = 8

/** @param scale pixels per unit of the drawing; 2 is sharp on phones, 1.5 takes half the time */
export function renderPng(svg: string, scale = 2): Uint8Array {
  const key = `${scale} ${svg}`
  const png = drawn.get(key) ?? draw(svg, scale)
  drawn.delete(key)
  drawn.set(key, png)
  const [oldest] = drawn.keys()
  if (drawn.size > MOST && oldest !== undefined) drawn.delete(oldest)
  return png
}

function draw(svg: string, scale: number): Uint8Array {
  const { Resvg }: typeof import('@resvg/resvg-js') = require('@resvg/resvg-js')
  const drawing = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: scale },
    font: { fontFiles: FONTS, loadSystemFonts: false, defaultFontFamily: 'Noto Sans' },
  })
  return drawing.render().asPng()
}
