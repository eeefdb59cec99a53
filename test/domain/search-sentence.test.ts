import { expect, test } from 'vitest';
import { searchRoadmap } from '../../src/domain/guide-search.ts';
import { writePlace } from '../../src/domain/place.ts';
import { aRoadmap, aStep, aTopic } from '../support/builders.ts';
import { realRoadmap } from '../support/real-content.ts';

test('the sentence that is shown holds the very words that were typed where the page has one', () => {
  const roadmap = aRoadmap({
    steps: [
      aStep({
        topics: [
          aTopic({
            id: 'github',
            title: 'GitHub',
            understand: '`git push` sends your commits there, `git pull` gets new ones, and requests wait for you.',
            tonight: 'A pull request asks to merge a branch and shows every change first.',
          }),
        ],
      }),
    ],
  });
  expect(searchRoadmap(roadmap, 'pull request', 1)[0]?.sentence).toBe(
    'A pull request asks to merge a branch and shows every change first.',
  );
});

test.each(['docker compose', 'pull request', 'foreign key', 'password hashing', 'environment variables'])(
  'with our own content, the first result for "%s" shows a sentence with these words',
  (typed) => {
    const shown = searchRoadmap(realRoadmap(), typed, 5)[0]?.sentence.toLowerCase();
    for (const word of typed.split(' ')) expect(shown).toContain(word);
  },
);

test('the links of a step do not come before the step and the topic that are called what was typed', () => {
  expect(writePlace(searchRoadmap(realRoadmap(), 'docker compose', 5)[0]?.place as never)).not.toBe(
    'step/docker/links',
  );
});
