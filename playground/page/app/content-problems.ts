import { element } from './element.ts';
import type { Part, Shell } from './shell.ts';

/** Tells an author what is wrong with the edit that they have just saved, and that the old words are still in use. */
export function createContentProblems(shell: Shell): Part {
  const bar = element('section', { class: 'content-problems', role: 'alert', hidden: true });
  let shown = '';
  return {
    element: bar,
    update() {
      const { contentProblems } = shell.overview;
      const all = contentProblems.join('\n');
      if (all === shown) return; // It would be read out again.
      shown = all;
      bar.hidden = contentProblems.length === 0;
      bar.replaceChildren(
        element('p', {}, 'The edit of the content is not used yet: please mend it and save it again.'),
        element('ul', {}, ...contentProblems.map((problem) => element('li', {}, problem))),
      );
    },
  };
}
