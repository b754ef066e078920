import { en } from '../en/all.ts'

export const fr = en
