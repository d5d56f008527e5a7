import { record } from "../../audit/store.ts";
import { wordingOf } from "../../forms/typed-field.ts";
import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { bangkokDay } from "../../kernel/thai-date.ts";
import type { Ports, Tx } from "../../ports.ts";
import { lockSeenDraft, type DraftRefusal } from "../desk/draft-seen.ts";
import type { SeenDraft } from "../draft-change.ts";
import { exampleLimits, withExample, wrongPaths } from "../pack-example.ts";
import type { PackExample } from "../service-pack.ts";
import { saveDraftStep, type KeptDraft } from "../store/service-making.ts";

export type KeepExampleRefusal =
  | DraftRefusal
  | { readonly kind: "example_title_empty" }
  /** More was typed than travels with a pack. */
  | { readonly kind: "example_large" }
  | { readonly kind: "examples_full"; readonly most: number };

export interface KeepExampleInput extends SeenDraft {
  /** What it is called; the example that has this name gives it its place. */
  readonly title: string;
  readonly answers: Readonly<Record<string, unknown>>;
}

/**
 * Keeps the answers of a trial as an example of a draft's service (N18): the form must go on judging them as it does now,
 * right or wrong at these very fields, on the day they were tried. Refuses a draft that changed meanwhile, an empty name,
 * more than a pack carries, and one example too many.
 */
export async function keepExample(
  ports: Ports,
  actor: Staff,
  input: KeepExampleInput,
): Promise<Result<undefined, KeepExampleRefusal>> {
  const title = wordingOf(input.title.slice(0, exampleLimits.titleLength), "");
  if (title === null) return refuse({ kind: "example_title_empty" });
  const { answers } = input;
  if (JSON.stringify(answers).length > exampleLimits.characters) return refuse({ kind: "example_large" });
  const now = ports.clock.now();
  return ports.db.as(actor, async (tx) => {
    const draft = await lockSeenDraft(tx, actor.agencyId, input);
    if (!draft.ok) return draft;
    const wrong = wrongPaths(draft.value.definition.form, answers, now);
    const examples = withExample(draft.value.examples, { title, answers, wrong, day: bangkokDay(now) });
    const most = exampleLimits.count;
    if (examples.length > most) return refuse({ kind: "examples_full", most });
    await save(ports, tx, actor, { input, draft: draft.value, examples, change: "example_kept" });
    return ok();
  });
}

/** Takes one example out of a draft's, by its place in their order. Refuses a draft that changed meanwhile. */
export async function removeExample(
  ports: Ports,
  actor: Staff,
  input: SeenDraft & { readonly at: number },
): Promise<Result<undefined, DraftRefusal | { readonly kind: "example_missing" }>> {
  return ports.db.as(actor, async (tx) => {
    const draft = await lockSeenDraft(tx, actor.agencyId, input);
    if (!draft.ok) return draft;
    const examples = draft.value.examples.filter((_, at) => at !== input.at);
    if (examples.length === draft.value.examples.length) return refuse({ kind: "example_missing" });
    await save(ports, tx, actor, { input, draft: draft.value, examples, change: "example_removed" });
    return ok();
  });
}

interface Kept {
  readonly input: SeenDraft;
  readonly draft: KeptDraft;
  readonly examples: readonly PackExample[];
  readonly change: "example_kept" | "example_removed";
}

/** The step before stays what can be taken back: examples are no step of the definition. */
async function save(ports: Ports, tx: Tx, actor: Staff, { input, draft, examples, change }: Kept) {
  const { definition, before, version } = draft;
  const step = { definition, before, examples, by: actor.staffId, at: ports.clock.now() };
  await saveDraftStep(tx, actor.agencyId, input.serviceId, step);
  const refs = { version, change };
  await record(ports, tx, { action: "service_version.changed", actor, subjectId: input.serviceId, refs });
}
