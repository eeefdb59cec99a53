import { expect, test } from 'vitest';
import { LINK_LENGTH, NOTE_LENGTH, readEvidence } from '../../src/domain/step-evidence.ts';

test.each([
  { link: '', note: '', is: { kind: 'empty' } },
  { link: ' \n', note: '\t', is: { kind: 'empty' } },
  { link: '', note: ' Hard. ', is: { kind: 'given', evidence: { link: undefined, note: 'Hard.' } } },
  {
    link: ' https://example.com/a_b?c=d#e ',
    note: '',
    is: { kind: 'given', evidence: { link: 'https://example.com/a_b?c=d#e', note: undefined } },
  },
  {
    link: 'HTTP://Example.com',
    note: 'Both.',
    is: { kind: 'given', evidence: { link: 'http://example.com/', note: 'Both.' } },
  },
  {
    link: 'https://example.com/><@1>`',
    note: '',
    is: { kind: 'given', evidence: { link: 'https://example.com/%3E%3C@1%3E%60', note: undefined } },
  },
  ...[
    'example.com',
    'javascript:alert(1)',
    'ftp://example.com',
    'https://',
    'https://localhost',
    'https://a b.com',
    'https://a.com https://b.com',
    'data:text/html,x',
    '//example.com',
  ].map((link) => ({ link, note: 'x', is: { kind: 'refused', problem: 'no-link' } })),
  { link: `https://a.com/${'x'.repeat(LINK_LENGTH)}`, note: '', is: { kind: 'refused', problem: 'too-long' } },
  { link: '', note: 'x'.repeat(NOTE_LENGTH + 1), is: { kind: 'refused', problem: 'too-long' } },
])('"$link" with "$note" is $is.kind', ({ link, note, is }) => {
  expect(readEvidence({ link, note })).toEqual(is);
});
