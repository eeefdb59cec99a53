import { STATUS_CODES } from 'node:http';
import { describe, expect, test } from 'vitest';
import { readContentFiles } from './content-files.ts';

const texts = readContentFiles().flatMap(({ file, texts }) =>
  texts.map(({ place, text }) => ({ where: `${file} ${place}`, text })),
);

describe('status codes', () => {
  /** The registered reason phrases. Two of them RFC 9110 has renamed since Node wrote its list. */
  const phrases = new Map(
    Object.entries({ ...STATUS_CODES, 413: 'Content Too Large', 422: 'Unprocessable Content' }).map(
      ([code, phrase = '']) => [code, phrase],
    ),
  );
  const formerPhrases = ['Payload Too Large', 'Request Entity Too Large', 'Unprocessable Entity', 'Moved Temporarily'];
  const anyPhrase = [...phrases.values(), ...formerPhrases].join('|').replaceAll('(', '\\(').replaceAll(')', '\\)');

  /** "404 Not Found", also where the name is a wrong one: any words in capitals, or a phrase in small letters. */
  const FORWARD = new RegExp(
    `(?<![\\w./:-])([1-5]\\d\\d) ((?:${anyPhrase})(?![\\w-])|[A-Z][\\w'-]*(?: [A-Z][\\w'-]*)*)`,
    'gi',
  );
  /** A name in capitals, no unit: "512 MB" is no claim. */
  const CAPITALS = /^(?!(?:[KMGT]i?B|MHz|GHz)\b)[A-Z]/;
  /** "Not Found (404)". */
  const BACKWARD = new RegExp(`(${anyPhrase}) \\(([1-5]\\d\\d)\\)`, 'gi');

  function claimsIn(text: string): readonly { readonly code: string; readonly phrase: string }[] {
    const forward = [...text.matchAll(FORWARD)].map(([, code = '', phrase = '']) => ({ code, phrase }));
    const backward = [...text.matchAll(BACKWARD)].map(([, phrase = '', code = '']) => ({ code, phrase }));
    const isClaim = (phrase: string) => CAPITALS.test(phrase) || new RegExp(`^(?:${anyPhrase})$`, 'i').test(phrase);
    return [...forward, ...backward].filter(({ phrase }) => isClaim(phrase));
  }

  const wrongIn = (text: string) => claimsIn(text).filter(({ code, phrase }) => phrases.get(code) !== phrase);

  test('every status code with a name has the registered one', () => {
    const wrong = texts.flatMap(({ where, text }) =>
      wrongIn(text).map(({ code, phrase }) => `${where}: ${code} ${phrase}`),
    );
    expect(wrong).toEqual([]);
  });

  test('the codes that a beginner meets are among them', () => {
    const codes = new Set(texts.flatMap(({ text }) => claimsIn(text).map(({ code }) => code)));
    const met = [
      '200',
      '201',
      '204',
      '301',
      '304',
      '400',
      '401',
      '403',
      '404',
      '405',
      '409',
      '422',
      '429',
      '500',
      '503',
    ];
    expect([...codes]).toEqual(expect.arrayContaining(met));
  });

  test.each([
    '404 Missing',
    '404 not found',
    '401 Forbidden',
    '422 Unprocessable Entity',
    '413 Payload Too Large',
    '499 Client Closed Request',
    'Not Found (403)',
    'HTTP/1.1 200 Okay',
  ])('"%s" would be noticed', (text) => {
    expect(wrongIn(text)).toHaveLength(1);
  });
});

describe('OWASP Top 10:2025', () => {
  const names = [
    'Broken Access Control',
    'Security Misconfiguration',
    'Software Supply Chain Failures',
    'Cryptographic Failures',
    'Injection',
    'Insecure Design',
    'Authentication Failures',
    'Software or Data Integrity Failures',
    'Security Logging and Alerting Failures',
    'Mishandling of Exceptional Conditions',
  ];
  /** The items of numbered lists in a text, list by list, without what stands behind the name in brackets. */
  const listsIn = (text: string) =>
    [...text.matchAll(/(?:^\d+\. .*\n?)+/gm)].map(([list]) =>
      list
        .trim()
        .split('\n')
        .map((line) => line.replace(/^(\d+)\. ([^(]*?)\s*(?:\(.*\))?$/, '$1 $2')),
    );
  const complete = names.map((name, index) => `${index + 1} ${name}`);

  test('the list is complete, right and in order wherever it stands: for month 1 and in the security step', () => {
    const found = texts.flatMap(({ where, text }) =>
      listsIn(text)
        .filter((list) => list.some((line) => names.some((name) => line.endsWith(name))))
        .map((list) => ({ file: where.split(' ')[0], list })),
    );
    expect(found).toEqual([
      { file: 'backend/en/steps/git-terminal.yaml', list: complete },
      { file: 'backend/en/steps/security.yaml', list: complete },
    ]);
  });

  test('a number with a name, or a name with a number, is that of the list', () => {
    const claims = texts.flatMap(({ where, text }) => [
      ...[...text.matchAll(/\bA(0[1-9]|10)[,:]? (?:is )?((?:[A-Z][a-z]+ )(?:[A-Za-z]+ ?)+)/g)].map(
        ([, n, said = '']) => ({
          where,
          n: Number(n),
          said,
        }),
      ),
      ...names.flatMap((name) =>
        [...text.matchAll(new RegExp(`${name}[^.]{0,20}?\\bA(0[1-9]|10)\\b`, 'gi'))].map(([said, n]) => ({
          where,
          n: Number(n),
          said,
        })),
      ),
    ]);
    expect(claims.length).toBeGreaterThanOrEqual(3);
    const wrong = claims.filter(({ n, said }) => !said.toLowerCase().startsWith((names[n - 1] ?? '').toLowerCase()));
    expect(wrong).toEqual([]);
  });
});
