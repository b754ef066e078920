import { en } from '../en/all.ts'

export const es = en
