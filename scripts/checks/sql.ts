import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { trackedFiles } from "./tracked-files.ts";

interface Ban {
  readonly shape: RegExp;
  readonly why: string;
  readonly in: RegExp;
  readonly but?: RegExp;
}

const sqlAndSource = /^(db|server|bot|liff)\/.*\.(sql|ts|tsx)$/;

const bans: readonly Ban[] = [
  {
    shape:
      /(?<![.\w])(now|clock_timestamp|statement_timestamp|transaction_timestamp|timeofday)\s*\(\s*\)(?!\s*[:{])|\b(current_(date|time|timestamp)|localtime(stamp)?)\b|'(now|today)'\s*::/i,
    why: "SQL never asks the time: pass `now` in",
    in: sqlAndSource,
  },
  { shape: /default\s+(now|current_)|\.defaultNow\(/i, why: "no time defaults", in: /^db\// },
  {
    shape: /(?<!_)\bset\s+(session|role|search_path)\b/i,
    why: "no session state: set_config(…, true)",
    in: sqlAndSource,
  },
  {
    shape: /(["'`;]|^)\s*set\s+(?!local\b|constraints\b)[\w.]+\s+to\b|["'`]\s*set\s+(?!local\b)[\w.]+\s*=/i,
    why: "no session state: set_config(…, true)",
    in: sqlAndSource,
  },
  {
    shape: /set_config\([^)]*,\s*false\s*\)/i,
    why: "no session state: set_config(…, true)",
    in: sqlAndSource,
  },
  {
    shape: /\blisten\s+[a-z_]+\s*;|\bnotify\s+[a-z_]+\s*;|\.listen\(\s*["'`][a-z_]+["'`]/i,
    why: "Hyperdrive knows no LISTEN",
    in: /^db\//,
  },
  { shape: /create\s+temp/i, why: "no temporary tables", in: sqlAndSource },
  {
    shape: /pg_(try_)?advisory/i,
    why: "no advisory locks but in migrate",
    in: sqlAndSource,
    but: /^db\/migrate\.ts$/,
  },
  { shape: /\.reserve\(/, why: "no reserved connections", in: /^(db|server|bot|liff)\// },
  {
    shape: /\.unsafe\(|sql\.raw\(/,
    why: "no SQL made of text",
    in: /^(db|server|bot|liff)\//,
    but: /^db\/(migrate|bootstrap|hold-transactions|schema\/closed-set)\.ts$/,
  },
  { shape: /\boffset\s+\$?\d|\.offset\(/i, why: "pages go by key, not by offset", in: sqlAndSource },
];

/** What the text of a file says that it must not, as sentences with line numbers. */
export function sqlFaults(path: string, text: string): string[] {
  const rules = bans.filter((ban) => ban.in.test(path) && !(ban.but?.test(path) ?? false));
  return text.split("\n").flatMap((line, index) => {
    const code = line.replace(/(--|\/\/|^\s*\*|\/\*).*$/, "");
    return rules.filter(({ shape }) => shape.test(code)).map(({ why }) => `${path}:${index + 1}: ${why}`);
  });
}

/** Reads every file the bans speak of. */
export async function readSqlFaults(root: string): Promise<string[]> {
  const paths = trackedFiles(root).filter((path) => /\.(sql|tsx?)$/.test(path) && !path.includes(".test."));
  const found = await Promise.all(
    paths.map(async (path) => sqlFaults(path, await readFile(join(root, path), "utf8"))),
  );
  return found.flat();
}
