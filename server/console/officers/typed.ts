import { staffPersonFields, type StaffPersonFields } from "../../agencies/staff-person.ts";
import type { FormFields } from "../../http/form.ts";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import type { InviteMemberRefusal, TypedInvitation } from "../../petitions/actions/invite-member.ts";
import { sayRefusal } from "../../words/refusal-words.ts";
import type { Words } from "../../words/words.ts";

/** An invitation before anybody typed. */
export const blankInvitation: TypedInvitation = {
  person: { firstName: "", lastName: "", citizenId: "", workPhone: "", mobile: "", email: "" },
  level: "",
  unitIds: [],
};

/** Reads the form of an invitation as it was typed. */
export function typedInvitation(form: FormFields): TypedInvitation {
  const typed = Object.fromEntries(staffPersonFields.map((field) => [field, form.text(field)]));
  const person: StaffPersonFields = { ...blankInvitation.person, ...typed };
  return { person, level: form.text("level"), unitIds: form.all("unitIds") };
}

/** What of an invitation was refused, each at its field. */
export function invitationFaults(words: Words, refusal: InviteMemberRefusal): readonly SummaryItem[] {
  const { refusal: say } = words.agencies.officers;
  if (refusal.kind !== "person_faults") {
    const field = fieldOf(refusal.kind);
    const sentence = sayRefusal(say, refusal);
    return [field === null ? { sentence } : { field, sentence }];
  }
  const level = refusal.levelMissing ? [{ field: "level", sentence: say.level_missing() }] : [];
  const { letterFault, personFields } = words.agencies.people.form;
  const faults = refusal.faults.map((fault) => {
    const sentence = letterFault(personFields[fault.field], sayFault(words, fault));
    return { field: fault.field, sentence };
  });
  return [...faults, ...level];
}

type PersonFault = Extract<InviteMemberRefusal, { readonly kind: "person_faults" }>["faults"][number];

/** What every name, number and mobile refuses stands with the words of identity. */
function sayFault({ agencies, identity }: Words, fault: PersonFault): string {
  if (fault.field === "workPhone" || fault.field === "email")
    return sayRefusal(agencies.people.form.personRefusal, fault.refusal);
  return sayRefusal(identity.refusal, fault.refusal);
}

function fieldOf(kind: InviteMemberRefusal["kind"]): string | null {
  if (kind === "level_missing") return "level";
  if (kind === "unit_gone") return "unitIds";
  return kind === "person_has_access" ? "citizenId" : null;
}
