/** What a member reads when something did not go as they meant. */
export const failure = {
  broken: 'Something broke on my side. Nothing of yours was lost. Please try again in a moment.',
  reference: (reference: string) => `If it happens again, give this number to whoever hosts me: \`${reference}\``,
  outdated: 'That button is from an older version of this screen, so I cannot tell what it meant. Nothing was changed.',
  outdatedCure: 'Start again from the home screen, or send the command once more.',
  correct: 'Correct',
  kept: 'What you typed is kept for a day: press **Correct** to change it.',
};
