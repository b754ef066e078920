/** Purpose: numbers by number, as typed arrays that grow when they must. */

/** An array as long as is needed to hold `index`, twice as long as before at least. */
export function roomFor<A extends Int32Array | Uint32Array | Float32Array | Float64Array | Uint8Array>(
  array: A,
  index: number,
  make: (size: number) => A,
): A {
  if (index < array.length) return array
  const larger = make(Math.max(index + 1, array.length * 2))
  larger.set(array)
  return larger
}

export const int32 = (size: number) => new Int32Array(size)
export const uint32 = (size: number) => new Uint32Array(size)
export const uint8 = (size: number) => new Uint8Array(size)
export const float32 = (size: number) => new Float32Array(size)
export const float64 = (size: number) => new Float64Array(size)
