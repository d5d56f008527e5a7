import { encode } from "uqr";
import type { SeeActivationRefusal, SeenActivation } from "../../../credentials/actions/see-activation.ts";
import type { SeatSession } from "../../../credentials/seat-session.ts";
import { Banner } from "../../../http/page/banner.tsx";
import { Button, ButtonGroup, ButtonLink } from "../../../http/page/button.tsx";
import type { PageContext } from "../../../http/page/context.ts";
import { QrImage } from "../../../http/page/qr-image.tsx";
import { bangkokDay, formatDay, formatMoment } from "../../../kernel/thai-date.ts";
import { sayRefusal } from "../../../words/refusal-words.ts";
import { Steps, watching } from "../key-parts.tsx";
import { RegistrationSteps } from "../register/steps.tsx";
import { SeatPage } from "../seat-page.tsx";
import { activatePath } from "./path.ts";
import { KnownPhone, PhoneQuestion } from "./phone-question.tsx";

export interface ActivateProps {
  readonly page: PageContext;
  readonly session: SeatSession;
  readonly seen: SeenActivation;
  /** What LINE calls whoever opened the QR; null: nobody did, or it does not tell. */
  readonly lineName: string | null;
  /** Where the QR leads, on a phone. */
  readonly phoneUrl: (token: string) => string;
  /** The page is opened on a phone: there is no computer beside it (N14). */
  readonly isOnPhone: boolean;
}

/** Step 5 of the registration on the computer: what will happen, the QR, whose phone opened it, and that it is done. */
export function ActivatePage(props: ActivateProps) {
  switch (props.seen.kind) {
    case "ready":
      return <ReadyPage {...props} seen={props.seen} />;
    case "open":
      return <OpenPage {...props} seen={props.seen} />;
    case "done":
      return <DonePage {...props} seen={props.seen} />;
  }
}

type Of<Kind> = ActivateProps & { readonly seen: Extract<SeenActivation, { readonly kind: Kind }> };

function ReadyPage({ page, session, seen, isOnPhone }: Of<"ready">) {
  const words = page.words.credentials.activate;
  return (
    <SeatPage page={page} seat={session} title={words.title}>
      <RegistrationSteps page={page} at={5} state="approved" />
      <h1>{words.title}</h1>
      {seen.wasLate ? (
        <Banner tone="waiting" title={words.late} live>
          {words.lateNext}
        </Banner>
      ) : null}
      <p class="lead">{isOnPhone ? words.leadHere : words.lead}</p>
      {seen.until === null ? null : <p>{words.grantUntil(formatMoment(seen.until, page.language))}</p>}
      <Steps steps={isOnPhone ? words.stepsHere : words.steps} />
      <Banner tone="info" title={words.keepTitle}>
        {words.keep}
      </Banner>
      <form method="post" action={activatePath}>
        <ButtonGroup>
          <Button>{words.start}</Button>
        </ButtonGroup>
      </form>
    </SeatPage>
  );
}

/** The state that the page's script watches. */
export function openState({ phone }: Extract<SeenActivation, { readonly kind: "open" }>): string {
  if (phone === null) return "open";
  return phone.isConfirmed ? "confirmed" : "taken";
}

function OpenPage(props: Of<"open">) {
  const { page, session, seen, phoneUrl, lineName } = props;
  const words = page.words.credentials.activate;
  const url = phoneUrl(seen.token);
  return (
    <SeatPage
      page={page}
      seat={session}
      title={words.title}
      scripts={["watch-phone.js"]}
      data={watching(activatePath, openState(seen))}
    >
      <RegistrationSteps page={page} at={5} state="approved" />
      {seen.phone === null ? (
        <Scan page={page} url={url} expiresAt={seen.expiresAt} isOnPhone={props.isOnPhone} />
      ) : seen.phone.isConfirmed ? (
        <KnownPhone page={page} phoneUrl={url} />
      ) : (
        <PhoneQuestion page={page} mark={seen.phone.mark} lineName={lineName} />
      )}
    </SeatPage>
  );
}

interface ScanProps {
  readonly page: PageContext;
  readonly url: string;
  readonly expiresAt: Date;
}

function Scan({ isOnPhone, ...props }: ScanProps & { readonly isOnPhone: boolean }) {
  return isOnPhone ? <OpenHere {...props} /> : <ScanBeside {...props} />;
}

/** On one phone the QR is a button; whoever scans it with another phone unfolds it. */
function OpenHere({ page, url, expiresAt }: ScanProps) {
  const words = page.words.credentials.activate;
  return (
    <>
      <h1>{words.scanHere}</h1>
      <p>{words.until(formatMoment(expiresAt, page.language))}</p>
      <ButtonGroup>
        <ButtonLink kind="primary" href={url}>
          {words.samePhone}
        </ButtonLink>
        <ButtonLink href={activatePath}>{words.check}</ButtonLink>
      </ButtonGroup>
      <details>
        <summary>{words.scan}</summary>
        <QrImage modules={encode(url, { ecc: "M", border: 0 }).data} label={words.qrLabel} />
      </details>
      <form method="post" action={activatePath}>
        <Button kind="quiet">{words.again}</Button>
      </form>
    </>
  );
}

function ScanBeside({ page, url, expiresAt }: ScanProps) {
  const words = page.words.credentials.activate;
  return (
    <>
      <h1>{words.scan}</h1>
      <Banner tone="waiting" title={words.dontClose}>
        {words.dontCloseWhy}
      </Banner>
      <QrImage modules={encode(url, { ecc: "M", border: 0 }).data} label={words.qrLabel} />
      <p>{words.until(formatMoment(expiresAt, page.language))}</p>
      <ButtonGroup>
        <ButtonLink kind="primary" href={activatePath}>
          {words.check}
        </ButtonLink>
        <ButtonLink kind="line" href={url}>
          {words.samePhone}
        </ButtonLink>
      </ButtonGroup>
      <p class="lead">{words.samePhoneHint}</p>
      <form method="post" action={activatePath}>
        <Button kind="quiet">{words.again}</Button>
      </form>
    </>
  );
}

function DonePage({ page, session, seen }: Of<"done">) {
  const words = page.words.credentials.activate;
  return (
    <SeatPage page={page} seat={session} title={words.done}>
      <RegistrationSteps page={page} at={5} state="approved" />
      <h1>{words.title}</h1>
      <Banner tone="done" title={words.done} live>
        {words.doneBody(seen.device, formatDay(bangkokDay(seen.notAfter), page.language))}
      </Banner>
      <ButtonGroup>
        <ButtonLink kind="primary" href="/seat/challenge">
          {words.enter}
        </ButtonLink>
      </ButtonGroup>
    </SeatPage>
  );
}

/** Why nothing is activated here now, and the way on. */
export function NoActivationPage({
  page,
  session,
  refusal,
}: Pick<ActivateProps, "page" | "session"> & { readonly refusal: SeeActivationRefusal }) {
  const words = page.words.credentials;
  const isGone = ["key_not_granted", "key_lost", "key_grant_over"].includes(refusal.kind);
  return (
    <SeatPage page={page} seat={session} title={words.activate.title}>
      {refusal.kind === "not_approved" ? null : <RegistrationSteps page={page} at={5} state="approved" />}
      <h1>{words.activate.title}</h1>
      <Banner tone="waiting" title={sayRefusal(words.activate.refusal, refusal)} />
      <ButtonGroup>
        {refusal.kind === "has_key" ? (
          <ButtonLink kind="primary" href="/seat/challenge">
            {words.activate.enter}
          </ButtonLink>
        ) : null}
        {isGone ? (
          <ButtonLink kind="primary" href="/seat/requests">
            {words.home.menu.requests[0]}
          </ButtonLink>
        ) : null}
      </ButtonGroup>
    </SeatPage>
  );
}
