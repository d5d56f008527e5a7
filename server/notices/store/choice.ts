import { eq } from "drizzle-orm";
import { noticeChoice } from "../../../db/schema/index.ts";
import type { Tx } from "../../ports.ts";
import type { Choices } from "../channel-choice.ts";
import { media, type Medium } from "../notice.ts";
import { toldThings, usualChoice, type Choice, type ToldThing } from "../ways.ts";

/** By which channels a person wants to be told of each thing; what was never chosen is as usual. */
export async function findChoices(tx: Tx, personId: string): Promise<Choices> {
  const rows = await tx.select().from(noticeChoice).where(eq(noticeChoice.personId, personId));
  const chosen = (thing: ToldThing, medium: Medium) =>
    rows.find((row) => row.thing === thing && row.medium === medium)?.isOn ?? usualChoice[medium];
  const choiceOf = (thing: ToldThing): Choice => ({
    line: chosen(thing, "line"),
    sms: chosen(thing, "sms"),
    mail: chosen(thing, "mail"),
  });
  return Object.fromEntries(toldThings.map((thing) => [thing, choiceOf(thing)])) as Choices;
}

/** Keeps what a person chose, wholly. */
export async function saveChoices(tx: Tx, personId: string, choices: Choices, now: Date): Promise<void> {
  for (const thing of toldThings) {
    for (const medium of media) {
      const set = { isOn: choices[thing][medium], chosenAt: now };
      await tx
        .insert(noticeChoice)
        .values({ personId, thing, medium, ...set })
        .onConflictDoUpdate({
          target: [noticeChoice.personId, noticeChoice.thing, noticeChoice.medium],
          set,
        });
    }
  }
}
