import { readFile, writeFile } from "node:fs/promises";

/** Resident memory of a process in MiB, as Linux counts it; null elsewhere. */
export async function residentMiB(pid: number): Promise<number | null> {
  return statusMiB(pid, "VmRSS");
}

/** The most resident memory a process held since it began or `forgetPeak`, in MiB, as Linux counts it; null elsewhere. */
export async function peakMiB(pid: number): Promise<number | null> {
  return statusMiB(pid, "VmHWM");
}

/** Lets Linux count the most resident memory of a process anew; elsewhere nothing. */
export async function forgetPeak(pid: number): Promise<void> {
  await writeFile(`/proc/${pid}/clear_refs`, "5").catch(() => {});
}

async function statusMiB(pid: number, line: "VmRSS" | "VmHWM"): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  const kilobytes = new RegExp(`^${line}:\\s+(\\d+) kB`, "m").exec(status)?.[1];
  return kilobytes === undefined ? null : Number(kilobytes) / 1024;
}

/** The most memory a process holds while `work` runs, looked at five times a second. */
export async function peakWhile<T>(pid: number, work: () => Promise<T>): Promise<{ peak: number; value: T }> {
  let peak = 0;
  const look = async () => {
    peak = Math.max(peak, (await residentMiB(pid)) ?? 0);
  };
  const timer = setInterval(() => void look(), 200);
  try {
    const value = await work();
    await look();
    return { peak, value };
  } finally {
    clearInterval(timer);
  }
}
