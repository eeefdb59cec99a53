export const reminder = {
  // After the first check-in, once
  offerTitle: 'Shall I remind you?',
  offer:
    'If you like, I write to you privately when it is time for the next check-in: one friendly nudge, and none once you have checked in. Nobody else sees it, and one press ends it.',
  offerYes: 'Yes, one nudge',
  offerOther: 'More choices',
  offerNo: 'No, thank you',
};
