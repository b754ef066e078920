/** Purpose: name the window or tab after the channel, with a dot when something new waits in it. */
export function nameWindow(channel: string, news: boolean): void {
  document.title = `${news ? '• ' : ''}${channel} · Plenary`
}
