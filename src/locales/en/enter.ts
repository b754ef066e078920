/** Purpose: the page of the one-time link. */
export const enter = {
  'enter.button': 'Enter the chat',
  'enter.used': 'This link has been used or has expired. Ask your operator for a new one.',
}
