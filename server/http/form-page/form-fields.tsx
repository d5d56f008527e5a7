import type { Field, GroupField, PlainField } from "../../forms/field.ts";
import { itemName } from "../../forms/typed-form.ts";
import { itemsAt } from "../../forms/typed-value.ts";
import { Button } from "../page/button.tsx";
import { Told } from "../page/told.tsx";
import { wordingIn } from "../../forms/wording.ts";
import { newItem, type FormView } from "./form-view.ts";
import { PlainInput } from "./plain-input.tsx";

/** The name of the buttons that add or take out an item of a group; the value is the group's path, or the item's. */
export const addButton = "addItem";
export const removeButton = "removeItem";

/**
 * Every field of a form in its order, each with the name of its path, on the phone and at the desk. What is hidden is
 * there, hidden: what was typed in it comes back with the rest, and a script shows it without asking the server.
 */
export function FormFields({ view }: { view: FormView }) {
  return (
    <>
      {view.form.fields.map((field) => (
        <FieldBox view={view} field={field} prefix="" />
      ))}
    </>
  );
}

function FieldBox({ view, field, prefix }: { view: FormView; field: Field; prefix: string }) {
  const path = prefix + field.key;
  return (
    <div class="form-field" data-path={path} hidden={!view.shown.has(path) && !isNew(path)}>
      {field.type === "group" ? (
        <Group view={view} field={field} path={path} />
      ) : (
        <Plain view={view} field={field} path={path} />
      )}
    </div>
  );
}

/** In the template of an item all stands open; the script hides what does not apply. */
const isNew = (path: string) => path.includes(`.${newItem}.`);

function Plain({ view, field, path }: { view: FormView; field: PlainField; path: string }) {
  const { language } = view.page;
  const label = wordingIn(field.label, language);
  if (field.type === "heading") return <h2 class="form-heading">{label}</h2>;
  if (field.type !== "help") return <PlainInput view={view} field={field} path={path} />;
  return (
    <div class="form-help">
      <strong>{label}</strong>
      {field.help ? <p>{wordingIn(field.help, language)}</p> : null}
    </div>
  );
}

function Group({ view, field, path }: { view: FormView; field: GroupField; path: string }) {
  const { page } = view;
  const label = wordingIn(field.label, page.language);
  const many = itemsAt(view.answers, path);
  const name = path;
  const error = view.problems.get(path);
  const hint = field.help ? wordingIn(field.help, page.language) : undefined;
  return (
    <section
      class={`form-group${error ? " refused" : ""}`}
      data-group={path}
      data-most={String(field.max)}
      aria-labelledby={path}
    >
      <h3 id={path} tabindex={-1}>
        {label}
      </h3>
      <Told {...{ name, hint, error }} />
      {Array.from({ length: many }, (_, at) => (
        <Item view={view} field={field} path={path} at={at} />
      ))}
      <template>
        <Item view={view} field={field} path={path} at={newItem} />
      </template>
      <Button kind="secondary" name={addButton} value={path}>
        {page.words.forms.addItem(label)}
      </Button>
    </section>
  );
}

function Item(props: { view: FormView; field: GroupField; path: string; at: number | string }) {
  const { view, field, path, at } = props;
  const { words, language } = view.page;
  const label = wordingIn(field.label, language);
  const number = typeof at === "number" ? at + 1 : 0;
  const name = itemName(path, at);
  return (
    <fieldset
      class="form-item"
      data-item={name}
      data-title={words.forms.item(label, "{n}")}
      data-remove={words.forms.removeItem(label, "{n}")}
    >
      <legend>{words.forms.item(label, number)}</legend>
      <input type="hidden" name={name} value="1" />
      {field.fields.map((inner) => (
        <FieldBox view={view} field={inner} prefix={`${name}.`} />
      ))}
      <Button kind="quiet" name={removeButton} value={name}>
        {words.forms.removeItem(label, number)}
      </Button>
    </fieldset>
  );
}
