import { seatEvents, type OverseenAt, type StoryAt } from "../../credentials/oversight.ts";
import { makeMomentPlace, parseMomentPlace } from "../../kernel/moment-place.ts";
import { isUuid } from "../../kernel/uuid.ts";

/** Where a place in a seat stands, as an address carries it. */
export function overseenText({ userCode, holdingId }: OverseenAt): string {
  return `${userCode}.${holdingId}`;
}

/** Reads it back; null: it is none of ours. */
export function parseOverseen(text: string): OverseenAt | null {
  const [, userCode, holdingId] = /^([A-Z0-9]{15})\.(.*)$/.exec(text) ?? [];
  if (userCode === undefined || holdingId === undefined) return null;
  return holdingId === "" || isUuid(holdingId) ? { userCode, holdingId } : null;
}

/** Where a line of the story stands, as an address carries it. */
export function storyText({ event, at, id }: StoryAt): string {
  return `${event}.${makeMomentPlace({ at, id })}`;
}

/** Reads it back; null: it is none of ours. */
export function parseStory(text: string): StoryAt | null {
  const event = seatEvents.find((each) => text.startsWith(`${each}.`));
  const place = event && parseMomentPlace(text.slice(event.length + 1));
  return place ? { event, ...place } : null;
}
