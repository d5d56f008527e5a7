/** The four statuses a citizen sees, always these and in this order (E4). */
export const petitionStatuses = ["submitted", "received", "in_progress", "completed"] as const;
export type PetitionStatus = (typeof petitionStatuses)[number];
