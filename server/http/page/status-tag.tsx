import { Icon, type IconName } from "./icon.tsx";

export const tones = ["done", "waiting", "refused", "plain"] as const;
export type Tone = (typeof tones)[number];

const icons: Record<Tone, IconName> = { done: "check", waiting: "clock", refused: "cross", plain: "ring" };

/** A status: always a word and a shape, never colour alone. */
export function StatusTag({ tone, children }: { tone: Tone; children: string }) {
  return (
    <span class={`tag ${tone}`}>
      <Icon name={icons[tone]} size={16} />
      {children}
    </span>
  );
}
