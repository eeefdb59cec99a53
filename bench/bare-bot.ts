import { Client, ComponentType, Events, GatewayIntentBits, MessageFlags } from 'discord.js';

/** What there is to compare with: discord.js as it comes, one intent, one constant answer, nothing behind it. */
const client = new Client({
  intents: [GatewayIntentBits.Guilds],
  rest: { api: process.env.DISCORD_API_URL ?? 'https://discord.com/api' },
});

const components = [
  {
    type: ComponentType.Container,
    components: [
      { type: ComponentType.TextDisplay, content: '## A constant\nThe same answer to whatever was asked.' },
      {
        type: ComponentType.ActionRow,
        // Named like the real bot's, so that one and the same press can be sent to both.
        components: [{ type: ComponentType.Button, style: 2, label: 'Again', custom_id: 'step:tab:http:topics' }],
      },
    ],
  },
] as const;

client.on(Events.InteractionCreate, async (interaction) => {
  if (interaction.isChatInputCommand())
    await interaction.reply({ components, flags: [MessageFlags.IsComponentsV2, MessageFlags.Ephemeral] });
  if (interaction.isButton()) await interaction.update({ components, flags: MessageFlags.IsComponentsV2 });
});

client.once(Events.ClientReady, () => console.log('The bare bot is connected.'));
// A regular exit, for only that writes Node's compile cache.
process.once('SIGTERM', () => void client.destroy().then(() => process.exit(0)));
await client.login(process.env.DISCORD_TOKEN);
