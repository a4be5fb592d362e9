/** A token bucket: so much a second on the long run, and `burst` at once. */
export class Bucket {
  private readonly perSecond: number;
  private readonly burst: number;
  private tokens: number;
  private filledAt: number;

  constructor(perSecond: number, burst: number, now: number) {
    this.perSecond = perSecond;
    this.burst = burst;
    this.tokens = burst;
    this.filledAt = now;
  }

  /** Takes `amount` if there is anything left; the bucket may go below zero once, and has to recover. */
  take(amount: number, now: number): boolean {
    this.tokens = Math.min(this.burst, this.tokens + ((now - this.filledAt) / 1000) * this.perSecond);
    this.filledAt = now;
    if (this.tokens <= 0) return false;
    this.tokens -= amount;
    return true;
  }
}
