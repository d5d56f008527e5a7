import type { FormFields } from "../../server/http/form.ts";
import {
  delegationTerms,
  relations,
  type DelegationTerm,
  type Relation,
} from "../../server/identity/companion.ts";

/** What the companion forms send, as text, so that a refused form comes back as it was typed. */
export interface TypedCompanion {
  readonly citizenId: string;
  readonly phone: string;
  /** Null: none chosen. */
  readonly relation: Relation | null;
  /** None: every service. */
  readonly services: readonly string[];
  readonly term: DelegationTerm;
  /** Who is vouched for; null: not chosen. */
  readonly who: VouchedFor | null;
  readonly birth: { readonly day: string; readonly month: string; readonly year: string };
}

export const vouchedFor = ["child", "in_care"] as const;
export type VouchedFor = (typeof vouchedFor)[number];

/** A form nobody has touched: every service, thirty days. */
export const untyped: TypedCompanion = {
  citizenId: "",
  phone: "",
  relation: null,
  services: [],
  term: "thirty_days",
  who: null,
  birth: { day: "", month: "", year: "" },
};

/** Reads a posted form; what is missing or unknown counts as not typed. */
export function readTyped(form: FormFields): TypedCompanion {
  const term = form.text("term");
  return {
    citizenId: form.text("citizenId"),
    phone: form.text("phone"),
    relation: relations.find((each) => each === form.text("relation")) ?? null,
    services: form.all("services"),
    term: isTerm(term) ? term : untyped.term,
    who: vouchedFor.find((each) => each === form.text("who")) ?? null,
    birth: { day: form.text("birthDay"), month: form.text("birthMonth"), year: form.text("birthYear") },
  };
}

function isTerm(text: string): text is DelegationTerm {
  return Object.hasOwn(delegationTerms, text);
}
