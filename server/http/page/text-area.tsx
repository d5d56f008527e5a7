import { describedBy, Told, type ToldAbout } from "./told.tsx";

interface Props extends ToldAbout {
  readonly label: string;
  readonly value: string;
  readonly maxlength: number;
  readonly rows?: number;
}

/** Several lines of text: label, hint, refusal and input, tied together for screen readers. */
export function TextArea({ label, value, maxlength, rows = 3, ...told }: Props) {
  const { name, error } = told;
  return (
    <div class={`field${error ? " refused" : ""}`}>
      <label class="label" for={name}>
        {label}
      </label>
      <Told {...told} />
      <textarea
        id={name}
        class="input"
        name={name}
        rows={rows}
        maxlength={maxlength}
        {...describedBy(told)}
        {...(error ? { "aria-invalid": "true" as const } : {})}
      >
        {value}
      </textarea>
    </div>
  );
}
