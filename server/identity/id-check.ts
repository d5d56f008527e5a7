/** Where an officer's check of somebody's ID pictures stands (E1.4). */
export const idCheckStates = ["waiting", "approved", "sent_back"] as const;
export type IdCheckState = (typeof idCheckStates)[number];

/** What a picture of the check shows; which of them an agency demands is its own setting. */
export const idPictureSlots = ["card_front", "card_back", "card_with_face"] as const;
export type IdPictureSlot = (typeof idPictureSlots)[number];
