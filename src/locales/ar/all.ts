import { en } from '../en/all.ts'

export const ar = en
