/** Purpose: keep the composer above a phone's keyboard where the browser does not do it by itself. */
export function fitScreen(): void {
  const view = window.visualViewport
  if (!view) return
  const root = document.documentElement
  const fit = () => {
    // Zoomed in, the visible part is smaller by choice: the page stays as it is.
    const covered = view.scale < 1.05 && view.height < innerHeight - 80
    root.style.setProperty('--height', covered ? `${view.height}px` : '100dvh')
    root.style.setProperty('--top', covered ? `${view.offsetTop}px` : '0px')
  }
  view.addEventListener('resize', fit)
  view.addEventListener('scroll', fit)
}
