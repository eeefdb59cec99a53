import { describe, expect, test } from 'vitest';
import { searchRoadmap } from '../../src/domain/guide-search.ts';
import { pageKinds, pagesOfKind } from '../../src/domain/page-reference.ts';
import { readPlace, writePlace } from '../../src/domain/place.ts';
import {
  aBuildTask,
  aLink,
  aPitfall,
  aQuestionsPage,
  aReadinessCheck,
  aRoadmap,
  aSelfCheck,
  aStep,
  aTopic,
  aTrack,
} from '../support/builders.ts';
import { realRoadmap } from '../support/real-content.ts';

/** How many results a member is shown. */
const SHOWN = 5;

describe('a beginner finds what they mean, in our own words', () => {
  const roadmap = realRoadmap();

  test.each([
    { word: 'jwt', typed: 'jwtt', error: 'doubled', about: ['step/auth', 'readiness/jwt-roles'] },
    { word: 'docker', typed: 'dokcer', error: 'swapped', about: ['step/docker'] },
    { word: 'compose', typed: 'compsoe', error: 'swapped', about: ['step/docker'] },
    { word: 'index', typed: 'indx', error: 'missing', about: ['step/sql'] },
    { word: 'tutorial', typed: 'tutoral', error: 'missing', about: ['pitfall/tutorial-hell'] },
    { word: 'imposter', typed: 'impostor', error: 'wrong letter', about: ['pitfall/imposter-syndrome'] },
    { word: 'password', typed: 'passwrod', error: 'swapped', about: ['step/auth', 'step/security'] },
    { word: 'cookie', typed: 'cokie', error: 'missing', about: ['step/auth', 'step/http'] },
    { word: 'branch', typed: 'brnach', error: 'swapped', about: ['step/git-terminal'] },
    { word: 'commit', typed: 'comit', error: 'missing', about: ['step/git-terminal'] },
    { word: 'join', typed: 'joinn', error: 'doubled', about: ['step/sql'] },
    { word: 'transaction', typed: 'tranzaction', error: 'wrong letter', about: ['step/sql'] },
    { word: 'redis', typed: 'reddis', error: 'doubled', about: ['step/caching'] },
    { word: 'cache', typed: 'chache', error: 'doubled', about: ['step/caching', 'step/docker', 'step/http'] },
    { word: 'queue', typed: 'quue', error: 'missing', about: ['step/background-jobs'] },
    { word: 'middleware', typed: 'midleware', error: 'missing', about: ['step/auth'] },
    { word: 'pagination', typed: 'pagniation', error: 'swapped', about: ['step/rest-api'] },
    { word: 'postman', typed: 'potsman', error: 'swapped', about: ['step/rest-api', 'step/api-docs'] },
    { word: 'injection', typed: 'injektion', error: 'wrong letter', about: ['step/security', 'step/sql'] },
    { word: 'owasp', typed: 'owsap', error: 'swapped', about: ['step/security', 'readiness/audit-owasp'] },
    { word: 'swagger', typed: 'swager', error: 'missing', about: ['step/api-docs'] },
    { word: 'openapi', typed: 'opanapi', error: 'wrong letter', about: ['step/api-docs'] },
    { word: 'terraform', typed: 'teraform', error: 'missing', about: ['step/ci-cd'] },
    { word: 'backup', typed: 'bakcup', error: 'swapped', about: ['step/cloud'] },
    { word: 'interview', typed: 'inteview', error: 'missing', about: ['step/portfolio', 'readiness/'] },
    { word: 'loops', typed: 'lopps', error: 'wrong letter', about: ['step/language'] },
    { word: 'coverage', typed: 'covrage', error: 'missing', about: ['step/testing', 'step/portfolio'] },
    { word: 'framework', typed: 'framwork', error: 'missing', about: ['pitfall/frameworks-first', 'step/rest-api'] },
    { word: 'degree', typed: 'degre', error: 'missing', about: ['guide/'] },
    { word: 'computer', typed: 'copmuter', error: 'swapped', about: ['guide/needs', 'step/language'] },
    { word: 'migration', typed: 'migrtion', error: 'missing', about: ['step/sql', 'step/ci-cd'] },
    { word: 'https', typed: 'htps', error: 'missing', about: ['step/http', 'step/cloud'] },
  ])('"$typed" ($error) finds what is about "$word"', ({ word, typed, about }) => {
    const results = searchRoadmap(roadmap, typed, SHOWN);
    const telling = results.filter(({ place }) => about.some((page) => writePlace(place).startsWith(page)));
    expect(telling.map(({ sentence }) => sentence.toLowerCase()).join('\n')).toContain(word);
  });

  test.each([
    { typed: 'jwt', first: ['step/auth/topics/jwt', 'readiness/jwt-roles'] },
    { typed: 'index', first: ['step/sql/topics/indexes', 'step/sql/questions/3', 'step/sql/questions/4'] },
    { typed: 'tutorial hell', first: ['pitfall/tutorial-hell'] },
    { typed: 'imposter syndrome', first: ['pitfall/imposter-syndrome'] },
    { typed: 'joins', first: ['step/sql/topics/joins'] },
    { typed: 'middleware', first: ['step/auth/topics/middleware'] },
    { typed: 'status codes', first: ['step/http/topics/status-codes', 'step/rest-api/topics/status-codes'] },
    { typed: 'transactions', first: ['step/sql/topics/transactions'] },
    { typed: 'swagger ui', first: ['step/api-docs/topics/swagger-ui'] },
    { typed: 'portfolio', first: ['step/portfolio', 'month/8', 'focus/portfolio'] },
  ])('the best page for "$typed" comes first', ({ typed, first }) => {
    expect(first).toContain(searchRoadmap(roadmap, typed, SHOWN).map(({ place }) => writePlace(place))[0]);
  });

  test('whoever types "docker compose" is led to the step about it first', () => {
    expect(searchRoadmap(roadmap, 'docker compose', SHOWN)[0]?.place).toMatchObject({ kind: 'step', id: 'docker' });
  });

  test('every page and every topic is found by its own title', () => {
    const places = [
      ...pageKinds.flatMap((kind) =>
        pagesOfKind(roadmap, kind).map(({ id, title }) => ({ title, at: `${kind}/${id}` })),
      ),
      ...roadmap.steps.flatMap((step) =>
        step.topics.map(({ id, title }) => ({ title, at: `step/${step.id}/topics/${id}` })),
      ),
    ];
    const lost = places.filter(({ title, at }) => {
      const found = searchRoadmap(roadmap, title, SHOWN).map(({ place }) => writePlace(place));
      return !found.some((place) => place === at || place.startsWith(`${at}/`));
    });
    expect(lost).toEqual([]);
  });

  test('every result is a place that can be opened, once, with a sentence that stands there', () => {
    for (const typed of ['sql', 'test', 'python', 'what', 'the', 'e', 'docker http index']) {
      const results = searchRoadmap(roadmap, typed, 25);
      const written = results.map(({ place }) => writePlace(place));
      expect(new Set(written).size).toBe(written.length);
      expect(written.map((text) => readPlace(roadmap, text))).toEqual(results.map(({ place }) => place));
      for (const { sentence } of results) expect(sentence.trim()).not.toBe('');
    }
  });
});

const roadmap = aRoadmap({
  steps: [
    aStep({
      id: 'caching',
      title: 'Caching',
      why: 'Answers get faster. A turbocharger for slow pages is what you build here.',
      outcomes: ['You can tell a hit from a miss.'],
      topics: [
        aTopic({
          id: 'redis',
          title: 'Redis',
          understand: 'What a keyspace is.',
          tonight: 'Store one key. Then `zadd` a score.',
        }),
      ],
      retiredTopics: [aTopic({ id: 'memcached', title: 'Memcached', tonight: 'Try memcached.' })],
      build: aBuildTask({ title: 'A faster Shelf', task: 'Put a cache before the catalogue.' }),
      questions: [
        aSelfCheck({ ask: 'What is stale?', answer: 'Older than the truth.', matters: 'Readers notice staleness.' }),
      ],
      links: [aLink({ title: 'Redis docs', url: 'https://redis.example/secretword', bestFor: 'Commands.' })],
    }),
    aStep({ id: 'sql', title: 'SQL' }),
  ],
  retiredSteps: [aStep({ id: 'svn', title: 'Subversion', why: 'Subversion was first.' })],
  tracks: [aTrack({ id: 'go', title: 'Go', notes: { caching: { use: 'Use groupcache.', trap: 'A trap.' } } })],
  pitfalls: [aPitfall({ looksLike: 'See [[step/caching]] for a cure.' })],
  readinessChecks: [aReadinessCheck({ questions: [{ ask: 'What is eviction?', goodAnswer: 'Making room.' }] })],
  questions: aQuestionsPage({
    items: [{ id: 'age', ask: 'Am I too old?', answer: 'Nobody is. Your gardening helps.' }],
  }),
});
const find = (typed: string, limit = SHOWN) =>
  searchRoadmap(roadmap, typed, limit).map(({ place, sentence }) => ({ at: writePlace(place), sentence }));

test.each([
  { typed: 'turbocharger', at: 'step/caching', sentence: 'A turbocharger for slow pages is what you build here.' },
  { typed: 'keyspace', at: 'step/caching/topics/redis', sentence: 'What a keyspace is.' },
  { typed: 'zadd', at: 'step/caching/topics/redis', sentence: 'Then `zadd` a score.' },
  { typed: 'catalogue', at: 'step/caching/build', sentence: 'Put a cache before the catalogue.' },
  { typed: 'staleness', at: 'step/caching/questions/0', sentence: 'Readers notice staleness.' },
  { typed: 'commands', at: 'step/caching/links', sentence: 'Commands.' },
  { typed: 'groupcache', at: 'track/go/notes/caching', sentence: 'Use groupcache.' },
  { typed: 'eviction', at: 'readiness/build-api/questions/0', sentence: 'What is eviction?' },
  { typed: 'gardening', at: 'guide/questions/items/0', sentence: 'Your gardening helps.' },
  { typed: 'cure', at: 'pitfall/tutorial-hell', sentence: 'See **Caching** for a cure.' },
])('"$typed" is found where it stands: $at', ({ typed, at, sentence }) => {
  expect(find(typed)[0]).toEqual({ at, sentence });
});

test.each(['memcached', 'subversion', 'secretword', 'backend/en'])(
  '"%s" is no word to read, so it is not found',
  (typed) => {
    expect(find(typed)).toEqual([]);
  },
);

test.each(['', '   ', '!?', '[[', '🎉', '\u200b', '*'.repeat(100), 'q'.repeat(2000)])(
  '%j finds nothing and breaks nothing',
  (typed) => {
    expect(find(typed)).toEqual([]);
  },
);

test('a word in a title weighs more than the same word in a text', () => {
  const one = aRoadmap({
    steps: [
      aStep({ id: 'a', title: 'Other', why: 'Queues, queues, queues.' }),
      aStep({ id: 'b', title: 'Queues', why: 'Later.' }),
    ],
  });
  expect(searchRoadmap(one, 'queues', 1)[0]?.place.id).toBe('b');
});

test('whatever holds all the words that were typed comes before what holds one of them', () => {
  const two = aRoadmap({
    steps: [
      aStep({ id: 'a', title: 'Other', why: 'A blue whale. Another blue day, and blue again.' }),
      aStep({ id: 'b', title: 'Else', why: 'A blue sky over a green meadow.' }),
    ],
  });
  expect(searchRoadmap(two, 'green blue', 2).map(({ place }) => place.id)).toEqual(['b', 'a']);
});

test('no more is found than was asked for', () => {
  expect(find('what', 2)).toHaveLength(2);
});

test('content that is read anew is searched anew', () => {
  const before = aRoadmap({ steps: [aStep({ id: 'sql', why: 'About elephants.' })] });
  const after = aRoadmap({ steps: [aStep({ id: 'sql', why: 'About dolphins.' })] });
  expect(searchRoadmap(before, 'elephants', 1)).toHaveLength(1);
  expect(searchRoadmap(after, 'elephants', 1)).toEqual([]);
  expect(searchRoadmap(after, 'dolphins', 1)).toHaveLength(1);
});
