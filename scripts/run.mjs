// Runs one of our commands under a good Node with the packages there: `node scripts/run.mjs start`.
// Plain JavaScript that any Node since 18 runs; a machine that has all it needs downloads nothing.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { constants } from "node:os";
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
  const folder = join(root, ".node");
  const name = `node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;
  const program = join(
    folder,
    "node_modules",
    name,
    "bin",
    process.platform === "win32" ? "node.exe" : "node",
  );
  const old = `Node ${process.versions.node} is older than ${oldestNode.join(".")}`;
  const lock = readFileSync(join(root, "scripts", "node", "package-lock.json"), "utf8");
  if (!lock.includes(`"node_modules/${name}"`))
    fail(`${old}, and there is none to bring along for ${name}: please install Node 24.`);
  const kept = join(folder, "package-lock.json");
  if (existsSync(program) && existsSync(kept) && readFileSync(kept, "utf8") === lock) return program;
  say(`${old}: bringing Node 24 along (once, into .node) …`);
  mkdirSync(folder, { recursive: true });
  for (const file of ["package.json", "package-lock.json", ".npmrc"])
    copyFileSync(join(root, "scripts", "node", file), join(folder, file));
  npmCi(folder, process.execPath);
  return program;
}

/** Installs the packages of the lockfile when they are missing or of another lockfile. */
function bringPackages(program) {
  const lock = readFileSync(join(root, "package-lock.json"), "utf8");
  const wanted = createHash("sha256").update(lock).digest("hex");
  const stamp = join(root, "node_modules", ".pratu-lock");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  if (!installedByHand(JSON.parse(lock).packages)) {
    say("Installing packages (once, about half a minute) …");
    npmCi(root, program);
  }
  writeFileSync(stamp, wanted);
}

/** True when somebody's own `npm ci` has put there what the lockfile asks for on this machine. */
function installedByHand(wanted) {
  const kept = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(kept)) return false;
  const there = JSON.parse(readFileSync(kept, "utf8")).packages;
  return Object.entries(wanted).every(([path, { version, optional, os, cpu, libc }]) => {
    if (path === "" || there[path]?.version === version) return true;
    const ours = os?.includes(process.platform) && cpu?.includes(process.arch) && !libc;
    return optional && !ours;
  });
}

function npmCi(folder, program) {
  const env = { ...process.env, PATH: `${dirname(program)}${delimiter}${process.env.PATH}` };
  const flags = ["--include=dev", "--include=optional", "--no-audit", "--no-fund", "--loglevel=error"];
  const shell = process.platform === "win32";
  const done = spawnSync("npm", ["ci", ...flags], { cwd: folder, env, shell, encoding: "utf8" });
  if (done.status === 0) return;
  const said = `${done.stdout ?? ""}${done.stderr ?? ""}${done.error ? `\n${done.error.message}` : ""}`;
  const tail = said.trim().split("\n").slice(-12).join("\n");
  fail(`${tail}\n\nPackages could not be installed (npm's own words above); nothing was started.`);
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
  endWithNpm(child);
  child.on("error", (error) => fail(`${program} does not run: ${error.message}`));
  child.on("exit", (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : (code ?? 1)));
}

/** npm and its shell do not always pass on the signal that ends them: their end is ours as well. */
function endWithNpm(child) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    child.kill("SIGTERM");
  }, 250);
}

function say(sentence) {
  console.error(sentence);
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
