/** What came in with a group of another installation. */
export interface Brought {
  slug: string;
  name: string;
  /** Of its people: who had an account here, and for whom one waits now. */
  known: number;
  waiting: number;
  notes: number;
}
