import { listLineLinks } from "../../identity/store/line-links.ts";
import { queue } from "../../notices/store.ts";
import type { Ports, Tx } from "../../ports.ts";
import type { PetitionEventKind } from "../petition.ts";
import { noticeAfter } from "../petition-notice.ts";
import type { KeptPetition } from "../store/petition.ts";

/** Queues what the citizen of a petition is told after a step, wherever they are reached in LINE. */
export async function tellPetitioner(
  ports: Ports,
  tx: Tx,
  { agencyId, id: petitionId, personId }: KeptPetition,
  event: { readonly id: string; readonly kind: PetitionEventKind },
): Promise<void> {
  const kind = noticeAfter(event.kind);
  if (kind === null) return;
  const refs = { agencyId, petitionId, eventId: event.id };
  for (const to of await listLineLinks(tx, personId)) {
    await queue(ports, tx, { kind, medium: "line", to, personId, refs });
  }
}
