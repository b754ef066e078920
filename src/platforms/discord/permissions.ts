/** Purpose: what Plenary asks a server for, and the link that invites it with just that. */
import { PermissionFlagsBits } from 'discord.js'

/** Answers to commands and buttons need none of these: they go through the interaction. These are for what is said unasked and for mentions. */
const NEEDED = [
  // To know the channel at all.
  PermissionFlagsBits.ViewChannel,
  // Reminders, announcements, answers to mentions; threads have a permission of their own.
  PermissionFlagsBits.SendMessages,
  PermissionFlagsBits.SendMessagesInThreads,
  // Whether a message of unknown fate arrived: only our own are looked at.
  PermissionFlagsBits.ReadMessageHistory,
  // Reports, and what is too long for messages.
  PermissionFlagsBits.AttachFiles,
  // A channel for a group that wants a home.
  PermissionFlagsBits.ManageChannels,
  // The role that says who belongs to a group, given and taken; and that role's leave to see the group's private channel. Only roles below Plenary's own.
  PermissionFlagsBits.ManageRoles,
  // Groups that live in a thread: people are added, and taken out when they leave the group.
  PermissionFlagsBits.ManageThreads,
  // Dates that are published as events of the server; it lets Plenary change and delete its own, so Manage Events is not asked for.
  PermissionFlagsBits.CreateEvents,
]

export const PERMISSIONS = NEEDED.reduce((sum, permission) => sum | permission, 0n)

/** As the published schema takes them: numbers, though Discord shows them as text. Those that Plenary gives are small enough. */
export const bits = (permissions: bigint): number => Number(permissions)

export const inviteLink = (application: string) =>
  `https://discord.com/oauth2/authorize?client_id=${application}&scope=bot+applications.commands&permissions=${PERMISSIONS}`
