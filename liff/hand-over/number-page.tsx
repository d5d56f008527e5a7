import { Banner } from "../../server/http/page/banner.tsx";
import { Button, ButtonGroup, ButtonLink } from "../../server/http/page/button.tsx";
import { CodeDisplay } from "../../server/http/page/code-display.tsx";
import type { PageContext } from "../../server/http/page/context.ts";
import { Layout } from "../../server/http/page/layout.tsx";
import { formatTime } from "../../server/kernel/thai-date.ts";
import type { OwnHandOver } from "../../server/visits/actions/see-own-hand-over.ts";
import { formatHandOverNumber } from "../../server/visits/hand-over.ts";
import { nameIn } from "../../server/visits/names.ts";

interface Props {
  readonly page: PageContext;
  /** Null: there never was one. */
  readonly own: OwnHandOver | null;
}

/** The number to read out, and what became of it; the page follows by itself where scripts run. */
export function NumberPage({ page, own }: Props) {
  const { title } = page.words.handOver.number;
  const state = own?.state ?? "over";
  const isWatched = state === "waiting" || state === "taken";
  return (
    <Layout
      page={page}
      title={title}
      back="/liff/home"
      {...(isWatched
        ? {
            scripts: ["companion-wait.js"],
            data: {
              "data-page": "/liff/hand-over",
              "data-watch": "/liff/hand-over/state",
              "data-state": state,
            },
          }
        : {})}
    >
      <h1>{title}</h1>
      {own?.state === "waiting" ? <Waiting page={page} own={own} /> : null}
      {state === "waiting" ? null : <Told page={page} state={state} />}
    </Layout>
  );
}

function Waiting({ page, own }: { page: PageContext; own: OwnHandOver }) {
  const words = page.words.handOver.number;
  return (
    <>
      <p class="lead">{words.lead(nameIn(own.facility, page.language))}</p>
      <CodeDisplay page={page} groups={formatHandOverNumber(own.number).split(" ")} label={words.label}>
        <p>{words.until(formatTime(own.diesAt, page.language))}</p>
      </CodeDisplay>
      <p>{nameIn(own.service, page.language)}</p>
      <ButtonGroup>
        <ButtonLink href="/liff/hand-over">{words.check}</ButtonLink>
      </ButtonGroup>
      <form method="post" action="/liff/hand-over/withdraw">
        <Button kind="quiet">{words.withdraw}</Button>
      </form>
    </>
  );
}

const tones = { taken: "waiting", done: "done", over: "info" } as const;

function Told({ page, state }: { page: PageContext; state: keyof typeof tones }) {
  const words = page.words.handOver.state;
  return (
    <>
      <Banner tone={tones[state]} title={words[state]} live>
        {words[`${state}Next`]}
      </Banner>
      <ButtonGroup>
        {state === "over" ? (
          <ButtonLink kind="primary" icon="qr" href="/liff/scan">
            {words.scan}
          </ButtonLink>
        ) : null}
        <ButtonLink href="/liff/home">{words.home}</ButtonLink>
      </ButtonGroup>
    </>
  );
}
