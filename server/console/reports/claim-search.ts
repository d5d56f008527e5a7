import type { AppContext } from "../../http/env.ts";
import { readForm, type FormFields } from "../../http/form.ts";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import { pageContext } from "../../http/send-page.ts";
import { readTurn } from "../../http/page/turn.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { bangkokDay } from "../../kernel/thai-date.ts";
import { findClaimPerson, seeClaims } from "../../visits/actions/see-claims.ts";
import {
  defaultClaimDays,
  parseClaimOrder,
  readClaimFilter,
  type ClaimFilter,
  type TypedClaimFilter,
} from "../../visits/claim-filter.ts";
import { dayText } from "../../visits/claim-sheet.ts";
import { sayRefusal } from "../../words/refusal-words.ts";
import { staffOf } from "../gates.ts";
import { claimAddress, filterOfAddress, orderText, parsePlace } from "./claim-address.ts";

export type TypedSearch = TypedClaimFilter & { readonly number: string };

/** A search that was not taken: what was typed, and why. */
export interface SearchRefused {
  readonly kind: "search_refused";
  readonly typed: TypedSearch;
  readonly fault: SummaryItem;
}

/** The filter an address names, else the last seven days. */
function filterShown(c: AppContext): ClaimFilter {
  const preset = { ...defaultClaimDays(today(c)), service: null, status: null, personId: null };
  return filterOfAddress((name) => c.req.query(name)) ?? preset;
}

/**
 * Reads a posted search and answers the address that shows it: posted, because it may carry a number; the address
 * carries the person's id. `purpose` is what the person is told of the look.
 */
export async function searchedBy(
  c: AppContext,
  { path, purpose }: { readonly path: string; readonly purpose: string },
): Promise<Result<string, SearchRefused>> {
  const form = await readForm(c);
  const typed = typedOf(form);
  const order = orderText(parseClaimOrder(form.text("order")));
  const { words } = pageContext(c);
  const { refusal } = words.reports.claims;
  const refused = (field: string, sentence: string) =>
    refuse({ kind: "search_refused" as const, typed, fault: { field, sentence } });
  const filter = readClaimFilter(typed, null, today(c));
  if (!filter.ok) return refused(filter.refusal.field, sayRefusal(refusal, filter.refusal));
  if (typed.number.trim() === "") return ok(claimAddress(filter.value, order, path));
  const person = await findClaimPerson(c.var.ports, staffOf(c), { text: typed.number, purpose });
  if (person.ok) return ok(claimAddress({ ...filter.value, ...person.value }, order, path));
  return refused("number", sayRefusal({ ...words.identity.refusal, ...refusal }, person.refusal));
}

/** What a page with a list of lines shows: those its address asks for, or the search that was not taken. */
export async function claimsShown(c: AppContext, purpose: string, refused: SearchRefused | null) {
  const filter = filterShown(c);
  const order = parseClaimOrder(c.req.query("order"));
  const turn = readTurn((name) => c.req.query(name), parsePlace);
  const asked = { filter: refused ? null : filter, order, turn, purpose };
  return {
    seen: await seeClaims(c.var.ports, staffOf(c), asked),
    filter,
    order,
    typed: refused?.typed ?? typedAgain(filter),
    faults: refused ? [refused.fault] : [],
    isFirst: turn === null,
  };
}

/** A filter as its fields show it. The number is never filled in again: the address does not carry it. */
function typedAgain({ from, until, service, status }: ClaimFilter): TypedSearch {
  return {
    number: "",
    from: dayText(from),
    until: dayText(until),
    service: service ?? "",
    status: status ?? "",
  };
}

function typedOf(form: FormFields): TypedSearch {
  const text = (name: string) => form.text(name);
  return {
    number: text("number"),
    from: text("from"),
    until: text("until"),
    service: text("service"),
    status: text("status"),
  };
}

function today(c: AppContext) {
  return bangkokDay(c.var.ports.clock.now());
}
