import { sql as query } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import type { Actor, Staff } from "../server/kernel/actor.ts";
import type { Database } from "../server/ports.ts";
import { holdTransactions } from "./hold-transactions.ts";
import { preparing } from "./preparing.ts";

export interface DatabaseOptions {
  readonly url: string;
  /** Connections at most. One client a request, `max: 5`, in workerd. */
  readonly max: number;
  /** False in workerd, where the driver's end() must never be called. */
  readonly closes: boolean;
}

/**
 * Seconds until a lost connection is opened again. The driver counts the losses of all connections together and by
 * its own rule would leave every one of them waiting for twenty seconds after a single cut of ten.
 */
const secondsToReopen = (losses: number) => Math.min(losses * 0.05, 0.5);

/**
 * The database port over postgres.js and drizzle. Two ways in, no third: `as(actor, …)` for tenant
 * transactions, `hot` for prepared calls of functions that set their own context.
 */
export function openDatabase(options: DatabaseOptions): Database {
  const hot = postgres(options.url, {
    max: options.max,
    fetch_types: false,
    connect_timeout: 5,
    backoff: secondsToReopen,
    idle_timeout: 0,
    onnotice: () => {},
    connection: { application_name: "pratu" },
  });
  const db = drizzle(holdTransactions(preparing(hot)));
  return {
    hot,
    as: (actor, work) =>
      db.transaction(async (tx) => {
        const context = tx.execute(contextOf(actor)).then(() => undefined);
        context.catch(() => {});
        const result = await work(tx);
        await context;
        return result;
      }),
    ready: (milliseconds) => answersWithin(hot, milliseconds),
    close: () => (options.closes ? hot.end({ timeout: 5 }) : Promise.resolve()),
  };
}

/** Role and row-level context of an actor, local to the transaction it is sent in. */
function contextOf(actor: Actor) {
  const { role, person, agency, seat, lineUser } = contextValues(actor);
  return query`select set_config('role', ${role}, true), set_config('app.person', ${person}, true),
    set_config('app.agency', ${agency}, true), set_config('app.seat', ${seat}, true),
    set_config('app.line_user', ${lineUser}, true)`;
}

interface Context {
  role: "pratu_gate" | "pratu_citizen" | "pratu_staff" | "pratu_registrar" | "pratu_holder" | "pratu_system";
  person: string;
  agency: string;
  seat: string;
  lineUser: string;
}

function contextValues(actor: Actor): Context {
  const nobody = { person: "", agency: "", seat: "", lineUser: "" };
  switch (actor.kind) {
    case "citizen":
      return {
        ...nobody,
        role: "pratu_citizen",
        person: actor.personId,
        lineUser: `${actor.channel}/${actor.lineUserId}`,
      };
    case "visitor":
      return { ...nobody, role: "pratu_gate", lineUser: `${actor.channel}/${actor.lineUserId}` };
    case "staff":
      return { ...nobody, role: isOffice(actor) ? "pratu_registrar" : "pratu_staff", agency: actor.agencyId };
    case "holder":
      return {
        ...nobody,
        role: "pratu_holder",
        person: actor.personId,
        agency: actor.agencyId,
        seat: actor.seatId,
      };
    case "system":
      return { ...nobody, role: "pratu_system" };
    case "gate":
      return { ...nobody, role: "pratu_gate" };
  }
}

/** True for staff of an office above others, whose role sees other rows than a facility's own people. */
function isOffice({ level }: Staff): boolean {
  return level === "registrar" || level === "national_admin";
}

async function answersWithin(hot: postgres.Sql, milliseconds: number): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds);
  });
  const answer = hot`select 1`.then(
    () => true,
    () => false,
  );
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
