/** A replay is kept so long, then removed; stated on its page. */
export const keepRunsDays = 90;
