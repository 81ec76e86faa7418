/** What the reasons on a rejected lead mean, as the guide of the sample groups them. */
export const notGood = ['No need', 'Not a fit', 'Wrong person', 'Student', 'Competitor'];
export const notReached = ['No answer', 'Wrong contact data'];
export const notReady = ['No budget yet', 'Bad timing', 'Contract runs on'];
