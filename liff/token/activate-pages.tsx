import type { OpenedActivation } from "../../server/credentials/actions/open-activation.ts";
import type { OpenActivationRefusal } from "../../server/credentials/new-key.ts";
import { Banner } from "../../server/http/page/banner.tsx";
import { Button, ButtonGroup, ButtonLink } from "../../server/http/page/button.tsx";
import type { PageContext } from "../../server/http/page/context.ts";
import { ErrorSummary, type SummaryItem } from "../../server/http/page/error-summary.tsx";
import { Layout } from "../../server/http/page/layout.tsx";
import { PinField } from "../../server/http/page/secret-field.tsx";
import { KeyTroubles, SaidPage } from "./parts.tsx";

interface Props {
  readonly page: PageContext;
  readonly path: string;
  readonly opened: OpenedActivation;
}

/** Before anything: whose key, and what is lost with the phone. */
export function TakePage({ page, path, opened }: Props) {
  const words = page.words.credentials.phone.activate;
  return (
    <Layout page={page} title={words.title}>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead(opened.userCode)}</p>
      <Banner tone="info" title={words.keep} />
      <form class="stack" method="post" action={path}>
        <p>{words.buttonHint}</p>
        <ButtonGroup>
          <Button>{words.button}</Button>
        </ButtonGroup>
      </form>
    </Layout>
  );
}

/** The computer is to know this phone first: the two digits that it shows, too. */
export function WaitPage({ page, path, opened }: Props) {
  const words = page.words.credentials.phone.activate;
  return (
    <Layout
      page={page}
      title={words.waitTitle}
      scripts={["token-wait.js"]}
      data={{ "data-watch": `${path}/state`, "data-state": "waiting" }}
    >
      <h1>{words.waitTitle}</h1>
      <p class="lead">{words.waitLead}</p>
      <div class="riddle">
        <div>
          <p>{words.waitMark}</p>
          <p class="riddle-digits">{opened.mark}</p>
        </div>
      </div>
      <KeyTroubles page={page} />
      <p>{words.waitNext}</p>
      <p>{words.waitOther}</p>
      <ButtonGroup>
        <ButtonLink href={`${path}/wait`}>{words.waitCheck}</ButtonLink>
      </ButtonGroup>
    </Layout>
  );
}

/** A PIN of six digits, twice; the script makes the key when it is sent. */
export function NewPinPage(props: Props & { readonly refusals: readonly SummaryItem[] }) {
  const { page, path, opened, refusals } = props;
  const words = page.words.credentials.phone.activate;
  const { id, nonce, userCode } = opened;
  const errorOf = (field: string) => refusals.find((refusal) => refusal.field === field)?.sentence;
  return (
    <Layout page={page} title={words.pinTitle} wrong={refusals.length > 0} scripts={["token-key.js"]}>
      <ErrorSummary page={page} items={refusals} />
      <h1>{words.pinTitle}</h1>
      <p class="lead">{words.pinLead}</p>
      <KeyTroubles page={page} />
      <form
        class="stack"
        method="post"
        action={`${path}/pin`}
        novalidate
        data-signs="new"
        data-parts={JSON.stringify({ id, nonce, userCode, renewsId: null })}
      >
        <PinField page={page} name="pin" label={words.pin} error={errorOf("pin")} />
        <PinField page={page} name="again" label={words.again} error={errorOf("again")} />
        <input type="hidden" name="publicKey" value="" />
        <input type="hidden" name="signature" value="" />
        <ButtonGroup>
          <Button>{words.submit}</Button>
        </ButtonGroup>
      </form>
    </Layout>
  );
}

/** The phone says it first. */
export function ActivatedPage({ page }: Pick<Props, "page">) {
  const words = page.words.credentials.phone.activate;
  return (
    <SaidPage page={page} title={words.title} tone="done" said={words.done} next={words.doneNext}>
      <ButtonGroup>
        <ButtonLink kind="primary" href="/seat">
          {words.enterHere}
        </ButtonLink>
      </ButtonGroup>
    </SaidPage>
  );
}

/** Why this QR leads nowhere, and what to do on the computer. */
export function NoActivationPage({
  page,
  refusal,
}: Pick<Props, "page"> & { refusal: OpenActivationRefusal }) {
  const words = page.words.credentials.phone.activate;
  const [said, next] = {
    other_phone: [words.other, words.otherNext],
    activation_over: [words.over, words.overNext],
    not_their_line: [words.notTheirs, words.notTheirsNext],
  }[refusal.kind] as [string, string];
  return <SaidPage page={page} title={words.title} tone="refused" said={said} next={next} />;
}
