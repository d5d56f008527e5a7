/** Step 5 of the registration, on the computer. */
export const activatePath = "/seat/activate";
