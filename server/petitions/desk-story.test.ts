import { expect, test } from "vitest";
import type { DeskEvent, PetitionDocument } from "./desk-petition.ts";
import { storyOf } from "./desk-story.ts";

const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 2, minute));
const event = (minute: number) => ({ kind: "received", happenedAt: at(minute) }) as unknown as DeskEvent;
const paper = (issued: number, ended: number | null, replacedBy: string | null = null) =>
  ({ issuedAt: at(issued), endedAt: ended === null ? null : at(ended), replacedBy }) as PetitionDocument;

test("steps and documents stand in one story, the latest first, a document at its issue and at its end", () => {
  const events = [event(0), event(10)];
  const documents = [paper(5, 20), paper(15, 17, "another"), paper(16, null)];
  expect(
    storyOf({ events, documents }).map(({ kind, at: when }) => `${when.getUTCMinutes()} ${kind}`),
  ).toEqual(["20 revoked", "17 replaced", "16 issued", "15 issued", "10 step", "5 issued", "0 step"]);
});
