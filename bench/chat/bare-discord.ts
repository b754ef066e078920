/** Purpose: the least that a discord.js client can be. BENCH_WAY=defer promises first and then edits in a constant, as Plenary does; =reply answers at once. */
import { Client, Events, GatewayIntentBits, MessageFlags, Partials } from 'discord.js'

const { DISCORD_TOKEN = '', DISCORD_API_URL = '', BENCH_WAY } = process.env
const CONSTANT = 'Here is what you asked for.'

const client = new Client({
  intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
  partials: [Partials.Channel],
  // By itself discord.js holds answers back at 50 requests a second, which would be no rival.
  rest: { api: DISCORD_API_URL, globalRequestsPerSecond: Number.POSITIVE_INFINITY },
})
client.on(Events.InteractionCreate, async interaction => {
  if (!interaction.isChatInputCommand()) return
  if (BENCH_WAY === 'reply') return void (await interaction.reply({ content: CONSTANT, flags: MessageFlags.Ephemeral }))
  await interaction.deferReply({ flags: MessageFlags.Ephemeral })
  await interaction.editReply(CONSTANT)
})
client.on(Events.MessageCreate, async message => void (await message.reply(CONSTANT)))
await client.login(DISCORD_TOKEN)
