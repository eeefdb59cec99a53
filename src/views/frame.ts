import type { APIButtonComponentWithCustomId } from 'discord.js';
import type { Progress } from '../domain/progress.ts';
import type { Roadmap } from '../domain/roadmap.ts';
import { type Catalogue, catalogueOf } from '../language/languages.ts';
import { customId } from '../lib/custom-id.ts';
import { button } from './kit.ts';

/** Who will read a screen of the roadmap. */
export type Audience =
  | {
      readonly kind: 'reader';
      readonly canShare: boolean;
      /** How far they are; undefined for whoever has not joined. A channel never has any. */
      readonly progress?: Progress;
    }
  | { readonly kind: 'channel'; readonly sharedBy: string };

/** What every reading screen is made with: the words, and who reads them. */
export interface Frame {
  readonly roadmap: Roadmap;
  readonly audience: Audience;
}

export function wordsOf({ roadmap }: Pick<Frame, 'roadmap'>): Catalogue {
  return catalogueOf(roadmap.language);
}

/** Shows this screen to the channel where that is possible; on a shared screen, takes it away again. */
export function shareButtons(frame: Frame, shareId: string): APIButtonComponentWithCustomId[] {
  const { common } = wordsOf(frame);
  if (frame.audience.kind === 'channel') return [button({ label: common.remove, id: customId('help', 'remove') })];
  return frame.audience.canShare ? [button({ label: common.share, id: shareId })] : [];
}

/** The small line that says who shared a screen. */
export function sharedLine(frame: Frame): string[] {
  return frame.audience.kind === 'channel' ? [`-# ${wordsOf(frame).common.sharedBy(frame.audience.sharedBy)}`] : [];
}
