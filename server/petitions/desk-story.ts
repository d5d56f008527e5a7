import type { DeskEvent, DeskPetition, PetitionDocument } from "./desk-petition.ts";

/** What stands in the story of a petition: a step, or a document that was issued or ended. */
export type StoryEntry =
  | { readonly kind: "step"; readonly at: Date; readonly event: DeskEvent }
  | {
      readonly kind: "issued" | "replaced" | "revoked";
      readonly at: Date;
      readonly document: PetitionDocument;
    };

/** All that happened to a petition with its documents, the latest first. */
export function storyOf({
  events,
  documents,
}: Pick<DeskPetition, "events" | "documents">): readonly StoryEntry[] {
  const steps: readonly StoryEntry[] = events.map((event) => ({ kind: "step", at: event.happenedAt, event }));
  return [...steps, ...documents.flatMap(entriesOf)].toSorted((one, other) => +other.at - +one.at);
}

function entriesOf(document: PetitionDocument): readonly StoryEntry[] {
  const { issuedAt, endedAt, replacedBy } = document;
  const issued: StoryEntry = { kind: "issued", at: issuedAt, document };
  if (endedAt === null) return [issued];
  return [issued, { kind: replacedBy === null ? "revoked" : "replaced", at: endedAt, document }];
}
