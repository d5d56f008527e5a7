/** A registration left for a day is spoken of once. */
export const reminderAfterHours = 24;

/** When a draft is to be reminded of; null when it was before, or has ended. */
export function reminderDueAt(draft: {
  readonly changedAt: Date;
  readonly remindedAt: Date | null;
  readonly endedAt: Date | null;
}): Date | null {
  if (draft.remindedAt !== null || draft.endedAt !== null) return null;
  return new Date(draft.changedAt.getTime() + reminderAfterHours * 60 * 60_000);
}
