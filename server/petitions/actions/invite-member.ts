import { parseTownLevel, type AppointmentRefusal } from "../../agencies/appointment.ts";
import { appoint } from "../../agencies/desk/appoint.ts";
import {
  parseStaffPerson,
  type StaffPersonFields,
  type StaffPersonRefusal,
} from "../../agencies/staff-person.ts";
import type { Staff } from "../../kernel/actor.ts";
import { refuse, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { keepsPace } from "../desk/keep-pace.ts";
import { readUnits } from "../desk/member-units.ts";
import { lockCatalogue } from "../store/service-making.ts";
import { replaceUnitsOf } from "../store/unit-making.ts";

export interface TypedInvitation {
  readonly person: StaffPersonFields;
  readonly level: string;
  readonly unitIds: readonly string[];
}

/** What was typed and cannot be: the person's fields, and beside them the level, all told at once. */
export type InviteMemberRefusal =
  AppointmentRefusal | (StaffPersonRefusal & { readonly levelMissing: boolean });

/**
 * Invites somebody to the actor's local government by mail, with a level of that kind of agency and the units they work
 * in (E5.6). The same form twice invites once. Refuses wrong fields, no level, a unit that is closed, a person who comes
 * in here already, and more invitations than a day takes.
 */
export async function inviteMember(
  ports: Ports,
  actor: Staff,
  input: TypedInvitation & { readonly requestKey: string },
): Promise<Result<{ readonly staffId: string }, InviteMemberRefusal>> {
  const facts = parseStaffPerson(input.person);
  const level = parseTownLevel(input.level);
  if (!facts.ok) return refuse({ ...facts.refusal, levelMissing: level === null });
  if (level === null) return refuse({ kind: "level_missing" });
  if (!(await ports.db.as({ kind: "gate" }, (tx) => keepsPace(ports, tx, actor, "invitations"))))
    return refuse({ kind: "invitations_many" });
  return ports.db.as(
    actor,
    async (tx): Promise<Result<{ readonly staffId: string }, InviteMemberRefusal>> => {
      await lockCatalogue(tx, actor.agencyId);
      const unitIds = await readUnits(tx, actor.agencyId, input.unitIds);
      if (unitIds === null) return refuse({ kind: "unit_gone" });
      const { requestKey } = input;
      const made = await appoint(ports, tx, actor, { level, facts: facts.value, requestKey });
      if (!made.ok) return made;
      await replaceUnitsOf(tx, actor.agencyId, made.value.staffId, unitIds);
      return made;
    },
  );
}
