import { mayStaff } from "../../agencies/role.ts";
import type { RequestLine, RequestPlace } from "../../credentials/request-line.ts";
import type { StaffSession } from "../../http/env.ts";
import { Banner } from "../../http/page/banner.tsx";
import { ButtonGroup, ButtonLink } from "../../http/page/button.tsx";
import type { PageContext } from "../../http/page/context.ts";
import type { TurnedPage } from "../../kernel/keyset.ts";
import { ConsoleLayout } from "../layout.tsx";
import { RequestsTable } from "./requests-table.tsx";

export const requestsPath = "/console/tokens/requests";

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly turned: TurnedPage<RequestLine, RequestPlace>;
  readonly isFirst: boolean;
  /** A form that was not sent was thrown away just now. */
  readonly isDropped: boolean;
}

/** Requests for service of the central office, or of the agency of a head (T6). */
export function RequestsPage({ page, staff, turned, isFirst, isDropped }: Props) {
  const words = page.words.credentials.requests;
  const isOffice = mayStaff(staff.level, "register_tokens");
  return (
    <ConsoleLayout page={page} staff={staff} current="serviceRequests" title={words.title}>
      {isDropped ? (
        <Banner tone="done" title={page.words.credentials.requestPages.unsigned.dropped} live />
      ) : null}
      <h1>{words.title}</h1>
      <p class="lead">{isOffice ? words.lead.office : words.lead.head}</p>
      <ButtonGroup>
        <ButtonLink kind="primary" href={`${requestsPath}/new`}>
          {isOffice ? words.newOffice : words.newHead}
        </ButtonLink>
      </ButtonGroup>
      <RequestsTable
        page={page}
        turned={turned}
        isFirst={isFirst}
        path={requestsPath}
        of={isOffice ? "agency" : "seat"}
      />
    </ConsoleLayout>
  );
}
