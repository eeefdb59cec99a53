/** The sides of a step's page, in the order of their buttons. */
export const stepTabs = ['overview', 'topics', 'build', 'tracks', 'questions', 'links'] as const;
export type StepTab = (typeof stepTabs)[number];
