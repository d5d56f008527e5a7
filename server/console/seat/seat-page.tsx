import type { Child } from "hono/jsx";
import type { SeatSession } from "../../credentials/seat-session.ts";
import { Button } from "../../http/page/button.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { ErrorSummary, type SummaryItem } from "../../http/page/error-summary.tsx";
import { Layout, type LayoutProps } from "../../http/page/layout.tsx";
import { nameIn } from "../../visits/names.ts";
import { SeatHelp } from "./seat-help.tsx";

interface Props extends Pick<LayoutProps, "page" | "title" | "back" | "scripts" | "data"> {
  /** Who is in, wholly or half; null: nobody yet. */
  readonly seat: SeatSession | null;
  /** What has to be mended; none: nothing was posted that was refused. */
  readonly faults?: readonly SummaryItem[];
  readonly children?: Child;
}

/** A page of somebody in a seat, at a computer or on one phone: one column, who is in, the way out, and where help is. */
export function SeatPage({ seat, faults = [], children, ...layout }: Props) {
  const { page } = layout;
  const agency = seat ? { agency: nameIn(seat.agency, page.language) } : {};
  return (
    <Layout {...layout} {...agency} kind="console" wrong={faults.length > 0}>
      <div class="seat-page stack">
        <ErrorSummary page={page} items={faults} />
        {children}
        {page.help === null ? <SeatHelp page={page} /> : null}
        {seat ? <WhoIsIn page={page} seat={seat} /> : null}
      </div>
    </Layout>
  );
}

function WhoIsIn({ page, seat }: { page: PageContext; seat: SeatSession }) {
  const { signIn, parts } = page.words.credentials;
  return (
    <form class="seat-who" method="post" action="/seat/sign-out">
      <p>
        {signIn.signedInAs(seat.name, parts[seat.part])} <span class="code-like">{seat.userCode}</span>
      </p>
      <Button kind="quiet">{signIn.signOut}</Button>
    </form>
  );
}
