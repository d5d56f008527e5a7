import { encode } from "uqr";
import type { SecondStep } from "../../agencies/actions/see-second-step.ts";
import { totpSecretText, totpUri } from "../../agencies/totp.ts";
import { Button, ButtonGroup, ButtonLink } from "../../http/page/button.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { QrImage } from "../../http/page/qr-image.tsx";
import { OtpField } from "../../http/page/secret-field.tsx";
import { DoorPage } from "./sign-in-page.tsx";

interface Props {
  readonly page: PageContext;
  readonly step: SecondStep;
  readonly refused?: string | undefined;
  /** Their person holds a seat with a live key, which is a second step too. */
  readonly softToken: boolean;
}

const asksPasskey = (step: SecondStep) => step.kind === "prove" && step.passkey;
const asksCode = (step: SecondStep) => step.kind === "enrol" || step.totp;

/** The second step: the authenticator's code, a passkey beside it, or the enrolment when there is neither yet. */
export function SecondStepPage({ page, step, refused, softToken }: Props) {
  const { second } = page.words.agencies.signIn;
  const title = step.kind === "enrol" ? second.enrolTitle : second.title;
  const sayings = { working: second.passkeyWorking, failed: second.passkeyFailed };
  return (
    <DoorPage
      page={page}
      title={title}
      refused={refused}
      field="code"
      scripts={asksPasskey(step) ? ["prove-passkey.js"] : []}
      data={{ "data-passkey-words": JSON.stringify(sayings) }}
    >
      <form class="card stack" method="post" action="/console/second-step" novalidate>
        <h1>{title}</h1>
        {step.kind === "enrol" ? <EnrolmentOf page={page} {...step} /> : null}
        {asksCode(step) ? (
          <>
            <OtpField
              name="code"
              label={second.code}
              hint={step.kind === "enrol" ? undefined : second.codeHint}
              error={refused}
              autofocus={refused === undefined && step.kind === "prove"}
            />
            <ButtonGroup>
              <Button>{second.yes}</Button>
            </ButtonGroup>
          </>
        ) : null}
        {asksPasskey(step) ? <PasskeyWay page={page} isOnly={!asksCode(step)} /> : null}
      </form>
      {softToken && step.kind === "prove" ? (
        <ButtonGroup>
          <ButtonLink href="/console/second-step/soft-token">{second.softToken}</ButtonLink>
        </ButtonGroup>
      ) : null}
      {step.kind === "prove" ? <p class="hint">{second.lost}</p> : null}
      <SignOutForm page={page} />
    </DoorPage>
  );
}

/** Shown by its script where the browser can; an account with nothing else is told when it cannot. */
function PasskeyWay({ page, isOnly }: { page: PageContext; isOnly: boolean }) {
  const { second } = page.words.agencies.signIn;
  return (
    <>
      {isOnly ? <p id="passkey-cannot">{second.passkeyCannot}</p> : null}
      <p id="passkey-state" role="status"></p>
      <button id="use-passkey" class={`button ${isOnly ? "primary" : "secondary"}`} type="button" hidden>
        <span>{second.passkey}</span>
      </button>
    </>
  );
}

interface EnrolmentProps {
  readonly page: PageContext;
  readonly username: string;
  readonly secret: Uint8Array;
}

/** What an authenticator app scans, and the same to be typed. */
export function EnrolmentOf({ page, username, secret }: EnrolmentProps) {
  const { second } = page.words.agencies.signIn;
  const uri = totpUri(page.words.page.brand, username, secret);
  return (
    <>
      <ol>
        {second.enrolSteps.map((each) => (
          <li>{each}</li>
        ))}
      </ol>
      <QrImage modules={encode(uri, { ecc: "M", border: 0 }).data} label={second.qrLabel} />
      <p>
        {second.secret}{" "}
        <code class="totp-secret" lang="en">
          {totpSecretText(secret).replace(/(.{4})(?=.)/g, "$1 ")}
        </code>
      </p>
    </>
  );
}

/** The first sign-in: nothing opens until the right is accepted as one's own alone. */
export function AcceptPage({ page }: { page: PageContext }) {
  const { accept } = page.words.agencies.signIn;
  return (
    <DoorPage page={page} title={accept.title}>
      <form class="card stack" method="post" action="/console/accept">
        <h1>{accept.title}</h1>
        <p class="lead">{accept.lead}</p>
        <ul>
          {accept.rules.map((rule) => (
            <li>{rule}</li>
          ))}
        </ul>
        <ButtonGroup>
          <Button>{accept.yes}</Button>
        </ButtonGroup>
      </form>
      <SignOutForm page={page} />
    </DoorPage>
  );
}

/** The way out, wherever one stands. */
function SignOutForm({ page }: { page: PageContext }) {
  return (
    <form method="post" action="/console/sign-out">
      <Button kind="quiet">{page.words.agencies.signIn.signOut}</Button>
    </form>
  );
}
