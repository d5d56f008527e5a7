import { formatCitizenId, type CitizenId } from "../kernel/citizen-id.ts";
import { readDigits } from "../kernel/digits.ts";

/** Where an officer's check of somebody's ID pictures stands (E1.4). */
export const idCheckStates = ["waiting", "approved", "sent_back"] as const;
export type IdCheckState = (typeof idCheckStates)[number];

/** What a picture of the check shows; which of them an agency demands is its own setting. */
export const idPictureSlots = ["card_front", "card_back", "card_with_face"] as const;
export type IdPictureSlot = (typeof idPictureSlots)[number];

/** What can be wrong with a picture, as the officer marks it and the citizen is told (E1.4). */
export const idPictureFaults = [
  "unclear",
  "cut_off",
  "other_side",
  "name_differs",
  "number_differs",
  "expired",
  "face_differs",
  "covered",
] as const;
export type IdPictureFault = (typeof idPictureFaults)[number];

/** One fault of one picture. */
export interface SlotFault {
  readonly slot: IdPictureSlot;
  readonly fault: IdPictureFault;
}

/** The faults that can be marked on a picture of that slot: only a picture with the face shows whose it is. */
export function faultsOf(slot: IdPictureSlot): readonly IdPictureFault[] {
  const ofNumber: readonly IdPictureFault[] = ["name_differs", "number_differs", "expired"];
  return idPictureFaults.filter((fault) => {
    if (fault === "face_differs") return slot === "card_with_face";
    return slot !== "card_back" || !ofNumber.includes(fault);
  });
}

/** True when a picture shows another name than the one registered: a new picture alone may not mend that. */
export function isNameDiffering(faults: readonly SlotFault[]): boolean {
  return faults.some(({ fault }) => fault === "name_differs");
}

/** Writes a fault as it is kept and posted: "card_front:unclear". */
export function makeSlotFault({ slot, fault }: SlotFault): string {
  return `${slot}:${fault}`;
}

/** Reads it back; null: it is none of ours, or that slot has no such fault. */
export function parseSlotFault(text: string): SlotFault | null {
  for (const slot of idPictureSlots) {
    const fault = faultsOf(slot).find((each) => makeSlotFault({ slot, fault: each }) === text);
    if (fault) return { slot, fault };
  }
  return null;
}

/** Reads a slot out of an address; null: there is none such. */
export function parseIdPictureSlot(text: string): IdPictureSlot | null {
  return idPictureSlots.find((slot) => slot === text) ?? null;
}

/** What an officer wrote to a citizen whose pictures were sent back, at most so many letters. */
export const longestSaid = 500;

/** Of a number that is compared with a card: all but what the officer is to read off the card themselves. */
export function hideLastFour(citizenId: CitizenId): string {
  const shown = [...formatCitizenId(citizenId)];
  let left = 4;
  for (let at = shown.length - 1; at >= 0 && left > 0; at -= 1) {
    if (shown[at] === "-") continue;
    shown[at] = "x";
    left -= 1;
  }
  return shown.join("");
}

/** True when what was typed is the end of that number: the proof of having looked at the card. Thai digits are taken. */
export function endsWithTyped(citizenId: CitizenId, typed: string): boolean {
  const digits = readDigits(typed);
  return digits.ok && digits.value.length === 4 && citizenId.endsWith(digits.value);
}

const hidesNumber: readonly IdPictureFault[] = [
  "unclear",
  "cut_off",
  "other_side",
  "number_differs",
  "covered",
];

/** False when the faults say that the number cannot be read off a picture that shows it, or is another one. */
export function isNumberToRead(faults: readonly SlotFault[]): boolean {
  return !faults.some(({ slot, fault }) => slot !== "card_back" && hidesNumber.includes(fault));
}

/** Under which key a picture's file is kept. */
export function idPictureKey(agencyId: string, pictureId: string): string {
  return `id-pictures/${agencyId}/${pictureId}`;
}

/** Where a picture stands sealed: bound to its row, so that no file can take another's place. */
export function idPicturePlace(pictureId: string) {
  return { table: "id_picture", rowId: pictureId };
}

/** Where an officer's words stand sealed. */
export function saidPlace(checkId: string) {
  return { table: "id_check", rowId: checkId };
}

const dayMs = 24 * 60 * 60_000;

/** How long pictures are kept that wait for nothing: not sent, or sent back and not redone. Approved ones go at once. */
export const idPictureKeptMs = 30 * dayMs;
