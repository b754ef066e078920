/** Purpose: the types that the package `snowball-stemmers` does not bring. */
declare module 'snowball-stemmers' {
  const stemmers: { newStemmer(language: string): { stem(word: string): string } }
  export default stemmers
}
