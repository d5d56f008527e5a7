import { spawnSync } from "node:child_process";

/** Who runs PostgreSQL: it refuses root, so root lends the work to an unprivileged user. Null: ourselves. */
export interface RunAs {
  readonly uid: number;
  readonly gid: number;
}

/** Finds the user that root lends PostgreSQL to: `postgres` where there is one, else `nobody`. */
export function runAs(): RunAs | null {
  if (process.getuid?.() !== 0) return null;
  for (const name of ["postgres", "nobody"]) {
    const ids = ["-u", "-g"].map((flag) => spawnSync("id", [flag, name], { encoding: "utf8" }));
    const [uid, gid] = ids.map((answer) => (answer.status === 0 ? Number(answer.stdout) : NaN));
    if (uid && gid) return { uid, gid };
  }
  throw new Error("PostgreSQL does not run as root, and there is neither a user postgres nor a user nobody.");
}
