import { meetAtCounter } from "../../identity/actions/meet-at-counter.ts";
import type { Staff } from "../../kernel/actor.ts";
import { bangkokDay, bangkokTimestamp } from "../../kernel/thai-date.ts";
import type { Ports } from "../../ports.ts";
import { issueBySystem, type IssueBySystemRefusal } from "../../visits/actions/issue-by-system.ts";
import { saveDraft, type SaveDraftRefusal } from "../../visits/actions/save-draft.ts";
import { seeOwnFacility } from "../../visits/actions/see-own-codes.ts";
import { sayRefusal } from "../../words/refusal-words.ts";
import type { Words } from "../../words/words.ts";
import { readSave, type AskedSave } from "./asked.ts";
import { refused, refusedBy, type AgentRefusal } from "./refused.ts";

/** Either what the local agent would answer, or why not. */
export type AgentAnswer<T> =
  { readonly ok: true; readonly value: T } | ({ readonly ok: false } & AgentRefusal);

export interface Saved {
  readonly pid: string;
  readonly claimType: string;
  readonly correlationId: string;
  readonly createdDate: string;
}

export interface AgentCall {
  readonly ports: Ports;
  readonly actor: Staff;
  readonly words: Words;
}

/** `save-as-draft`: keeps a draft that staff find in the console; the same card reading and service keep one. */
export async function saveAsDraft(call: AgentCall, sent: unknown): Promise<AgentAnswer<Saved>> {
  const asked = await meet(call, sent);
  if (!asked.ok) return asked;
  const { ports, actor } = call;
  const { citizenId, correlationId } = asked.value;
  const time = bangkokTimestamp(ports.clock.now()).slice(11, 16);
  const saved = await saveDraft(ports, actor, {
    citizenId,
    correlationId,
    way: "api",
    typed: { ...typedOf(asked.value), time },
    rights: { mainRight: null, subRight: null },
    pictureId: null,
    day: null,
    requestKey: requestKeyOf(ports, asked.value),
  });
  return saved.ok
    ? { ok: true, value: savedOf(call, asked.value) }
    : { ok: false, ...said(saved.refusal, call.words) };
}

/**
 * `confirm-save`: issues the code, from the draft of the same card reading and service where one was saved. A service
 * that has its code of the day is refused as the local agent refuses it, the same request again too.
 */
export async function confirmSave(
  call: AgentCall,
  sent: unknown,
): Promise<AgentAnswer<Saved & { readonly claimCode: string }>> {
  const asked = await meet(call, sent);
  if (!asked.ok) return asked;
  const { ports, actor, words } = call;
  const { citizenId, correlationId } = asked.value;
  const issued = await issueBySystem(ports, actor, {
    citizenId,
    correlationId,
    typed: typedOf(asked.value),
    requestKey: requestKeyOf(ports, asked.value),
  });
  if (!issued.ok) return { ok: false, ...said(issued.refusal, words) };
  const [code] = issued.value.codes;
  if (issued.value.isRepeated || !code) return { ok: false, ...refused(words.api.agent.asked_today) };
  return { ok: true, value: { ...savedOf(call, asked.value), claimCode: code.code } };
}

/** What was asked, its facility compared, its person known from here on. */
async function meet({ ports, actor, words }: AgentCall, sent: unknown): Promise<AgentAnswer<AskedSave>> {
  const asked = readSave(sent, words);
  if (!asked.ok) return { ok: false, ...refused(asked.refusal.sentence, asked.refusal.field) };
  const { citizenId, firstName, lastName, hcode } = asked.value;
  const { facility } = await seeOwnFacility(ports, actor);
  if (hcode !== "" && hcode !== facility.hcode) {
    return { ok: false, ...refused(words.api.agent.other_facility, "hcode") };
  }
  await meetAtCounter(ports, actor, { citizenId, firstName, lastName, birth: null, source: "typed" });
  return asked;
}

function typedOf({ mobile, service, hn }: AskedSave) {
  return { mobile, telephones: "", services: [service], hn, an: "" };
}

/** The same for a draft and its confirmation, by whichever key of the facility; holds the number only as an index. */
function requestKeyOf(ports: Ports, { citizenId, correlationId, service }: AskedSave): string {
  const index = Buffer.from(ports.keys.blindIndex("citizen_id", citizenId)).toString("hex");
  return `agent:${bangkokDay(ports.clock.now())}:${correlationId}:${service}:${index}`;
}

function savedOf({ ports }: AgentCall, { citizenId, service, correlationId }: AskedSave): Saved {
  const createdDate = bangkokTimestamp(ports.clock.now());
  return { pid: citizenId, claimType: service, correlationId, createdDate };
}

function said(refusal: IssueBySystemRefusal | SaveDraftRefusal, words: Words): AgentRefusal {
  switch (refusal.kind) {
    case "draft_incomplete": {
      const [first] = refusal.fields;
      if (!first) return refused(words.api.problem.request_invalid());
      const { field, refusal: why } = first;
      const say = { ...words.identity.refusal, ...words.counter.refusal };
      if (field === "services") return refused(words.api.agent.claim_type, "claimType");
      return refused(sayRefusal(say, why), field);
    }
    case "codes_there_already":
      return refused(words.api.agent.asked_today);
    case "card_missing":
      return refused(words.api.agent.correlation_missing, "correlationId");
    case "facility_closed":
    case "service_not_offered":
    case "person_unknown":
    case "draft_changed":
      return refusedBy({ kind: refusal.kind }, words);
    case "visit_not_draft":
      return refused(words.api.agent.asked_today);
  }
}
