import { record } from "../../audit/store.ts";
import type { Citizen } from "../../kernel/actor.ts";
import type { Ports } from "../../ports.ts";
import { media } from "../notice.ts";
import type { Choices } from "../channel-choice.ts";
import { findChoices, saveChoices } from "../store/choice.ts";
import { fixedMedia, toldThings } from "../ways.ts";

/** By which channels a citizen wants to be told of each thing. */
export function seeChannels(ports: Ports, actor: Citizen): Promise<Choices> {
  return ports.db.as(actor, (tx) => findChoices(tx, actor.personId));
}

/**
 * Keeps by which channels a citizen wants to be told of each thing. What is always sent stays on, whatever was posted: a
 * completed petition's mail cannot be switched off (E4).
 */
export async function chooseChannels(
  ports: Ports,
  actor: Citizen,
  isChosen: (thing: keyof Choices, medium: (typeof media)[number]) => boolean,
): Promise<void> {
  const { personId } = actor;
  const choices = Object.fromEntries(
    toldThings.map((thing) => [
      thing,
      Object.fromEntries(
        media.map((medium) => [medium, fixedMedia(thing).includes(medium) || isChosen(thing, medium)]),
      ),
    ]),
  ) as unknown as Choices;
  await ports.db.as(actor, async (tx) => {
    await saveChoices(tx, personId, choices, ports.clock.now());
    await record(ports, tx, { action: "account.channels_chosen", actor, personId, subjectId: personId });
  });
}
