/** Purpose: the page's few small drawings, all in one line weight. */
import { drawing } from './el.ts'

const SHAPES = {
  menu: ['M3 5.5h14', 'M3 10h14', 'M3 14.5h14'],
  close: ['M5 5l10 10', 'M15 5L5 15'],
  send: ['M10 16V4.5', 'M5 9.2l5-5 5 5'],
  down: ['M10 4v11.5', 'M5 10.8l5 5 5-5'],
  open: ['M5.5 8l4.5 4.5L14.5 8'],
  check: ['M4 10.5l4 4 8-9'],
  globe: [
    'M10 2.5a7.5 7.5 0 100 15 7.5 7.5 0 000-15z',
    'M2.5 10h15',
    'M10 2.5c2.2 2 3.2 4.6 3.2 7.5s-1 5.5-3.2 7.5c-2.2-2-3.2-4.6-3.2-7.5s1-5.5 3.2-7.5z',
  ],
  private: ['M5 9h10a1 1 0 011 1v6a1 1 0 01-1 1H5a1 1 0 01-1-1v-6a1 1 0 011-1z', 'M6.8 9V6.2a3.2 3.2 0 016.4 0V9'],
  warning: ['M10 2.8l8 14.2H2z', 'M10 8v4', 'M10 14.4v.1'],
  file: ['M11.5 2.5H6a1 1 0 00-1 1v13a1 1 0 001 1h8a1 1 0 001-1V6z', 'M11.5 2.5V6H15'],
  slash: ['M12.5 4l-5 12'],
  retry: ['M15.5 6.5A6.5 6.5 0 1016.5 10', 'M16 3v4h-4'],
} as const

export const icon = (name: keyof typeof SHAPES) => drawing(name, SHAPES[name])
