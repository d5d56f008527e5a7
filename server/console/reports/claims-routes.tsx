import { Hono } from "hono";
import type { AppContext, AppEnv } from "../../http/env.ts";
import { notFoundPage } from "../../http/fault.tsx";
import { readForm, type FormFields } from "../../http/form.ts";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import { newRequestKey, readRequestKey, requestKeyField } from "../../http/request-key.ts";
import { pageContext, sendPage } from "../../http/send-page.ts";
import { bangkokDay } from "../../kernel/thai-date.ts";
import { countClaims } from "../../visits/actions/count-claims.ts";
import { findClaimPerson, seeClaims } from "../../visits/actions/see-claims.ts";
import { seeExport } from "../../visits/actions/see-export.ts";
import { startExport } from "../../visits/actions/start-export.ts";
import { stopExport } from "../../visits/actions/stop-export.ts";
import { writeExport } from "../../visits/actions/write-export.ts";
import {
  defaultClaimDays,
  readClaimFilter,
  type ClaimFilter,
  type TypedClaimFilter,
} from "../../visits/claim-filter.ts";
import { claimFileName, dayText } from "../../visits/claim-sheet.ts";
import { exportKinds } from "../../visits/export-run.ts";
import { sayRefusal } from "../../words/refusal-words.ts";
import { requireRight, sessionOf, staffOf } from "../gates.ts";
import { claimAddress, claimsPath, filterOfAddress, parsePlace } from "./claim-address.ts";
import { ClaimsPage } from "./claims-page.tsx";
import { ConfirmExportPage, ExportPage, progressSaid } from "./export-pages.tsx";
import { sendFile } from "./send-file.ts";

/** "ส่งออก eclaim" (F7.1): the list, the question, the export and its file. */
export const claimsPages = new Hono<AppEnv>();

const mayExport = requireRight("export_claims");

claimsPages.get("/claims", mayExport, (c) => listPage(c, null));

/** A search is posted, because it may carry a number; what follows carries the person's id. */
claimsPages.post("/claims", mayExport, async (c) => {
  const form = await readForm(c);
  const typed = typedOf(form);
  const { words } = pageContext(c);
  const { refusal, purpose } = words.reports.claims;
  const filter = readClaimFilter(typed, null, today(c));
  if (!filter.ok) {
    return listPage(c, {
      typed,
      fault: { field: filter.refusal.field, sentence: sayRefusal(refusal, filter.refusal) },
    });
  }
  if (typed.number.trim() === "") return c.redirect(claimAddress(filter.value), 303);
  const person = await findClaimPerson(c.var.ports, staffOf(c), { text: typed.number, purpose });
  if (person.ok) return c.redirect(claimAddress({ ...filter.value, ...person.value }), 303);
  const sentence = sayRefusal({ ...words.identity.refusal, ...refusal }, person.refusal);
  return listPage(c, { typed, fault: { field: "number", sentence } });
});

claimsPages.get("/claims/export", mayExport, async (c) => {
  const filter = filterOfAddress((name) => c.req.query(name));
  if (filter === null) return c.redirect(claimsPath, 303);
  const total = await countClaims(c.var.ports, staffOf(c), filter);
  return sendPage(
    c,
    <ConfirmExportPage
      page={pageContext(c)}
      staff={sessionOf(c)}
      filter={filter}
      kind={kindOf(c.req.query("kind"))}
      total={total}
      requestKey={newRequestKey(c.var.ports.random)}
    />,
  );
});

claimsPages.post("/claims/export", mayExport, async (c) => {
  const form = await readForm(c);
  const filter = filterOfAddress((name) => form.text(name));
  if (filter === null) return c.redirect(claimsPath, 303);
  const { exportId } = await startExport(c.var.ports, staffOf(c), {
    filter,
    kind: kindOf(form.text("kind")),
    purpose: pageContext(c).words.reports.claims.purpose,
    requestKey: readRequestKey(c.var.ports.random, form.text(requestKeyField)),
  });
  return c.redirect(`${claimsPath}/exports/${exportId}`, 303);
});

claimsPages.get("/claims/exports/:id", mayExport, async (c) => {
  const seen = await seeExport(c.var.ports, staffOf(c), c.req.param("id"));
  if (!seen.ok) return notFoundPage(c);
  return sendPage(c, <ExportPage page={pageContext(c)} staff={sessionOf(c)} run={seen.value} />);
});

claimsPages.get("/claims/exports/:id/state", mayExport, async (c) => {
  const seen = await seeExport(c.var.ports, staffOf(c), c.req.param("id"));
  if (!seen.ok) return notFoundPage(c);
  const { state, done, total } = seen.value;
  const isOver = state !== "waiting" && state !== "running";
  return c.json({ done, total, isOver, said: progressSaid(pageContext(c), seen.value) });
});

/** The file itself, while it is made. Posted, because it changes the export; the page stays where it is. */
claimsPages.post("/claims/exports/:id/file", mayExport, async (c) => {
  const id = c.req.param("id");
  const written = await writeExport(c.var.ports, staffOf(c), id);
  if (written.ok) return sendFile(c, claimFileName, written.value.kind, written.value.file);
  return written.refusal.kind === "export_taken"
    ? c.redirect(`${claimsPath}/exports/${id}`, 303)
    : notFoundPage(c);
});

claimsPages.post("/claims/exports/:id/stop", mayExport, async (c) => {
  const id = c.req.param("id");
  const stopped = await stopExport(c.var.ports, staffOf(c), id);
  return stopped.ok ? c.redirect(`${claimsPath}/exports/${id}`, 303) : notFoundPage(c);
});

type Typed = TypedClaimFilter & { readonly number: string };

async function listPage(
  c: AppContext,
  refused: { readonly typed: Typed; readonly fault: SummaryItem } | null,
): Promise<Response> {
  const { purpose } = pageContext(c).words.reports.claims;
  const preset: ClaimFilter = { ...defaultClaimDays(today(c)), service: null, status: null, personId: null };
  const filter = filterOfAddress((name) => c.req.query(name)) ?? preset;
  const position = parsePlace(c.req.query("after"));
  const seen = await seeClaims(c.var.ports, staffOf(c), { filter, position, purpose });
  return sendPage(
    c,
    <ClaimsPage
      page={pageContext(c)}
      staff={sessionOf(c)}
      seen={seen}
      filter={filter}
      typed={refused?.typed ?? typedAgain(filter)}
      faults={refused ? [refused.fault] : []}
      isFirst={position === null}
    />,
    { status: refused ? 422 : 200 },
  );
}

function typedOf(form: FormFields): Typed {
  const text = (name: string) => form.text(name);
  return {
    number: text("number"),
    from: text("from"),
    until: text("until"),
    service: text("service"),
    status: text("status"),
  };
}

function typedAgain({ from, until, service, status }: ClaimFilter): Typed {
  return {
    number: "",
    from: dayText(from),
    until: dayText(until),
    service: service ?? "",
    status: status ?? "",
  };
}

function kindOf(text: string | undefined) {
  return exportKinds.find((kind) => kind === text) ?? "xlsx";
}

function today(c: AppContext) {
  return bangkokDay(c.var.ports.clock.now());
}
