import { Banner } from "../../http/page/banner.tsx";
import { Button, ButtonGroup, ButtonLink } from "../../http/page/button.tsx";
import { Field } from "../../http/page/field.tsx";
import { PasswordField } from "../../http/page/secret-field.tsx";
import { ConsoleLayout } from "../layout.tsx";
import type { FormPage } from "./account-forms.tsx";

/** A name and the password; the browser does the rest. Without script the page says that it cannot. */
export function AddPasskeyPage({ page, staff, fault }: FormPage) {
  const words = page.words.agencies.account;
  const sayings = { working: words.working, failed: words.failed };
  return (
    <ConsoleLayout
      page={page}
      staff={staff}
      current="account"
      title={words.addPasskey}
      wrong={fault !== undefined}
      scripts={["add-passkey.js"]}
      data={{ "data-passkey-words": JSON.stringify(sayings) }}
    >
      <div class="door stack">
        {fault ? (
          <Banner tone="refused" title={fault.sentence} live>
            {words.needsScriptNext}
          </Banner>
        ) : null}
        <form
          id="add-passkey"
          class="card stack"
          method="post"
          action="/console/account/passkeys/add"
          novalidate
        >
          <h1>{words.addPasskey}</h1>
          <p>{words.passkeysLead}</p>
          <p id="passkey-state" role="alert"></p>
          <Field name="name" label={words.passkeyName} hint={words.passkeyNameHint} maxlength={80} />
          <PasswordField
            page={page}
            name="password"
            label={words.ownPassword}
            autocomplete="current-password"
          />
          <ButtonGroup>
            <Button>{words.addPasskey}</Button>
            <ButtonLink href="/console/account">{words.cancel}</ButtonLink>
          </ButtonGroup>
        </form>
      </div>
    </ConsoleLayout>
  );
}
