import { Hono } from "hono";
import type { AppContext, AppEnv } from "../../http/env.ts";
import { pageContext, sendPage } from "../../http/send-page.ts";
import { isUuid } from "../../kernel/uuid.ts";
import { listFigureLines } from "../../petitions/actions/list-figure-lines.ts";
import { seePetitionFigures } from "../../petitions/actions/see-petition-figures.ts";
import { figurePeriods, type FigureFilter } from "../../petitions/figure-period.ts";
import { exportKinds } from "../../visits/export-run.ts";
import { requireRight, sessionOf, staffOf } from "../gates.ts";
import { sendFile } from "../reports/send-file.ts";
import { figureCells, figureHeader } from "./figure-sheet.ts";
import { FiguresPage } from "./figures-page.tsx";

/** An agency's petitions in figures, for its executive (E5.7). */
export const figurePages = new Hono<AppEnv>();

const maySee = requireRight("see_petition_figures");

figurePages.get("/figures", maySee, async (c) => {
  const filter = filterOf(c);
  const seen = await seePetitionFigures(c.var.ports, staffOf(c), filter);
  return sendPage(c, <FiguresPage page={pageContext(c)} staff={sessionOf(c)} seen={seen} filter={filter} />);
});

/** The same as a file: a line for each month, service and unit. */
figurePages.get("/figures/file", maySee, async (c) => {
  const kind = exportKinds.find((each) => each === c.req.query("kind")) ?? "csv";
  const lines = await listFigureLines(c.var.ports, staffOf(c), filterOf(c));
  const page = pageContext(c);
  const words = page.words.figures;
  const sheet = { name: words.sheet, header: figureHeader(words) };
  const { workbook } = c.var.ports;
  const rows = cellsOf(lines.map((line) => figureCells(line, page.language)));
  const file = kind === "xlsx" ? workbook.writeXlsx(sheet, rows) : workbook.writeCsv(sheet, rows);
  return sendFile(c, words.fileName, kind, file);
});

async function* cellsOf(rows: readonly (readonly string[])[]) {
  yield* rows;
}

function filterOf(c: AppContext): FigureFilter {
  const service = c.req.query("service") ?? "";
  return {
    period: figurePeriods.find((each) => each === c.req.query("period")) ?? "twelve_months",
    serviceId: isUuid(service) ? service : null,
  };
}
