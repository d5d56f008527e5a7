/** What a form says instead of an officer: nobody takes a petition over, it goes back to the queue of its unit. */
export const backToQueue = "queue";
