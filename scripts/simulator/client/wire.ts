import type { View } from "../front/view.ts";

/** Asks the simulator to do something; its own sentence when it cannot. */
export async function command<Answer = unknown>(name: string, ...given: readonly unknown[]): Promise<Answer> {
  const response = await fetch(`/simulator/api/${name}`, { method: "POST", body: JSON.stringify(given) });
  const answer = (await response.json()) as Answer & { message?: string };
  if (!response.ok) throw new Error(answer.message ?? String(response.status));
  return answer;
}

/** Calls `apply` with the view now and after every change, until the page is left. */
export function follow(apply: (view: View) => void): void {
  let asking = false;
  let again = false;
  const ask = async (): Promise<void> => {
    if (asking) {
      again = true;
      return;
    }
    asking = true;
    const response = await fetch("/simulator/api/view").catch(() => null);
    if (response?.ok) apply((await response.json()) as View);
    asking = false;
    if (!again) return;
    again = false;
    await ask();
  };
  const stream = new EventSource("/simulator/api/live");
  stream.addEventListener("message", () => void ask());
}
