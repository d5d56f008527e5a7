import type { Child } from "hono/jsx";
import type { NewAuthenticator } from "../../agencies/actions/replace-authenticator.ts";
import type { StaffSession } from "../../http/env.ts";
import { Button, ButtonGroup, ButtonLink } from "../../http/page/button.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { ErrorSummary, type SummaryItem } from "../../http/page/error-summary.tsx";
import { OtpField, PasswordField } from "../../http/page/secret-field.tsx";
import { ConsoleLayout } from "../layout.tsx";
import { EnrolmentOf } from "../sign-in/second-step-page.tsx";
import { removePath } from "./second-steps-card.tsx";

export interface FormPage {
  readonly page: PageContext;
  readonly staff: StaffSession;
  /** What is wrong with what was posted, and at which field. */
  readonly fault?: SummaryItem | undefined;
}

interface FrameProps extends FormPage {
  readonly title: string;
  readonly action: string;
  readonly yes: string;
  readonly no?: string;
  readonly kind?: "primary" | "danger";
  readonly children?: Child;
}

/** One form of one's own account: what is wrong, what is asked, yes, and the way back. */
function Frame({ page, staff, fault, title, action, yes, no, kind = "primary", children }: FrameProps) {
  return (
    <ConsoleLayout page={page} staff={staff} current="account" title={title} wrong={fault !== undefined}>
      <div class="door stack">
        <ErrorSummary page={page} items={fault ? [fault] : []} />
        <form class="card stack" method="post" action={action} novalidate>
          <h1>{title}</h1>
          {children}
          <ButtonGroup>
            <Button kind={kind}>{yes}</Button>
            <ButtonLink href="/console/account">{no ?? page.words.agencies.account.cancel}</ButtonLink>
          </ButtonGroup>
        </form>
      </div>
    </ConsoleLayout>
  );
}

const at = (fault: SummaryItem | undefined, field: string) =>
  fault?.field === field ? fault.sentence : undefined;

/** The old password and the new one. */
export function ChangePasswordPage(props: FormPage) {
  const { page, fault } = props;
  const words = page.words.agencies.account;
  return (
    <Frame
      {...props}
      title={words.changePassword}
      action="/console/account/password"
      yes={words.savePassword}
    >
      <PasswordField
        page={page}
        name="old"
        label={words.old}
        hint={words.oldHint}
        error={at(fault, "old")}
        autocomplete="current-password"
      />
      <PasswordField
        page={page}
        name="password"
        label={words.newPassword}
        hint={words.newHint}
        error={at(fault, "password")}
        autocomplete="new-password"
      />
    </Frame>
  );
}

/** Before another authenticator: a code of the old one, or the password where there is none. */
export function BeginAuthenticatorPage(props: FormPage & { readonly hasOld: boolean }) {
  const { page, fault, hasOld } = props;
  const words = page.words.agencies.account;
  return (
    <Frame
      {...props}
      title={hasOld ? words.replaceAuthenticator : words.addAuthenticator}
      action="/console/account/authenticator"
      yes={words.next}
    >
      {hasOld ? (
        <OtpField name="proof" label={words.oldCode} hint={words.oldCodeHint} error={at(fault, "proof")} />
      ) : (
        <PasswordField
          page={page}
          name="proof"
          label={words.ownPassword}
          error={at(fault, "proof")}
          autocomplete="current-password"
        />
      )}
    </Frame>
  );
}

/** The QR of the new authenticator, and its first code. */
export function NewAuthenticatorPage(props: FormPage & { readonly made: NewAuthenticator }) {
  const { page, fault, made } = props;
  const words = page.words.agencies.account;
  return (
    <Frame
      {...props}
      title={words.addAuthenticator}
      action="/console/account/authenticator/new"
      yes={words.confirmAuthenticator}
    >
      <EnrolmentOf page={page} {...made} />
      <OtpField name="code" label={words.newCode} error={at(fault, "code")} />
    </Frame>
  );
}

/** The last question before a second step ends, with the password. */
export function RemoveStepPage(props: FormPage & { readonly step: string; readonly name: string }) {
  const { page, fault, step, name } = props;
  const words = page.words.agencies.account;
  return (
    <Frame
      {...props}
      title={words.removeTitle(name)}
      action={removePath(step)}
      yes={words.removeYes}
      no={words.removeNo}
      kind="danger"
    >
      <p>{words.removeBody}</p>
      <PasswordField
        page={page}
        name="password"
        label={words.ownPassword}
        error={at(fault, "password")}
        autocomplete="current-password"
      />
    </Frame>
  );
}
