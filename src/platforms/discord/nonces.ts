/** Purpose: which message each nonce stands for, while Discord may still tell of it. */

type Part = { readonly marker: string; readonly part: number; readonly of: number }
export type Nonces = { expect(nonce: string, part: Part): void; find(nonce: string | number | undefined): Part | undefined }

/** In memory only; the oldest are forgotten first. */
const MOST = 10_000

export function makeNonces(most = MOST): Nonces {
  const expected = new Map<string, Part>()
  return {
    expect(nonce, part) {
      expected.set(nonce, part)
      const [oldest] = expected.keys()
      if (expected.size > most && oldest !== undefined) expected.delete(oldest)
    },
    find: nonce => (nonce === undefined ? undefined : expected.get(String(nonce))),
  }
}
