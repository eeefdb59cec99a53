import { z } from 'zod';

/**
 * The shape of every content file. One schema serves three readers: the loader, `npm run content`, and
 * (as JSON Schema) the author's editor. Lengths are what reads well on a phone; the views split longer pages anyway.
 */
const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use lower-case letters and digits with single dashes, like "git-terminal"');
const formerId = z
  .string()
  .regex(/^[a-z0-9-]+(\/[a-z0-9-]+)?$/, 'write the former id as "step" or "step/topic"')
  .describe('A former id, "step" or "step/topic", whose progress counts for this one');
const text = (max: number) => z.string().trim().min(1).max(max);
const title = text(60);
const hours = (max: number) => z.int().min(1).max(max);
const url = z.url({ protocol: /^https$/, error: 'write a whole address that begins with https://' });
const stepIds = z.array(slug).min(1).describe('Ids of steps, in the order of the roadmap');

const entry = z.strictObject({ id: slug, title, text: text(900) });

export const overviewSchema = z.strictObject({
  title,
  does: text(900).describe('What a backend developer does'),
  forWhom: text(900),
  paces: z.array(z.strictObject({ hours: text(40), months: text(40), text: text(400) })).length(2),
  consistency: text(500).describe('Consistency beats speed'),
  closing: text(900),
});

export const listSchema = z.strictObject({ title, intro: text(500), items: z.array(entry).min(1) });

export const introductionSchema = z.strictObject({ title, intro: text(600) });

export const historySchema = z.strictObject({
  title,
  intro: text(500),
  eras: z.array(entry.extend({ when: text(40) })).length(7),
  today: text(900),
});

export const jobMarketSchema = z.strictObject({
  title,
  intro: text(500),
  facts: z.array(entry).length(4),
  otherRoads: z.array(entry).length(5),
  closing: text(600),
});

export const placesSchema = z.strictObject({ title, intro: text(500), items: z.array(entry.extend({ url })).min(1) });

export const questionsSchema = z.strictObject({
  title,
  intro: text(500),
  items: z.array(z.strictObject({ id: slug, ask: text(160), answer: text(900) })).min(10),
});

export const trackSchema = z.strictObject({
  title,
  forWhom: text(500),
  install: text(900),
  reasonAgainst: text(400),
  notes: z
    .record(slug, z.strictObject({ use: text(700), trap: text(400) }))
    .describe('One note for each step, under the id of the step'),
});

export const phaseSchema = z.strictObject({
  title,
  purpose: text(140),
  months: z.array(z.int().min(1).max(8)).min(1),
});

export const topicSchema = z.strictObject({
  id: slug.refine((id) => id !== 'build', 'the id "build" is taken: the progress of the build task is kept under it'),
  title,
  hours: hours(8).describe('One to three evenings'),
  understand: text(300).describe('One line that says what to understand'),
  tonight: text(600).describe('One small thing to do tonight'),
  was: z.array(formerId).default([]),
  retired: z.boolean().default(false),
});

export const stepSchema = z.strictObject({
  title,
  why: text(700).describe('Why it matters, in two to four sentences'),
  outcomes: z.array(text(160)).min(3).max(6).describe('What you will be able to do'),
  topics: z.array(topicSchema).min(6),
  build: z.strictObject({
    title,
    hours: hours(40),
    task: text(1500),
    criteria: z.array(text(220)).min(3).max(8),
  }),
  questions: z.array(z.strictObject({ id: slug, ask: text(220), answer: text(800), matters: text(300) })).min(5),
  links: z
    .array(z.strictObject({ title, url, bestFor: text(160) }))
    .min(2)
    .max(4),
  was: z.array(formerId).default([]),
  retired: z.boolean().default(false),
});

export const monthSchema = z.strictObject({
  title,
  todo: text(900),
  doneMeans: z.array(text(200)).min(2).max(6),
});

export const focusAreaSchema = z.strictObject({ title, why: text(600), steps: stepIds });

export const pitfallSchema = z.strictObject({
  title,
  looksLike: text(800),
  getThrough: text(1000),
  steps: stepIds.describe('The steps it threatens'),
});

export const readinessCheckSchema = z.strictObject({
  title,
  ability: text(250).describe('A sentence that follows "I can"'),
  prove: text(800).describe('How to prove it to oneself'),
  questions: z.array(z.strictObject({ ask: text(220), goodAnswer: text(700) })).length(3),
  steps: stepIds.describe('The steps that build it'),
});

export const outlineSchema = z.strictObject({
  hours: z.int().positive().describe('All hours of all steps together'),
  phases: z
    .array(
      z.strictObject({
        id: slug,
        steps: z.array(z.strictObject({ id: slug, month: z.int().min(1).max(8) })).min(1),
      }),
    )
    .min(1),
  tracks: z.array(slug).min(1),
  focusAreas: z.array(slug).min(1),
  pitfalls: z.array(slug).min(1),
  readinessChecks: z.array(slug).min(1),
});
