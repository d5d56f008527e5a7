import { Hono } from "hono";
import { listOversight, seeOversight } from "../../credentials/actions/see-oversight.ts";
import { listStory, seeSeatStory } from "../../credentials/actions/see-seat-story.ts";
import { seatFindings, type SeatFinding } from "../../credentials/oversight.ts";
import type { AppContext, AppEnv } from "../../http/env.ts";
import { readTurn } from "../../http/page/turn.ts";
import { pageContext, sendPage } from "../../http/send-page.ts";
import { isUuid } from "../../kernel/uuid.ts";
import { exportKinds } from "../../visits/export-run.ts";
import { requireRight, sessionOf, staffOf } from "../gates.ts";
import { sendFile } from "../reports/send-file.ts";
import { parseOverseen, parseStory } from "./oversight-place.ts";
import { OversightPage } from "./oversight-page.tsx";
import { placeCells, placeHeader } from "./place-cells.ts";
import { storyCells, storyHeader } from "./story-cells.ts";
import { StoryPage } from "./story-page.tsx";

/** The internal auditor's desk: it shows and exports, and changes nothing (T8). */
export const oversightPages = new Hono<AppEnv>();

const mayAudit = requireRight("audit_seats");

oversightPages.get("/oversight", mayAudit, async (c) => {
  const turn = readTurn((name) => c.req.query(name), parseOverseen);
  const finding = findingOf(c);
  const seen = await seeOversight(c.var.ports, staffOf(c), { finding, turn });
  const shown = {
    page: pageContext(c),
    staff: sessionOf(c),
    seen,
    finding,
    isFirst: turn === null,
    at: c.var.ports.clock.now(),
  };
  return sendPage(c, <OversightPage {...shown} />);
});

oversightPages.get("/oversight/story", mayAudit, async (c) => {
  const turn = readTurn((name) => c.req.query(name), parseStory);
  const seatId = seatOf(c);
  const lines = await seeSeatStory(c.var.ports, staffOf(c), { seatId, turn });
  const shown = {
    page: pageContext(c),
    staff: sessionOf(c),
    lines,
    seatId,
    isFirst: turn === null,
    at: c.var.ports.clock.now(),
  };
  return sendPage(c, <StoryPage {...shown} />);
});

oversightPages.get("/oversight/file", mayAudit, (c) => {
  const { words: all, language } = pageContext(c);
  const words = all.oversight;
  const places = listOversight(c.var.ports, staffOf(c), findingOf(c));
  const sheet = { name: words.sheet, header: placeHeader(words) };
  return send(
    c,
    words.fileName,
    sheet,
    cellsOf(places, (place) => placeCells(all, place, language)),
  );
});

oversightPages.get("/oversight/story/file", mayAudit, (c) => {
  const { words: all, language } = pageContext(c);
  const words = all.oversight;
  const lines = listStory(c.var.ports, staffOf(c), seatOf(c));
  const sheet = { name: words.story.sheet, header: storyHeader(all) };
  const cells = cellsOf(lines, (line) => storyCells(all, line, language));
  return send(c, words.story.fileName, sheet, cells);
});

function send(
  c: AppContext,
  name: string,
  sheet: { readonly name: string; readonly header: readonly string[] },
  rows: AsyncIterable<readonly string[]>,
): Response {
  const kind = exportKinds.find((each) => each === c.req.query("kind")) ?? "csv";
  const { workbook } = c.var.ports;
  return sendFile(
    c,
    name,
    kind,
    kind === "xlsx" ? workbook.writeXlsx(sheet, rows) : workbook.writeCsv(sheet, rows),
  );
}

async function* cellsOf<Row>(rows: AsyncIterable<Row>, cells: (row: Row) => readonly string[]) {
  for await (const row of rows) yield cells(row);
}

function findingOf(c: AppContext): SeatFinding | null {
  return seatFindings.find((each) => each === c.req.query("finding")) ?? null;
}

function seatOf(c: AppContext): string | null {
  const seat = c.req.query("seat") ?? "";
  return isUuid(seat) ? seat : null;
}
