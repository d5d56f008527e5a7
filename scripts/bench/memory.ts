import { readFile } from "node:fs/promises";

/** Resident memory of a process in MiB, as Linux counts it; null elsewhere. */
export async function residentMiB(pid: number): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(status)?.[1];
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
