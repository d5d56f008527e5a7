import type { Staff } from "../../kernel/actor.ts";
import type { Ports } from "../../ports.ts";
import type { AccessRequestLine } from "../asked-access.ts";
import { requestLines } from "../desk/request-seen.ts";
import type { Member } from "../member.ts";
import { listRequestsOfAgency } from "../store/access-request.ts";
import { listMembers } from "../store/member.ts";

const endedShownDays = 60;
const requestsShown = 50;

export interface AgencyPeople {
  readonly members: readonly Member[];
  readonly requests: readonly AccessRequestLine[];
}

/** Who may come in for the actor's agency, who lost it lately, and what was asked for them (F1). */
export async function seePeople(ports: Ports, actor: Staff): Promise<AgencyPeople> {
  const endedSince = new Date(ports.clock.now().getTime() - endedShownDays * 86_400_000);
  return ports.db.as(actor, async (tx) => {
    const requests = await listRequestsOfAgency(ports, tx, actor.agencyId, requestsShown);
    return {
      members: await listMembers(ports, tx, actor.agencyId, endedSince),
      requests: await requestLines(ports, tx, requests),
    };
  });
}
