import { encode } from "uqr";
import type { SecondStep } from "../../agencies/actions/see-second-step.ts";
import { totpSecretText, totpUri } from "../../agencies/totp.ts";
import { Button, ButtonGroup } from "../../http/page/button.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { QrImage } from "../../http/page/qr-image.tsx";
import { OtpField } from "../../http/page/secret-field.tsx";
import { DoorPage } from "./sign-in-page.tsx";

interface Props {
  readonly page: PageContext;
  readonly step: SecondStep;
  readonly refused?: string | undefined;
}

/** The second step: the code of the authenticator, or its enrolment when there is none yet. */
export function SecondStepPage({ page, step, refused }: Props) {
  const { second } = page.words.agencies.signIn;
  const title = step.kind === "enrol" ? second.enrolTitle : second.title;
  return (
    <DoorPage page={page} title={title} refused={refused} field="code">
      <form class="card stack" method="post" action="/console/second-step" novalidate>
        <h1>{title}</h1>
        {step.kind === "enrol" ? <Enrolment page={page} step={step} /> : null}
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
      </form>
      <SignOutForm page={page} />
    </DoorPage>
  );
}

type Enrol = Extract<SecondStep, { readonly kind: "enrol" }>;

function Enrolment({ page, step }: { page: PageContext; step: Enrol }) {
  const { second } = page.words.agencies.signIn;
  const uri = totpUri(page.words.page.brand, step.username, step.secret);
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
          {totpSecretText(step.secret).replace(/(.{4})(?=.)/g, "$1 ")}
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
export function SignOutForm({ page }: { page: PageContext }) {
  return (
    <form method="post" action="/console/sign-out">
      <Button kind="quiet">{page.words.agencies.signIn.signOut}</Button>
    </form>
  );
}
