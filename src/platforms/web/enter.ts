/** Purpose: sign in by a one-time link. Opening the link only shows a button: programs that preview links must not use it up. */
import { Hono } from 'hono'
import { html } from 'hono/html'
import { type Language, labelIn, languageOf } from '../../locales/say.ts'
import type { Visitors } from './visitors.ts'

export function enterRoutes(visitors: Visitors): Hono {
  const routes = new Hono()
  routes.get('/enter/:token', context => {
    const language = languageOf(context.req.header('accept-language')) ?? 'en'
    return context.html(frame(language, html`<form method="post"><button autofocus>${labelIn(language)('enter.button')}</button></form>`))
  })
  routes.post('/enter/:token', async context => {
    if (await visitors.enter(context, context.req.param('token'))) return context.redirect('/', 303)
    const language = languageOf(context.req.header('accept-language')) ?? 'en'
    return context.html(frame(language, html`<p>${labelIn(language)('enter.used')}</p>`), 410)
  })
  return routes
}

const frame = (language: Language, content: ReturnType<typeof html>) => html`<!doctype html>
<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">
<title>Plenary</title><link rel="stylesheet" href="/page/enter.css"></head>
<body><main><h1>Plenary</h1>${content}</main></body></html>`
