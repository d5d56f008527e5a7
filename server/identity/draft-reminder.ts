/** A registration left for a day is spoken of once. */
export const reminderAfterHours = 24;
