import type { Child } from "hono/jsx";
import type { PageContext } from "../../server/http/page/context.ts";
import { StatusTag, type Tone } from "../../server/http/page/status-tag.tsx";
import { WholeName } from "../../server/http/page/whole-name.tsx";
import type { DelegationState } from "../../server/identity/companion.ts";
import type { DelegationView } from "../../server/identity/delegation-view.ts";
import { formatDay } from "../../server/kernel/thai-date.ts";
import type { ServiceType } from "../../server/visits/service-type.ts";

const tones: Record<DelegationState, Tone> = {
  asked: "waiting",
  waiting_clerk: "waiting",
  agreed: "done",
  refused: "refused",
  ended: "plain",
  expired: "plain",
};

/** Where a delegation stands, as a word and a shape. */
export function StateTag({ page, state }: { page: PageContext; state: DelegationState }) {
  return <StatusTag tone={tones[state]}>{page.words.companions.state[state]}</StatusTag>;
}

/** What the reader is to the other, or the other to the reader; null where it was not said. */
export function relationText(page: PageContext, view: DelegationView): string | null {
  const { relation: names, facts } = page.words.companions;
  if (view.relation === "none") return null;
  return view.side === "asker" ? facts.youAre(names[view.relation]) : facts.theyAre(names[view.relation]);
}

/** The services a delegation is for, by name. */
export function servicesText(page: PageContext, view: DelegationView, types: readonly ServiceType[]): string {
  const { facts } = page.words.companions;
  if (view.services === null) return facts.everyService;
  return view.services.map((code) => serviceName(page, code, types)).join(" · ");
}

/** A service by its name in the reader's language; its code where it is no longer offered. */
export function serviceName(page: PageContext, code: string, types: readonly ServiceType[]): string {
  const type = types.find((each) => each.code === code);
  if (!type) return code;
  return page.language === "th" ? type.nameTh : type.nameEn;
}

type Rows = readonly (readonly [string, Child])[];

/** What a delegation is for: relation, services, until when. */
export function scopeFacts(page: PageContext, view: DelegationView, types: readonly ServiceType[]): Rows {
  const { facts } = page.words.companions;
  const relation = relationText(page, view);
  return [
    ...(relation === null ? [] : [[facts.relation, relation] as const]),
    [facts.services, servicesText(page, view, types)],
    [facts.until, <span class="kept">{formatDay(view.untilDay, page.language)}</span>],
  ];
}

/** The facts of a delegation as its reader may know them: the other person, and what it is for. */
export function delegationFacts(
  page: PageContext,
  view: DelegationView,
  types: readonly ServiceType[],
): Rows {
  const { facts } = page.words.companions;
  const { name, side, maskedCitizenId } = view;
  const label = side === "asker" ? facts.represented : facts.who;
  return [
    ...(name === null ? [] : [[label, <WholeName>{name}</WholeName>] as const]),
    ...(side === "asker" ? [[facts.citizenId, <span class="figures">{maskedCitizenId}</span>] as const] : []),
    ...scopeFacts(page, view, types),
  ];
}
