import { describedBy, Told, type ToldAbout } from "./told.tsx";

interface Props extends ToldAbout {
  readonly label: string;
  /** Media types or endings to offer; what comes is judged by its bytes. */
  readonly accept: string;
}

/** A file to choose: label, hint, refusal and input, tied together for screen readers. */
export function FileField({ label, accept, ...told }: Props) {
  const { name, error } = told;
  return (
    <div class={`field${error ? " refused" : ""}`}>
      <label class="label" for={name}>
        {label}
      </label>
      <Told {...told} />
      <input
        id={name}
        class="input"
        type="file"
        name={name}
        accept={accept}
        {...describedBy(told)}
        {...(error ? { "aria-invalid": "true" as const } : {})}
      />
    </div>
  );
}
