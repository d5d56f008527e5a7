import type { Visitor } from "../../kernel/actor.ts";
import { parsePersonName, type PersonNameRefusal } from "../../kernel/person-name.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { takeAnswer, type NextStep, type WalkRefusal } from "../desk/registration-draft.ts";

export interface NameRefusal {
  readonly kind: "name_refused";
  /** What is wrong with each name; null: nothing. */
  readonly firstName: PersonNameRefusal | null;
  readonly lastName: PersonNameRefusal | null;
}

/** Takes first and last name. Both are judged, so that both can be mended at once. Refuses a step out of order. */
export async function giveName(
  ports: Ports,
  actor: Visitor,
  input: { readonly firstName: string; readonly lastName: string },
): Promise<Result<NextStep, NameRefusal | WalkRefusal>> {
  const firstName = parsePersonName(input.firstName);
  const lastName = parsePersonName(input.lastName);
  if (!firstName.ok || !lastName.ok) {
    return refuse({
      kind: "name_refused",
      firstName: firstName.ok ? null : firstName.refusal,
      lastName: lastName.ok ? null : lastName.refusal,
    });
  }
  const event = { kind: "named", firstName: firstName.value, lastName: lastName.value } as const;
  return takeAnswer<never>(ports, actor, () => ok(event));
}
