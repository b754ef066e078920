/** Purpose: the key of a private letter starts with whom it goes to, so that all of them can be taken back when somebody asks to be forgotten. */
import { type Address, formatAddress } from '../address.ts'

export const letterPrefix = (address: Address) => `@${formatAddress(address)}:`
