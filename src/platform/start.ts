/** Why the application does not start, in a sentence for the operator: nothing is wrong with the program itself. */
export class CannotStart extends Error {}
