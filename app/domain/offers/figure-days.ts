/** As far back as the figures in the list of offers go. */
export const figureDays = 30;
