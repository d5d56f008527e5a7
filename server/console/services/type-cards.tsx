import type { FieldType } from "../../forms/field.ts";
import type { PageContext } from "../../http/page/context.ts";
import type { MadeService } from "../../petitions/service-making.ts";
import { serviceAddress } from "./addresses.ts";
import { Seen } from "./service-page.tsx";

const groups = [
  ["words", ["text", "long_text", "phone", "email", "citizen_id"]],
  ["choices", ["choice", "choices", "yes_no", "declaration"]],
  ["figures", ["number", "money", "date", "time"]],
  ["files", ["files", "photo"]],
  ["places", ["address", "map_point"]],
  ["layout", ["heading", "help", "group"]],
] as const satisfies readonly (readonly [string, readonly FieldType[]])[];

interface Props {
  readonly page: PageContext;
  readonly made: MadeService;
  /** The group the question is put in, by key and name; null: in none. */
  readonly into: { readonly key: string; readonly label: string } | null;
  readonly isOpen: boolean;
}

/** Adding a question: what it is answered with, as cards by name; one press adds it. */
export function TypeCards({ page, made, into, isOpen }: Props) {
  const words = page.words.services.builder;
  const shown = groups.map(
    ([name, types]) => [name, types.filter((type) => into === null || type !== "group")] as const,
  );
  return (
    <details class="type-cards" id="add" open={isOpen}>
      <summary class="button primary">
        <span>{into === null ? words.add : words.addInto(into.label)}</span>
      </summary>
      <form method="post" action={`${serviceAddress(made.id, "form")}/add`}>
        <Seen made={made} />
        <input type="hidden" name="into" value={into?.key ?? ""} />
        <p class="lead">{words.addLead}</p>
        {shown.map(([name, types]) => (
          <fieldset class="plain">
            <legend>{words.groups[name]}</legend>
            <div class="cards">
              {types.map((type) => (
                <button class="type-card" type="submit" name="type" value={type}>
                  <strong>{words.types[type].name}</strong>
                  <small>{words.types[type].hint}</small>
                </button>
              ))}
            </div>
          </fieldset>
        ))}
      </form>
    </details>
  );
}
