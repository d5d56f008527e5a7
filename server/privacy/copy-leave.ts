/** Leave to take a copy of one's own data lives a day; the copy itself is made while it is taken. */
export const copyLifeHours = 24;
/** A download that broke off may be tried again. */
export const copyTakenAtMost = 5;
/** Each reads everything that is kept of somebody. */
export const copiesADay = 5;
