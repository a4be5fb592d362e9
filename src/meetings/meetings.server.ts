import { closeDue } from '#meetings/deciding.server.ts';
import { keepOccurrencesMade } from '#meetings/occurring.server.ts';
import { remind, tellChanges } from '#meetings/telling.server.ts';
import type { Job } from '#platform/jobs.server.ts';

export { addToAgenda, handBack, removeFromAgenda, setLead, volunteer } from '#meetings/agenda.server.ts';
export {
  archive,
  discussedPapers,
  papersCalled,
  peopleInArchive,
  publicArchive
} from '#meetings/archive.server.ts';
export {
  askGroup,
  closeBallot,
  nextUndecided,
  takerOf,
  type Closing,
  type Taker
} from '#meetings/deciding.server.ts';
export { after, close } from '#meetings/closing.server.ts';
export { carried, reopen } from '#meetings/reopening.server.ts';
export { readersOf, setReading } from '#meetings/readers.server.ts';
export { summariesOf, summarise } from '#meetings/summaries.server.ts';
export { giveBack, holidays, takeOff, type Holiday } from '#meetings/holidays.server.ts';
export { foreseen, foreseenRhythm } from '#meetings/foreseeing.server.ts';
export { happenedLately, setCycle, week, type Week, type WeekOfMeeting } from '#meetings/cycling.server.ts';
export { closingOf, stillMakesSense } from '#meetings/planned.server.ts';
export { isPlanned, planSteps, recordDone } from '#meetings/steps.server.ts';
export { callReminderBack, remindNow } from '#meetings/telling.server.ts';
export { takeBack } from '#meetings/takingback.server.ts';
export { keepOccurrencesMade } from '#meetings/occurring.server.ts';
export { pause, resume } from '#meetings/pausing.server.ts';
export { answer, attend, expected, type Expected } from '#meetings/attending.server.ts';
export { absences, comeBack, goAway, type Absence } from '#meetings/away.server.ts';
export {
  calendarAt,
  closeGroupCalendar,
  closeOwnCalendar,
  eventFile,
  groupCalendar,
  openGroupCalendar,
  openOwnCalendar,
  ownCalendar
} from '#meetings/calendars.server.ts';
export { duties, layDown, takeOn, type Duty } from '#meetings/duties.server.ts';
export { begin, finish, hands, lowerHand, plan, raiseHand } from '#meetings/hour.server.ts';
export { ask, dropQuestion, questions, settleQuestion, type Question } from '#meetings/questions.server.ts';
export { handOver } from '#meetings/handingover.server.ts';
export { gatherings, turns, type Gathering } from '#meetings/history.server.ts';
export { arrange, cancel, move, revive } from '#meetings/planning.server.ts';
export {
  decisionOf,
  discussed,
  list,
  listPage,
  next,
  publicSchedule,
  view
} from '#meetings/reading.server.ts';
export { wallClock } from '#meetings/rhythm.server.ts';
export {
  acceptSwap,
  askToSwap,
  declineSwap,
  ledByMe,
  ledByOthers,
  openSwaps,
  type Asked,
  type Led
} from '#meetings/swapping.server.ts';
export { drawLead, leadInTurn, nextInTurn, type Turn } from '#meetings/turns.server.ts';
export { answerBy, askedBy } from '#meetings/rsvp.server.ts';
export { rhythm, setRhythm } from '#meetings/series.server.ts';

/** What meetings do by themselves. */
export const jobs: readonly Job[] = [
  { name: 'ballot.close', cron: '* * * * *', run: () => closeDue() },
  { name: 'meeting.occurrences', cron: '7 * * * *', run: () => keepOccurrencesMade() },
  { name: 'meeting.tell', cron: '* * * * *', run: () => tellChanges() },
  { name: 'meeting.remind', cron: '*/5 * * * *', run: () => remind() }
];
