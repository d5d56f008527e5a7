import type { SeenCodeAsk } from "../../../credentials/actions/see-code-asks.ts";
import type { StaffSession } from "../../../http/env.ts";
import { Banner } from "../../../http/page/banner.tsx";
import { ButtonGroup, ButtonLink } from "../../../http/page/button.tsx";
import type { PageContext } from "../../../http/page/context.ts";
import { ConsoleLayout } from "../../layout.tsx";
import { orderAddress, seatAddress } from "../addresses.ts";
import { AskFacts } from "./ask-facts.tsx";
import { ownAsksPath } from "./paths.ts";

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly seen: SeenCodeAsk;
}

/** One user code that was asked for, as the agency's head reads what became of it. */
export function OwnAskPage({ page, staff, seen }: Props) {
  const words = page.words.credentials.codeAsks;
  const { ask, seat } = seen;
  return (
    <ConsoleLayout page={page} staff={staff} current="seats" title={words.one} back={ownAsksPath}>
      {ask.state === "waiting" ? <Banner tone="waiting" title={words.waits} /> : null}
      {ask.state === "refused" ? (
        <Banner tone="refused" title={words.refusedWith(ask.facts.reason ?? "")}>
          {words.refusedNext}
        </Banner>
      ) : null}
      {seat ? (
        <Banner tone="done" title={words.issuedAs(seat.userCode)}>
          {ask.facts.holder.email === null ? words.issuedLetter : words.issuedLink}
        </Banner>
      ) : null}
      <h1>{words.one}</h1>
      <AskFacts page={page} seen={seen} orderAddress={orderAddress} />
      <ButtonGroup>
        {seat ? <ButtonLink href={seatAddress(seat.id)}>{words.toSeat}</ButtonLink> : null}
        {ask.state === "refused" ? (
          <ButtonLink kind="primary" href={`${ownAsksPath}/new`}>
            {words.askAnew}
          </ButtonLink>
        ) : null}
      </ButtonGroup>
    </ConsoleLayout>
  );
}
