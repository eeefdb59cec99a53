import type { APIButtonComponentWithCustomId } from 'discord.js';
import { milestoneMark } from '../../src/domain/milestone.ts';
import { type DatedMilestone, datesOf, phaseEndsOf } from '../../src/domain/milestone-calendar.ts';
import type { MilestonePost } from '../../src/domain/post-reading.ts';
import type { Roadmap } from '../../src/domain/roadmap.ts';
import type { StudyGroup } from '../../src/domain/study-group.ts';
import { Temporal } from '../../src/lib/temporal.ts';
import type { PostView } from '../../src/views/post.ts';
import { realRoadmap } from './real-content.ts';

/** What a group announces on each of its days, the earliest first, as it would be read at its hour. */
export function everyPost(group: StudyGroup, roadmap: Roadmap = realRoadmap()): MilestonePost[] {
  const { schedule } = group;
  const about = { schedule, phaseEnds: phaseEndsOf(roadmap), startSetAt: schedule.validFrom };
  const dates = datesOf({ ...about, breaks: [], moves: [] });
  return [...Map.groupBy(dates, ({ day }) => day.toString()).values()].map((together) =>
    aPost(group, together, { roadmap, next: dates.find((date) => isAfter(date, together)) }),
  );
}

/** A post of these milestones, on time, without a note. */
export function aPost(
  group: StudyGroup,
  milestones: MilestonePost['milestones'],
  overrides: Partial<MilestonePost> = {},
): MilestonePost {
  return {
    kind: 'milestones',
    group,
    roadmap: realRoadmap(),
    marks: milestones.slice(0, 4).map((milestone) => milestoneMark(group.id, milestone)),
    milestones,
    isLate: false,
    isExtra: false,
    note: undefined,
    next: undefined,
    ...overrides,
  };
}

function isAfter({ day }: DatedMilestone, together: readonly DatedMilestone[]): boolean {
  return together.every((one) => Temporal.PlainDate.compare(day, one.day) > 0);
}

/** What people read in it, without the picture. */
export function wordsOf({ content, embed }: PostView): string {
  return [content, embed?.title, embed?.description].join('\n');
}

export function buttonsOf({ rows }: PostView): APIButtonComponentWithCustomId[] {
  return rows.flatMap(({ components }) => components as APIButtonComponentWithCustomId[]);
}

/** https://discord.com/developers/docs/resources/message#embed-object-embed-limits */
const limits = {
  content: 2000,
  title: 256,
  description: 4096,
  embed: 6000,
  thread: 100,
  label: 80,
  customId: 100,
  alt: 1024,
};

/** Why Discord would refuse this post, one sentence a reason. */
export function postProblems(post: PostView): string[] {
  const sizes = sizesOf(post);
  const tooLong = (Object.keys(limits) as (keyof typeof limits)[])
    .filter((limit) => sizes[limit] > limits[limit])
    .map((limit) => `${limit}: ${sizes[limit]}, Discord allows ${limits[limit]}`);
  return [...tooLong, ...wrongIn(post)];
}

function sizesOf(post: PostView): Readonly<Record<keyof typeof limits, number>> {
  const { content, embed, picture, title } = post;
  const inEmbed = [embed?.title ?? '', embed?.description ?? ''].map((text) => text.length);
  return {
    content: content.length,
    title: inEmbed[0] ?? 0,
    description: inEmbed[1] ?? 0,
    embed: inEmbed.reduce((sum, length) => sum + length, 0),
    thread: title.length,
    label: Math.max(...buttonsOf(post).map(({ label }) => label?.length ?? 0)),
    customId: Math.max(...buttonsOf(post).map(({ custom_id: id }) => id.length)),
    alt: picture?.alt.length ?? 0,
  };
}

function wrongIn({ content, embed, picture, title, pingRoleId }: PostView): string[] {
  const pings = content.match(/<@&\d+>/g)?.length ?? 0;
  return [
    ...(pings === (pingRoleId === undefined ? 0 : 1) ? [] : [`${pings} pings`]),
    ...(content.includes('\n') ? ['the line is more than one'] : []),
    ...(title.trim() === '' || content.trim() === '' ? ['nothing is said'] : []),
    ...(picture && embed?.image?.url !== `attachment://${picture.name}` ? ['the picture is not shown'] : []),
  ];
}
