/** Purpose: what Plenary asks a server for, and the link that invites it with just that. */
import { PermissionFlagsBits } from 'discord.js'

/** Answers to commands and buttons need none of these: they go through the interaction. These are for what is said unasked and for mentions. */
const NEEDED = [
  // To know the channel at all.
  PermissionFlagsBits.ViewChannel,
  // Reminders, announcements, answers to mentions; threads have a permission of their own.
  PermissionFlagsBits.SendMessages,
  PermissionFlagsBits.SendMessagesInThreads,
  // Reports, and what is too long for messages.
  PermissionFlagsBits.AttachFiles,
]

export const PERMISSIONS = NEEDED.reduce((sum, permission) => sum | permission, 0n)

export const inviteLink = (application: string) =>
  `https://discord.com/oauth2/authorize?client_id=${application}&scope=bot+applications.commands&permissions=${PERMISSIONS}`
