// Runs one of our commands under a good Node with the packages there: `node scripts/run.mjs start`.
// Plain JavaScript that any Node since 18 runs; a machine that has all it needs downloads nothing.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const oldestNode = [22, 12];

const [command, ...args] = process.argv.slice(2);
if (!command || !/^[a-z-]+$/.test(command)) fail("Which command? start, test, check, bench or admin.");
const node = goodNode();
bringPackages(node);
runCommand(node);

/** This Node when it is new enough, else the one we bring. */
function goodNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return process.execPath;
  const system = process.platform === "win32" ? "win" : process.platform;
  const folder = join(root, ".node");
  const program = join(
    folder,
    "node_modules",
    `node-${system}-${process.arch}`,
    "bin",
    system === "win" ? "node.exe" : "node",
  );
  if (!existsSync(program)) {
    say(
      `Node ${process.versions.node} is older than ${oldestNode.join(".")}: bringing Node 24 along (once, into .node) …`,
    );
    mkdirSync(folder, { recursive: true });
    for (const file of ["package.json", "package-lock.json", ".npmrc"]) {
      copyFileSync(join(root, "scripts", "node", file), join(folder, file));
    }
    npmCi(folder, process.execPath);
    if (!existsSync(program))
      fail(`There is no Node 24 to bring for ${system}-${process.arch}: please install Node 24.`);
  }
  return program;
}

/** Installs the packages of the lockfile when they are missing or of another lockfile. */
function bringPackages(program) {
  const lock = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
  const stamp = join(root, "node_modules", ".pratu-lock");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) return;
  say("Installing packages (once, about half a minute) …");
  npmCi(root, program);
  writeFileSync(stamp, lock);
}

function npmCi(folder, program) {
  const env = { ...process.env, PATH: `${dirname(program)}${delimiter}${process.env.PATH}` };
  const shell = process.platform === "win32";
  const done = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: folder,
    env,
    shell,
    encoding: "utf8",
  });
  if (done.status === 0) return;
  const tail =
    `${done.stdout ?? ""}${done.stderr ?? ""}${done.error ? `\n${done.error.message}` : ""}`.trim();
  fail(
    `Packages could not be installed; nothing was started. npm said:\n${tail.split("\n").slice(-12).join("\n")}`,
  );
}

function runCommand(program) {
  const script = join(root, "scripts", `${command}.ts`);
  if (!existsSync(script)) fail(`There is no command "${command}".`);
  const env = {
    ...process.env,
    PATH: `${dirname(program)}${delimiter}${process.env.PATH}`,
    NODE_NO_WARNINGS: "1",
  };
  const child = spawn(program, ["--import", "tsx", script, ...args], { cwd: root, env, stdio: "inherit" });
  // Ctrl-C reaches the child from the terminal itself; only what is sent to us alone is passed on.
  process.on("SIGINT", () => process.stdin.isTTY || child.kill("SIGINT"));
  process.on("SIGTERM", () => child.kill("SIGTERM"));
  child.on("exit", (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
}

function say(sentence) {
  console.error(sentence);
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
