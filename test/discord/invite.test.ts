import { PermissionsBitField } from 'discord.js';
import { expect, test } from 'vitest';
import { inviteLink } from '../../src/discord/invite.ts';

const link = new URL(inviteLink('123456789012345678'));

test('the link leads to Discord and installs this application with its commands', () => {
  expect(`${link.origin}${link.pathname}`).toBe('https://discord.com/oauth2/authorize');
  expect(link.searchParams.get('client_id')).toBe('123456789012345678');
  expect(link.searchParams.get('scope')?.split(' ').sort()).toEqual(['applications.commands', 'bot']);
});

test('the link asks for what posting needs, and for nothing that a moderator would fear', () => {
  const asked = new PermissionsBitField(BigInt(link.searchParams.get('permissions') ?? '0')).toArray();
  expect(asked.sort()).toEqual([
    'AttachFiles',
    'CreatePublicThreads',
    'EmbedLinks',
    'ReadMessageHistory',
    'SendMessages',
    'SendMessagesInThreads',
    'ViewChannel',
  ]);
});
