import type { PageContext } from "./context.ts";
import { DoorMark } from "./door-mark.tsx";

/** Where a walk stands: words, a line, and the door that opens. */
export function StepProgress({ page, step, of }: { page: PageContext; step: number; of: number }) {
  return (
    <div class="progress">
      <DoorMark openness={of > 1 ? (step - 1) / (of - 1) : 1} size={40} />
      <div class="progress-text">
        <p>{page.words.page.step(step, of)}</p>
        <progress value={step} max={of} aria-label={page.words.page.step(step, of)}></progress>
      </div>
    </div>
  );
}
