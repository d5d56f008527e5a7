import type { FieldFile } from "../../server/petitions/actions/give-correction.ts";
import { dropButton, filesName } from "../../server/http/form-page/files-field.tsx";
import { addButton, removeButton } from "../../server/http/form-page/form-fields.tsx";
import type { Form } from "../../server/forms/form.ts";
import { typedAnswers } from "../../server/forms/typed-form.ts";
import type { AppContext } from "../../server/http/env.ts";
import { withoutNul } from "../../server/http/nul.ts";

/** The corrected form as a browser sent it. */
export interface SentForm {
  readonly typed: Readonly<Record<string, unknown>>;
  readonly files: readonly FieldFile[];
  readonly seen: number;
  readonly note: string;
  /** True when a button inside the form was pressed (another item, a file taken out): nothing is to be sent yet. */
  readonly goesOn: boolean;
}

const longestField = 12_000;
const longestNote = 2_000;

/** Reads a posted correction: fields by their paths, files by the field they were chosen for. */
export async function readSentForm(c: AppContext, form: Form): Promise<SentForm> {
  const body: Record<string, unknown> = await c.req.parseBody({ all: true }).catch(() => ({}));
  const listOf = (name: string) => [Object.hasOwn(body, name) ? body[name] : []].flat();
  const texts = (name: string) =>
    listOf(name)
      .filter((each): each is string => typeof each === "string")
      .map((each) => withoutNul(each).slice(0, longestField));
  const sent = new Map(Object.keys(body).map((name) => [name, texts(name)] as const));
  const dropped = texts(dropButton)[0] ?? "";
  const typed = withItems(
    typedAnswers(form, without(sent, dropped)),
    texts(addButton)[0],
    texts(removeButton)[0],
  );
  const files = form.fields.flatMap((field) =>
    listOf(filesName(field.key))
      .filter((each): each is File => each instanceof File && each.size > 0)
      .map((file) => ({ field: field.key, file })),
  );
  return {
    typed,
    files: await Promise.all(
      files.map(async ({ field, file }) => {
        return { field, name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
      }),
    ),
    seen: Number(texts("seen")[0]),
    note: (texts("officerNote")[0] ?? "").slice(0, longestNote).trim(),
    goesOn: [dropButton, addButton, removeButton].some((name) => texts(name).length > 0),
  };
}

/** What was sent without the file that is taken out ("papers:0198…"). */
function without(
  sent: ReadonlyMap<string, readonly string[]>,
  dropped: string,
): ReadonlyMap<string, readonly string[]> {
  const [path = "", id = ""] = dropped.split(":");
  return new Map(
    [...sent].map(([name, values]) => [name, name === path ? values.filter((one) => one !== id) : values]),
  );
}

function withItems(
  typed: Readonly<Record<string, unknown>>,
  added: string | undefined,
  removed: string | undefined,
): Readonly<Record<string, unknown>> {
  const itemsOf = (group: string) => [typed[group] ?? []].flat();
  if (added !== undefined) return { ...typed, [added]: [...itemsOf(added), {}] };
  const [group, at] = removed?.split(".") ?? [];
  if (group === undefined) return typed;
  return { ...typed, [group]: itemsOf(group).filter((_, index) => index !== Number(at)) };
}
