import { describedBy, Told } from "../../http/page/told.tsx";

/** A text of several lines: label, hint, refusal and area, tied together for screen readers. */
export function LongField(props: {
  readonly name: string;
  /** The id where the name stands in several forms of the page. */
  readonly id?: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly error?: string | undefined;
  readonly rows?: number;
  /** The key that leads here. */
  readonly shortcut?: string;
}) {
  const { name, label, hint = "", value, error, rows = 3, shortcut } = props;
  const id = props.id ?? name;
  const told = { name: id, hint, error };
  return (
    <div class={`field${error ? " refused" : ""}`}>
      <label class="label" for={id}>
        {label}
      </label>
      <Told {...told} />
      <textarea
        id={id}
        class="input"
        name={name}
        rows={rows}
        maxlength={2000}
        {...describedBy(told)}
        {...(error ? { "aria-invalid": "true" as const } : {})}
        {...(shortcut ? { "data-key": shortcut } : {})}
      >
        {value}
      </textarea>
    </div>
  );
}
