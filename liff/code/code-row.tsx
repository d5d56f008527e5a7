import { LinkRow } from "../../server/http/page/card.tsx";
import type { PageContext } from "../../server/http/page/context.ts";
import { StatusTag, type Tone } from "../../server/http/page/status-tag.tsx";
import { formatMoment, formatTime } from "../../server/kernel/thai-date.ts";
import type { IssuedCode } from "../../server/visits/issued-code.ts";
import { nameIn } from "../../server/visits/names.ts";
import {
  formatServiceCode,
  visibleStatus,
  type ServiceCodeStatus,
} from "../../server/visits/service-code.ts";

const tones: Record<ServiceCodeStatus, Tone> = {
  issued: "done",
  used: "plain",
  closed: "plain",
  cancelled: "refused",
  expired: "waiting",
};

/** Where a code stands, as a word and a shape. */
export function CodeStatus({ page, status }: { page: PageContext; status: ServiceCodeStatus }) {
  return <StatusTag tone={tones[status]}>{page.words.notices.statuses[status]}</StatusTag>;
}

export interface CodeRowProps {
  readonly page: PageContext;
  readonly code: IssuedCode;
  readonly now: Date;
  /** The delegation under which the reader sees it; none: their own. */
  readonly delegationId?: string | undefined;
  /** True in a list of one day, where the time says enough. */
  readonly isToday?: boolean;
}

/** One code in a list: the code, where and for what, how it stands. */
export function CodeRow({ page, code, now, delegationId, isToday = false }: CodeRowProps) {
  const { language } = page;
  const at = isToday ? formatTime(code.issuedAt, language) : formatMoment(code.issuedAt, language);
  return (
    <LinkRow
      href={codePath(code.id, delegationId)}
      title={formatServiceCode(code.code)}
      detail={
        <>
          {nameIn(code.facility, language)}
          <br />
          {nameIn(code.service, language)}
          <br />
          {at}
        </>
      }
      end={<CodeStatus page={page} status={visibleStatus(code, now)} />}
    />
  );
}

/** The address of a code's page. */
export function codePath(codeId: string, delegationId?: string | null): string {
  return `/liff/code/${codeId}${forQuery(delegationId)}`;
}

/** The address where a code is cancelled. */
export function cancelPath(codeId: string, delegationId?: string | null): string {
  return `/liff/code/${codeId}/cancel${forQuery(delegationId)}`;
}

/** The query that says for whom: "?for=…", or nothing for oneself. */
export function forQuery(delegationId: string | null | undefined): string {
  return delegationId ? `?for=${delegationId}` : "";
}
