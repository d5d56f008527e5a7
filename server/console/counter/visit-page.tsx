import type { StaffSession } from "../../http/env.ts";
import { Banner } from "../../http/page/banner.tsx";
import { ButtonGroup, ButtonLink } from "../../http/page/button.tsx";
import { Facts } from "../../http/page/card.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { ErrorSummary, type SummaryItem } from "../../http/page/error-summary.tsx";
import { StatusTag, type Tone } from "../../http/page/status-tag.tsx";
import { Table } from "../../http/page/table.tsx";
import { fullName } from "../../identity/full-name.ts";
import { formatCitizenId } from "../../kernel/citizen-id.ts";
import { formatDay, formatTime } from "../../kernel/thai-date.ts";
import type { SeenVisit } from "../../visits/actions/see-visit.ts";
import { nameIn } from "../../visits/names.ts";
import { formatServiceCode, type ServiceCodeStatus } from "../../visits/service-code.ts";
import type { ServiceType } from "../../visits/service-type.ts";
import type { TypedVisit } from "../../visits/visit-draft.ts";
import { ConsoleLayout } from "../layout.tsx";
import { ConflictPanel, type Conflict } from "./conflict-panel.tsx";
import { ConflictButtons, DraftButtons } from "./draft-buttons.tsx";
import { DraftFields } from "./draft-form.tsx";
import { PersonPanel } from "./person-panel.tsx";
import { PicturePanel } from "./picture-panel.tsx";

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly seen: SeenVisit;
  readonly offers: readonly ServiceType[];
  readonly typed: TypedVisit;
  readonly faults: readonly SummaryItem[];
  /** A picture that came with a form that was refused; it is tied when the draft is saved. */
  readonly pictureId: string | null;
  /** Somebody else wrote otherwise in the meantime; null: nobody did. */
  readonly conflict: Conflict | null;
  /** It was kept a moment ago. */
  readonly isSaved: boolean;
}

/** A draft going on in the same three panels. */
export function DraftPage(props: Props) {
  const { page, staff, seen, offers, typed, faults, pictureId, conflict, isSaved } = props;
  const words = page.words.counter;
  const { visit } = seen;
  return (
    <ConsoleLayout
      page={page}
      staff={staff}
      current="counter"
      title={words.title}
      back="/console/counter"
      wrong={faults.length > 0}
      {...(visit.way === "picture" ? { scripts: ["take-picture.js"] } : {})}
    >
      <ErrorSummary page={page} items={faults} />
      {isSaved ? (
        <Banner tone="done" title={words.draftSaved} live>
          {words.draftSavedNext}
        </Banner>
      ) : null}
      <h1>{words.title}</h1>
      <p>
        <StatusTag tone="waiting">{words.visitStatus.draft}</StatusTag>
      </p>
      {conflict ? <ConflictPanel {...{ page, seen, offers, conflict }} /> : null}
      <form class="stack" method="post" action={`/console/counter/${visit.id}`} enctype="multipart/form-data">
        <input type="hidden" name="version" value={String(visit.version)} />
        {pictureId === null ? null : <input type="hidden" name="pictureId" value={pictureId} />}
        <div class="panels">
          <PersonPanel
            page={page}
            citizenId={seen.person.citizenId}
            person={seen.person}
            right={seen.contact?.mainRight ?? null}
            typed={{ firstName: "", lastName: "" }}
            faults={faults}
          />
          {visit.way === "picture" ? (
            <PicturePanel
              page={page}
              kept={pictureId !== null || seen.picture !== null}
              opens={pictureId ?? (seen.picture?.isOwn ? seen.picture.id : null)}
              faults={faults}
            />
          ) : (
            <section class="card stack" aria-labelledby="panel-proof">
              <h2 id="panel-proof">{words.proof}</h2>
              <p>{words.way[visit.way]}</p>
            </section>
          )}
        </div>
        <DraftFields
          page={page}
          day={visit.day}
          offers={offers}
          typed={typed}
          faults={faults}
          codes={seen.codes.filter(({ status }) => status !== "cancelled")}
        />
        {conflict ? <ConflictButtons page={page} visitId={visit.id} /> : <DraftButtons page={page} />}
      </form>
    </ConsoleLayout>
  );
}

const toneOf: Record<ServiceCodeStatus, Tone> = {
  issued: "done",
  used: "plain",
  closed: "plain",
  cancelled: "refused",
  expired: "waiting",
};

/** A confirmed (or cancelled) visit: its codes, large enough to be read out, ready to print. */
export function ConfirmedPage(props: Pick<Props, "page" | "staff" | "seen" | "offers" | "conflict">) {
  const { page, staff, seen, offers, conflict } = props;
  const words = page.words.counter;
  const { visit, codes } = seen;
  const title = visit.status === "confirmed" ? words.confirmedTitle : words.visitStatus.cancelled;
  return (
    <ConsoleLayout page={page} staff={staff} current="counter" title={title}>
      {conflict ? <ConflictPanel {...{ page, seen, offers, conflict }} /> : null}
      {visit.status === "confirmed" && !conflict ? (
        <Banner tone="done" title={words.confirmedTitle} live>
          {words.confirmedNext}
        </Banner>
      ) : null}
      <h1>{fullName(seen.person) ?? formatCitizenId(seen.person.citizenId)}</h1>
      <Facts
        rows={[
          [words.citizenId, formatCitizenId(seen.person.citizenId)],
          [words.day, formatDay(visit.day, page.language)],
          [words.time, formatTime(visit.cameAt ?? visit.madeAt, page.language)],
          [words.proof, words.way[visit.way]],
          ...(seen.picture === null ? [] : [[words.picture, words.pictureKept] as const]),
          ...(visit.hn === null ? [] : [[words.hn, visit.hn] as const]),
        ]}
      />
      <Table
        caption={words.codes}
        rows={codes}
        columns={[
          { title: words.service, cell: (code) => nameIn(code.service, page.language) },
          {
            title: words.code,
            cell: (code) => <strong class="printed-code">{formatServiceCode(code.code)}</strong>,
          },
          {
            title: words.status,
            cell: (code) => (
              <>
                <StatusTag tone={toneOf[code.status]}>{words.codeStatus[code.status]}</StatusTag>
                {code.isOfVisit ? null : <small> {words.older}</small>}
              </>
            ),
          },
        ]}
      />
      <ButtonGroup>
        <ButtonLink kind="primary" href="/console/counter">
          {words.another}
        </ButtonLink>
      </ButtonGroup>
    </ConsoleLayout>
  );
}
