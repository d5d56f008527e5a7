import type { FormFaultKind } from "../../forms/form.ts";
import type { TypedFieldFault } from "../../forms/typed-field.ts";
import type { PageContext } from "../../http/page/context.ts";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import type { Refusal } from "../../kernel/result.ts";
import type { DraftChangeRefusal } from "../../petitions/draft-change.ts";

/** What is wrong with a question that was saved, each at its input; nothing: the refusal is about something else. */
export function faultsOfField(
  page: PageContext,
  refusal: DraftChangeRefusal | Refusal,
): readonly SummaryItem[] {
  if (refusal.kind === "field_typed_wrong" && "faults" in refusal)
    return refusal.faults.map((fault) => sayTyped(page, fault));
  if (refusal.kind !== "field_wrong" || !("faults" in refusal)) return [];
  const words = page.words.services.builder.fault;
  const kinds = [...new Set(refusal.faults)];
  return kinds.map((kind) => ({ field: inputOf(kind), sentence: words[kind] }));
}

function sayTyped(page: PageContext, { input, kind }: TypedFieldFault): SummaryItem {
  const words = page.words.services.builder.wrong;
  return { field: input, sentence: input === "accepts" ? words.accepts : words[kind] };
}

function inputOf(kind: FormFaultKind): string {
  if (kind.startsWith("condition")) return "condition";
  if (kind.startsWith("limits")) return "min";
  if (kind.startsWith("option")) return "optionsTh";
  return kind === "help_length" ? "helpTh" : kind === "formats_none" ? "accepts" : "labelTh";
}
