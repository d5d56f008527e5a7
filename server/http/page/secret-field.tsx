import type { PageContext } from "./context.ts";
import { Field, type FieldProps } from "./field.tsx";

type Props = Omit<FieldProps, "type" | "inputmode" | "value" | "figures">;

/**
 * A PIN: one input of six digits, hidden as it is typed, pasting allowed; with script there is a button that shows
 * it. Never filled in again by us.
 */
export function PinField({ page, ...props }: Props & { page: PageContext }) {
  const field = { maxlength: 24, autocomplete: "off", ...props };
  return (
    <Field
      {...field}
      type="password"
      inputmode="numeric"
      figures
      after={<ShowSecret page={page} name={props.name} />}
    />
  );
}

/** A password: hidden as it is typed, pasting and password managers welcome. Never filled in again by us. */
export function PasswordField({
  page,
  ...props
}: Props & { page: PageContext; autocomplete: "current-password" | "new-password" }) {
  return (
    <Field maxlength={300} {...props} type="password" after={<ShowSecret page={page} name={props.name} />} />
  );
}

function ShowSecret({ page, name }: { page: PageContext; name: string }) {
  const words = page.words.page;
  return (
    <>
      <button class="show-secret" type="button" data-show={name} data-hide-label={words.hide} hidden>
        {words.show}
      </button>
      <script type="module" src={page.asset("show-secret.js")}></script>
    </>
  );
}

/** An OTP: one input that phones fill from the SMS, and that takes Thai digits, spaces or the whole SMS pasted. */
export function OtpField(props: Props & { value?: string }) {
  return (
    <Field {...props} type="text" inputmode="numeric" autocomplete="one-time-code" maxlength={300} figures />
  );
}
