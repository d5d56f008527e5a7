import type { Citizen } from "../../kernel/actor.ts";
import type { Ports } from "../../ports.ts";
import type { OwnDraft } from "../own-draft.ts";
import { listOwnDrafts } from "../store/own-draft.ts";

const mostListed = 20;

/** The citizen's drafts that were not sent yet, the latest first. */
export function seeOwnDrafts(ports: Ports, actor: Citizen): Promise<readonly OwnDraft[]> {
  return ports.db.as(actor, (tx) => listOwnDrafts(tx, actor.personId, { limit: mostListed }));
}
