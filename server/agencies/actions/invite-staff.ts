import type { StaffLevel, SystemActor } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { grantAccess, type GrantRefusal } from "../desk/grant.ts";
import { levelsOfAgency } from "../role.ts";
import { parseStaffPerson, type StaffPersonFields, type StaffPersonRefusal } from "../staff-person.ts";
import { mailLinkToken } from "../../kernel/mail-link.ts";
import { staffLinkPath } from "../staff-link.ts";
import { findAgencyPlace } from "../store/office.ts";

export interface InviteInput {
  readonly agencyId: string;
  readonly level: StaffLevel;
  readonly person: StaffPersonFields;
}

export type InviteRefusal =
  | GrantRefusal
  | StaffPersonRefusal
  | { readonly kind: "no_agency" }
  /** That kind of agency has no such level. */
  | { readonly kind: "level_not_here"; readonly levels: readonly StaffLevel[] };

/**
 * Gives the first people of an agency access without a request: the administrator's way, for whoever asks later must
 * have somebody to ask. The link goes by mail and is answered too, for a deployment that has no mail yet. Refuses an
 * agency there is none of, a level it does not have, wrong fields, and a person who has access there.
 */
export async function inviteStaff(
  ports: Ports,
  actor: SystemActor,
  { agencyId, level, person }: InviteInput,
): Promise<Result<{ readonly staffId: string; readonly path: string }, InviteRefusal>> {
  const facts = parseStaffPerson(person);
  if (!facts.ok) return facts;
  return ports.db.as(actor, async (tx) => {
    const place = await findAgencyPlace(tx, agencyId);
    if (!place) return refuse({ kind: "no_agency" });
    const levels: readonly StaffLevel[] = levelsOfAgency[place.kind];
    if (!levels.includes(level)) return refuse({ kind: "level_not_here", levels });
    const registrarId = place.registrarId ?? agencyId;
    const granted = await grantAccess(ports, tx, actor, { agencyId, registrarId, level, facts: facts.value });
    if (!granted.ok) return granted;
    const { staffId, link } = granted.value;
    return ok({ staffId, path: staffLinkPath(mailLinkToken(ports.keys.staffLink, link.id)) });
  });
}
