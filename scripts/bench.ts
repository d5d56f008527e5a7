import { benchArrivals } from "./bench/arrivals.ts";
import { benchAudit } from "./bench/audit.ts";
import { benchBytes } from "./bench/bytes.ts";
import { benchCamera } from "./bench/camera.ts";
import { benchCrossOut } from "./bench/cross-out.ts";
import { benchDocument } from "./bench/document.ts";
import { benchDocuments } from "./bench/documents.ts";
import { benchExport } from "./bench/export.ts";
import { benchIssue } from "./bench/issue.ts";
import { benchOversight } from "./bench/oversight.ts";
import { benchPages } from "./bench/pages.ts";
import { benchPetitions } from "./bench/petitions.ts";
import { benchRoundTrips } from "./bench/round-trips.ts";
import { benchSoftToken } from "./bench/soft-token.ts";
import { benchUpload } from "./bench/upload.ts";
import { benchVisits } from "./bench/visits.ts";
import { benchWebhook } from "./bench/webhook.ts";
import { benchWorld, type BenchWorld } from "./bench/world.ts";

const sections: Readonly<Record<string, (world: BenchWorld) => Promise<boolean>>> = {
  bytes: benchBytes,
  roundTrips: benchRoundTrips,
  issue: benchIssue,
  webhook: benchWebhook,
  arrivals: benchArrivals,
  visits: benchVisits,
  petitions: benchPetitions,
  document: benchDocument,
  documents: benchDocuments,
  crossOut: benchCrossOut,
  upload: benchUpload,
  export: benchExport,
  audit: benchAudit,
  softToken: benchSoftToken,
  oversight: benchOversight,
  camera: benchCamera,
  pages: benchPages,
};

const named = process.argv.slice(2);
const chosen = Object.entries(sections).filter(([name]) => named.length === 0 || named.includes(name));
const missed: string[] = [];
for (const [name, section] of chosen) {
  const world = await benchWorld();
  try {
    if (!(await section(world))) missed.push(name);
  } finally {
    await world.stop();
  }
}
console.log(missed.length === 0 ? "\nevery target was reached" : `\nmissed: ${missed.join(", ")}`);
