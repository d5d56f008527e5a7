import type { PageContext } from "./context.ts";
import { Field, type FieldProps } from "./field.tsx";

type Props = Omit<FieldProps, "type" | "inputmode" | "value" | "figures">;

/**
 * A PIN: one input of six digits, hidden as it is typed, pasting allowed; with script there is a button that shows
 * it. Never filled in again by us.
 */
export function PinField({ page, ...props }: Props & { page: PageContext }) {
  const words = page.words.page;
  const show = (
    <>
      <button class="show-secret" type="button" data-show={props.name} data-hide-label={words.hide} hidden>
        {words.show}
      </button>
      <script type="module" src={page.asset("show-secret.js")}></script>
    </>
  );
  const field = { maxlength: 24, autocomplete: "off", ...props };
  return <Field {...field} type="password" inputmode="numeric" figures after={show} />;
}

/** An OTP: one input that phones fill from the SMS, and that takes Thai digits, spaces or the whole SMS pasted. */
export function OtpField(props: Props & { value?: string }) {
  return (
    <Field {...props} type="text" inputmode="numeric" autocomplete="one-time-code" maxlength={300} figures />
  );
}
