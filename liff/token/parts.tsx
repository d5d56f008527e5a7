import type { Child } from "hono/jsx";
import { Banner } from "../../server/http/page/banner.tsx";
import { ButtonGroup, ButtonLink } from "../../server/http/page/button.tsx";
import type { PageContext } from "../../server/http/page/context.ts";
import { Layout } from "../../server/http/page/layout.tsx";

export const tokenPath = "/liff/token";

/** Where ten wrong PINs lead. */
export const closedPath = `${tokenPath}/closed`;

/** What the script shows when the server cannot be reached, or the phone can make no key; said plainly without script. */
export function KeyTroubles({ page }: { page: PageContext }) {
  const words = page.words.credentials.phone;
  return (
    <>
      <noscript>
        <p>
          {words.script} <a href="/seat/sign-in">{words.scriptSeat}</a>
        </p>
      </noscript>
      <div data-when="offline" role="alert" hidden>
        <Banner tone="refused" title={words.offline}>
          {words.offlineNext}
        </Banner>
      </div>
      <div data-when="unable" role="alert" hidden>
        <Banner tone="refused" title={words.unable}>
          {words.unableNext}
        </Banner>
      </div>
    </>
  );
}

/** One thing said, and the way back to the list. */
export function SaidPage(props: {
  readonly page: PageContext;
  readonly title: string;
  readonly tone: "done" | "waiting" | "refused";
  readonly said: string;
  readonly next: string;
  readonly children?: Child;
}) {
  const { page, title, tone, said, next, children } = props;
  return (
    <Layout page={page} title={title} wrong={tone === "refused"}>
      <h1>{title}</h1>
      <Banner tone={tone} title={said} live>
        {next}
      </Banner>
      {children}
      <ButtonGroup>
        <ButtonLink href={tokenPath}>{page.words.credentials.phone.gone.back}</ButtonLink>
      </ButtonGroup>
    </Layout>
  );
}
