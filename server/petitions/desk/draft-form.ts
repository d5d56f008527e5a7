import { isRecord } from "../../forms/answer.ts";
import type { Field, Wording } from "../../forms/field.ts";
import { changeOfForm } from "../../forms/form-change.ts";
import type { Form } from "../../forms/form.ts";
import { textAt, textsAt, typedAt } from "../../forms/typed-value.ts";
import type { Ports, Tx } from "../../ports.ts";
import type { DraftNews } from "../draft.ts";
import type { ServiceDefinition } from "../service-definition.ts";
import { writeDraft, type KeptDraft } from "../store/draft.ts";
import { findService, findVersion, type KeptService } from "../store/service.ts";

/** A draft with the service it is for and the form it is filled by. */
export interface FormOfDraft {
  readonly draft: KeptDraft;
  readonly service: KeptService;
  readonly definition: ServiceDefinition;
  /** True: it was moved to a new version of the form in this transaction. */
  readonly isMoved: boolean;
}

/**
 * The form of a draft that is held, in its newest version: where a newer one is in use, the draft moves to it, keeps
 * what still fits as it was typed, and tells what no longer has a place and what is asked anew. Null: the service is
 * offered no more.
 */
export async function formOfDraft(ports: Ports, tx: Tx, draft: KeptDraft): Promise<FormOfDraft | null> {
  const { agencyId, serviceId } = draft;
  const service = await findService(tx, agencyId, serviceId);
  if (!service || service.version === null || service.closedAt !== null) return null;
  const newest = await findVersion(tx, agencyId, serviceId, service.version);
  if (!newest) return null;
  const { definition } = newest;
  if (newest.version === draft.serviceVersion) return { draft, service, definition, isMoved: false };
  const begun = await findVersion(tx, agencyId, serviceId, draft.serviceVersion);
  const now = ports.clock.now();
  const from = begun?.definition.form ?? definition.form;
  const change = changeOfForm(from, definition.form, draft.content.answers, now);
  const news: DraftNews = {
    lost: change.lost.flatMap((path) => lostAt(from, draft.content.answers, path)),
    askAgain: change.askAgain,
  };
  const content = { answers: change.carried, news: joined(draft.content.news, news) };
  const moved = await writeDraft(ports, tx, draft, { content, serviceVersion: newest.version, now });
  return { draft: moved, service, definition, isMoved: true };
}

function joined(before: DraftNews | null, news: DraftNews): DraftNews {
  return { lost: [...(before?.lost ?? []), ...news.lost], askAgain: news.askAgain };
}

/** What stood at a path the new form has no place for, in words, as far as words tell it. */
function lostAt(form: Form, answers: unknown, path: string): DraftNews["lost"] {
  const label = labelAt(form.fields, path);
  const value = typedAt(answers, path);
  const parts = isRecord(value) ? Object.values(value).filter((part) => typeof part === "string") : [];
  const said = [textAt(answers, path), ...(Array.isArray(value) ? textsAt(answers, path) : []), ...parts]
    .filter((text) => text !== "")
    .join(" ");
  return label === null || said === "" ? [] : [{ label, said }];
}

function labelAt(fields: readonly Field[], path: string): Wording | null {
  const [key, , ...rest] = path.split(".");
  const field = fields.find((each) => each.key === key);
  if (!field) return null;
  return field.type === "group" && rest.length > 0 ? labelAt(field.fields, rest.join(".")) : field.label;
}
