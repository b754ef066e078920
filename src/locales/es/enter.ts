/** Purpose: the page of the one-time link. */
export const enter = {
  'enter.button': 'Entrar al chat',
  'enter.used': 'Este enlace ya se usó o ha caducado. Pide uno nuevo a quien administra Plenary.',
}
