/** Purpose: the searches that ours is measured beside: plain fuse.js, MiniSearch, and a bare full-text table of SQLite. */
import Database from 'better-sqlite3'
import Fuse from 'fuse.js'
import MiniSearch from 'minisearch'
import type { LibraryEntry } from '../src/library/question.ts'

/** The same text for each: id, title, and all the rest. */
export type Page = { readonly id: string; readonly title: string; readonly text: string }
export type Rival = { readonly name: string; build(pages: readonly Page[]): (question: string) => readonly string[] }

const FIRST = 10

export const fuse: Rival = {
  name: 'fuse.js, plain',
  build(pages) {
    const index = new Fuse(pages, { keys: ['title', 'text'] })
    return question => index.search(question, { limit: FIRST }).map(hit => hit.item.id)
  },
}

export const miniSearch: Rival = {
  name: 'MiniSearch',
  build(pages) {
    const index = new MiniSearch<Page>({ fields: ['title', 'text'], searchOptions: { prefix: true, fuzzy: 0.2, boost: { title: 3 } } })
    index.addAll(pages)
    return question =>
      index
        .search(question)
        .slice(0, FIRST)
        .map(hit => String(hit.id))
  },
}

export const fts5: Rival = {
  name: 'FTS5, bare',
  build(pages) {
    const db = new Database(':memory:')
    db.exec("CREATE VIRTUAL TABLE pages USING fts5(id UNINDEXED, title, text, tokenize = 'porter unicode61')")
    const insert = db.prepare('INSERT INTO pages VALUES (?, ?, ?)')
    db.transaction(() => {
      for (const page of pages) insert.run(page.id, page.title, page.text)
    })()
    const find = db.prepare<[string], { id: string }>(
      `SELECT id FROM pages WHERE pages MATCH ? ORDER BY bm25(pages, 0, 3, 1) LIMIT ${FIRST}`,
    )
    return question => {
      const words = question.match(/[\p{L}\p{N}]+/gu) ?? []
      return words.length === 0 ? [] : find.all(words.map(word => `"${word}"`).join(' OR ')).map(row => row.id)
    }
  },
}

export const pageOf = (entry: LibraryEntry): Page => ({
  id: entry.id,
  title: entry.title,
  text: [
    entry.summary,
    ...entry.asks,
    ...entry.actions,
    ...entry.indicators,
    ...entry.organisations,
    ...entry.themes,
    ...entry.places,
  ].join('\n'),
})
