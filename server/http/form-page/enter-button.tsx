interface EnterButtonProps {
  /** What it does, as the button that is seen says it. */
  readonly label: string;
  readonly name?: string;
  readonly value?: string;
}

/**
 * What Enter presses, put first into a form: without it that would be the first button there is, which may add an item.
 * Seen and reached by nobody.
 */
export function EnterButton({ label, ...sent }: EnterButtonProps) {
  return (
    <button class="visually-hidden" type="submit" tabindex={-1} aria-hidden="true" {...sent}>
      {label}
    </button>
  );
}
