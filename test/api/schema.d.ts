export interface paths {
    "/feed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The papers that sources listed on a day, most upvotes first */
        get: operations["getFeed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The groups one belongs to, by name */
        get: operations["getGroups"];
        put?: never;
        /** Make a group, and own it */
        post: operations["postGroups"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{group}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A group, and one’s role in it */
        get: operations["getGroupsGroup"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{group}/absences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is away when, as far as it is not over */
        get: operations["getGroupsGroupAbsences"];
        put?: never;
        /** Say that one is away */
        post: operations["postGroupsGroupAbsences"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{group}/absences/{absence}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take an absence of one’s own back */
        delete: operations["deleteGroupsGroupAbsencesAbsence"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{group}/action-items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is still to be done in the group: the dated first */
        get: operations["getGroupsGroupActionItems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{group}/action-items/done": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tick a task where it stands in its note */
        post: operations["postGroupsGroupActionItemsDone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{group}/agenda/{item}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a paper off the agenda; its nomination waits again */
        delete: operations["deleteGroupsGroupAgendaItem"];
        options?: never;
        head?: never;
        /** Say how many minutes an item is meant to take */
        patch: operations["patchGroupsGroupAgendaItem"];
        trace?: never;
    };
    "/groups/{group}/agenda/{item}/lead": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Lead an item oneself (offer), or let turn, lot or an organiser’s word say who leads */
        put: operations["putGroupsGroupAgendaItemLead"];
        post?: never;
        /** Hand back an item one leads */
        delete: operations["deleteGroupsGroupAgendaItemLead"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{group}/agenda/{item}/swap": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask somebody to lead it instead, or to swap it */
        post: operations["postGroupsGroupAgendaItemSwap"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{group}/agenda/{item}/time": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Come to an item: its time runs for all alike */
        put: operations["putGroupsGroupAgendaItemTime"];
        post?: never;
        /** Go on from it: its time stands still */
        delete: operations["deleteGroupsGroupAgendaItemTime"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{group}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was discussed when, newest first; `words` keeps meetings that have them */
        get: operations["getGroupsGroupArchive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{group}/ballots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The group’s ballots: open ones first, then the newest */
        get: operations["getGroupsGroupBallots"];
        put?: never;
        /** Ask the group: open a ballot for the next meeting, now or later */
        post: operations["postGroupsGroupBallots"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{group}/ballots/{ballot}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One ballot: its options, one’s own vote, and the counts once one may see them */
        get: operations["getGroupsGroupBallotsBallot"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{group}/ballots/{ballot}/closing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close a ballot now; whoever comes later gets the same answer */
        post: operations["postGroupsGroupBallotsBallotClosing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{group}/ballots/{ballot}/opening": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let voting begin now instead of later */
        post: operations["postGroupsGroupBallotsBallotOpening"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{group}/ballots/{ballot}/options/{nomination}/lead": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Offer to lead an option if it is chosen */
        put: operations["putGroupsGroupBallotsBallotOptionsNominationLead"];
        post?: never;
        /** Take that offer back */
        delete: operations["deleteGroupsGroupBallotsBallotOptionsNominationLead"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{group}/ballots/{ballot}/vote": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Vote, or vote anew, until the ballot closes: marks by nomination, or none: true */
        put: operations["putGroupsGroupBallotsBallotVote"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{group}/holidays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Days off that are not over, soonest first */
        get: operations["getGroupsGroupHolidays"];
        put?: never;
        /** Take days off */
        post: operations["postGroupsGroupHolidays"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{group}/holidays/{holiday}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Give days off back */
        delete: operations["deleteGroupsGroupHolidaysHoliday"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{group}/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Read a pasted text (a Daily Papers page, ids, BibTeX, RIS), and keep its papers if asked to */
        post: operations["postGroupsGroupImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{group}/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Invitations that hold, newest first */
        get: operations["getGroupsGroupInvitations"];
        put?: never;
        /** Make a link that lets people join; it is shown this once */
        post: operations["postGroupsGroupInvitations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{group}/invitations/{invitation}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Make an invitation useless */
        delete: operations["deleteGroupsGroupInvitationsInvitation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{group}/meetings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Meetings to come, soonest first, or past ones, newest first */
        get: operations["getGroupsGroupMeetings"];
        put?: never;
        /** Arrange a meeting beside the rhythm */
        post: operations["postGroupsGroupMeetings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{group}/meetings/{meeting}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One meeting: its agenda, who comes, who does what, what is to be asked */
        get: operations["getGroupsGroupMeetingsMeeting"];
        /** Move a meeting to another time or place, or call it something else */
        put: operations["putGroupsGroupMeetingsMeeting"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{group}/meetings/{meeting}/agenda": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a waiting nomination onto the agenda */
        post: operations["postGroupsGroupMeetingsMeetingAgenda"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{group}/meetings/{meeting}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say whether one comes */
        put: operations["putGroupsGroupMeetingsMeetingAnswer"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{group}/meetings/{meeting}/attendance/{account}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say that somebody was there; of others organisers do */
        put: operations["putGroupsGroupMeetingsMeetingAttendanceAccount"];
        post?: never;
        /** Take that back */
        delete: operations["deleteGroupsGroupMeetingsMeetingAttendanceAccount"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{group}/meetings/{meeting}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Call a meeting off */
        put: operations["putGroupsGroupMeetingsMeetingCancellation"];
        post?: never;
        /** Let it take place after all */
        delete: operations["deleteGroupsGroupMeetingsMeetingCancellation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{group}/meetings/{meeting}/duties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take on a duty, such as Scribe */
        post: operations["postGroupsGroupMeetingsMeetingDuties"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{group}/meetings/{meeting}/duties/{duty}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Lay a duty down, by its name */
        delete: operations["deleteGroupsGroupMeetingsMeetingDutiesDuty"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{group}/meetings/{meeting}/hand": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Raise one’s hand */
        put: operations["putGroupsGroupMeetingsMeetingHand"];
        post?: never;
        /** Take it down */
        delete: operations["deleteGroupsGroupMeetingsMeetingHand"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{group}/meetings/{meeting}/note": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The note of a meeting, made from the template when it is not there yet */
        post: operations["postGroupsGroupMeetingsMeetingNote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{group}/meetings/{meeting}/questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write down what one wants asked */
        post: operations["postGroupsGroupMeetingsMeetingQuestions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{group}/meetings/{meeting}/questions/{question}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a question back: one’s own, organisers any */
        delete: operations["deleteGroupsGroupMeetingsMeetingQuestionsQuestion"];
        options?: never;
        head?: never;
        /** Say that a question was talked about */
        patch: operations["patchGroupsGroupMeetingsMeetingQuestionsQuestion"];
        trace?: never;
    };
    "/groups/{group}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everyone in the group: owners first, then by name */
        get: operations["getGroupsGroupMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{group}/members/{membership}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove somebody, or leave oneself */
        delete: operations["deleteGroupsGroupMembersMembership"];
        options?: never;
        head?: never;
        /** Give somebody another role */
        patch: operations["patchGroupsGroupMembersMembership"];
        trace?: never;
    };
    "/groups/{group}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The group’s notes, newest first */
        get: operations["getGroupsGroupNotes"];
        put?: never;
        /** Begin a note, about a paper or free, as the group’s template has it */
        post: operations["postGroupsGroupNotes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{group}/notes/{note}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A note with its text as it is saved */
        get: operations["getGroupsGroupNotesNote"];
        put?: never;
        post?: never;
        /** Take a note away from everyone */
        delete: operations["deleteGroupsGroupNotesNote"];
        options?: never;
        head?: never;
        /** Give a note another title */
        patch: operations["patchGroupsGroupNotesNote"];
        trace?: never;
    };
    "/groups/{group}/notes/{note}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Conversations about passages of a note, in the order they began */
        get: operations["getGroupsGroupNotesNoteComments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{group}/notes/{note}/comments/{thread}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer in a conversation */
        post: operations["postGroupsGroupNotesNoteCommentsThread"];
        delete?: never;
        options?: never;
        head?: never;
        /** End a conversation, or open it again */
        patch: operations["patchGroupsGroupNotesNoteCommentsThread"];
        trace?: never;
    };
    "/groups/{group}/notes/{note}/markdown": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A note’s text, as Markdown and nothing else */
        get: operations["getGroupsGroupNotesNoteMarkdown"];
        put?: never;
        /** Write at the end of a note; whoever has it open sees it at once */
        post: operations["postGroupsGroupNotesNoteMarkdown"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{group}/notes/{note}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Kept versions of a note, newest first; `below` names the last one of the page before */
        get: operations["getGroupsGroupNotesNoteVersions"];
        put?: never;
        /** Keep a note as it stands, under a name */
        post: operations["postGroupsGroupNotesNoteVersions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{group}/notes/{note}/versions/{version}/restoring": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a note the text of an older version; what it had is kept as one */
        post: operations["postGroupsGroupNotesNoteVersionsVersionRestoring"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{group}/papers/{paper}/interest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say that one would like to discuss a paper, proposed or not */
        put: operations["putGroupsGroupPapersPaperInterest"];
        post?: never;
        /** Take that back */
        delete: operations["deleteGroupsGroupPapersPaperInterest"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{group}/queue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What waits in a queue, in its order: the one named, or the first */
        get: operations["getGroupsGroupQueue"];
        put?: never;
        /** Propose a paper: by an arXiv id, a DOI, an address, anything one can paste */
        post: operations["postGroupsGroupQueue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{group}/queue/{nomination}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One proposal that waits */
        get: operations["getGroupsGroupQueueNomination"];
        put?: never;
        post?: never;
        /** Take a proposal back: one’s own, organisers any */
        delete: operations["deleteGroupsGroupQueueNomination"];
        options?: never;
        head?: never;
        /** Write the pitch of one’s own proposal anew */
        patch: operations["patchGroupsGroupQueueNomination"];
        trace?: never;
    };
    "/groups/{group}/queue/{nomination}/interest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say that one would like to discuss it */
        put: operations["putGroupsGroupQueueNominationInterest"];
        post?: never;
        /** Take that back */
        delete: operations["deleteGroupsGroupQueueNominationInterest"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{group}/queues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The group’s queues in their order */
        get: operations["getGroupsGroupQueues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{group}/rhythm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** When the group meets, if it has a rhythm */
        get: operations["getGroupsGroupRhythm"];
        /** Set the rhythm */
        put: operations["putGroupsGroupRhythm"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{group}/rhythm/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Pause the rhythm: its meetings to come are called off */
        put: operations["putGroupsGroupRhythmPause"];
        post?: never;
        /** Go on after a pause */
        delete: operations["deleteGroupsGroupRhythmPause"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{group}/swaps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Swaps that wait for an answer */
        get: operations["getGroupsGroupSwaps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{group}/swaps/{swap}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Agree to a swap */
        put: operations["putGroupsGroupSwapsSwap"];
        post?: never;
        /** Decline a swap, or take the question back */
        delete: operations["deleteGroupsGroupSwapsSwap"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The token’s account, and the groups it belongs to */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/papers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Papers with these words, best first, also mistyped ones */
        get: operations["getPapers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/papers/{paper}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A paper by its own id or its arXiv id, and how far one has read it */
        get: operations["getPapersPaper"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/papers/{paper}/citation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How to cite a paper */
        get: operations["getPapersPaperCitation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/papers/{paper}/reading": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say how far one has read a paper; null: not begun */
        put: operations["putPapersPaperReading"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Absence: {
            id: string;
            /** Format: date */
            fromOn: string;
            /** Format: date */
            untilOn: string;
            accountId: string;
            name: string;
        };
        ActionItem: {
            noteId: string;
            position: number;
            text: string;
            assignee: string | null;
            dueOn: string | null;
            noteTitle: string;
        };
        Ballot: {
            id: string;
            title: string;
            rules: {
                /** @constant */
                method: "approval";
            } | {
                /** @constant */
                method: "dots";
                budget: number;
                most: number;
            } | {
                /** @constant */
                method: "ranked";
            } | {
                /** @constant */
                method: "score";
                top: number;
            };
            seats: number;
            /** Format: date-time */
            opensAt: string;
            /** Format: date-time */
            closesAt: string;
            closedAt: string | null;
            quorum: number;
            options: {
                nominationId: string;
                paperId: string;
                title: string;
                authors: string[];
                pitch: string;
                proposer: string;
                lead: {
                    name: string;
                    isMe: boolean;
                } | null;
                /** @description It left the queue and cannot win. */
                gone: boolean;
            }[];
            /** @description The reader’s own vote; nobody else’s is in any answer. */
            mine: {
                [key: string]: number;
            } | null;
            voted: number;
            /** @description Who has voted, not what; null for who sees the counts of an open ballot. */
            voters: string[] | null;
            eligible: number;
            /** @description Null until the reader has voted or the ballot has closed. */
            tally: {
                counts: {
                    [key: string]: {
                        points: number;
                        supporters: number;
                    };
                };
                noneOfThese: number;
            } | null;
            result: {
                winners: string[];
                votes: number;
                counts: {
                    [key: string]: {
                        points: number;
                        supporters: number;
                    };
                };
                noneOfThese: number;
                quorum: number;
                eligible: number;
                gone: string[];
                places: string[][];
                tieBreak: {
                    between: string[];
                    /** @enum {string} */
                    by: "offer to lead" | "longest wait" | "draw";
                    seed?: string;
                } | null;
            } | null;
        };
        BallotCard: {
            id: string;
            title: string;
            rules: {
                /** @constant */
                method: "approval";
            } | {
                /** @constant */
                method: "dots";
                budget: number;
                most: number;
            } | {
                /** @constant */
                method: "ranked";
            } | {
                /** @constant */
                method: "score";
                top: number;
            };
            /** Format: date-time */
            opensAt: string;
            /** Format: date-time */
            closesAt: string;
            closedAt: string | null;
            options: number;
            voted: number;
            /** @description Whether the reader has voted. */
            mine: boolean;
            /** @description Titles of what it chose. */
            winners: string[];
        };
        Closing: {
            winners: string[];
            meetingId: string | null;
            already: boolean;
        };
        Discussion: {
            id: string;
            title: string;
            /** Format: date-time */
            startsAt: string;
            papers: {
                id: string;
                title: string;
                authors: string[];
                lead: string | null;
            }[];
        };
        FeedPaper: {
            paperId: string;
            title: string;
            abstract: string;
            authors: string[];
            authorCount: number | null;
            publishedOn: string | null;
            arxivId: string | null;
            doi: string | null;
            projectUrl: string | null;
            codeUrl: string | null;
            upvotes: number;
            aiSummary: string | null;
            aiSummaryModel: string | null;
        };
        FoundPaper: {
            id: string;
            title: string;
            authors: string[];
            publishedOn: string | null;
            abstract: string;
        };
        Group: {
            slug: string;
            name: string;
            timezone: string;
            /** @enum {string} */
            role: "owner" | "organiser" | "member" | "guest";
        };
        Holiday: {
            id: string;
            /** Format: date */
            fromOn: string;
            /** Format: date */
            untilOn: string;
            label: string;
        };
        Imported: {
            papers: {
                title: string;
                abstract: string;
                authorCount: number | null;
                publishedOn: string | null;
                commentCount: number | null;
                paperId: string | null;
            }[];
            unread: {
                line: number;
                text: string;
            }[];
        };
        Invitation: {
            id: string;
            /** @enum {string} */
            role: "owner" | "organiser" | "member" | "guest";
            /** Format: date-time */
            expiresAt: string;
            maxUses: number;
            uses: number;
            recipient: string | null;
            madeBy: string;
        };
        Made: {
            id: string;
        };
        Me: {
            id: string;
            email: string;
            name: string;
            isOperator: boolean;
            groups: {
                slug: string;
                name: string;
                /** @enum {string} */
                role: "owner" | "organiser" | "member" | "guest";
            }[];
        };
        Meeting: {
            id: string;
            title: string;
            /** Format: date-time */
            startsAt: string;
            durationMinutes: number;
            place: string;
            cancelledAt: string | null;
            isOver: boolean;
            agenda: {
                id: string;
                paperId: string;
                title: string;
                authors: string[];
                pitch: string;
                lead: {
                    accountId: string;
                    name: string;
                } | null;
                minutes: number | null;
                startedAt: string | null;
                finishedAt: string | null;
            }[];
            ballot: {
                id: string;
                title: string;
                closedAt: string | null;
            } | null;
            expected: {
                accountId: string;
                name: string;
                answer: ("yes" | "maybe" | "no") | null;
                isAway: boolean;
                attendedAt: string | null;
            }[];
            duties: {
                name: string;
                by: {
                    accountId: string;
                    name: string;
                } | null;
            }[];
            questions: {
                id: string;
                text: string;
                by: {
                    accountId: string;
                    name: string;
                };
                settledAt: string | null;
            }[];
            hands: {
                accountId: string;
                name: string;
            }[];
        };
        MeetingCard: {
            id: string;
            title: string;
            /** Format: date-time */
            startsAt: string;
            durationMinutes: number;
            place: string;
            cancelledAt: string | null;
            papers: string[];
        };
        Member: {
            membershipId: string;
            accountId: string;
            name: string;
            /** @enum {string} */
            role: "owner" | "organiser" | "member" | "guest";
            /** Format: date-time */
            since: string;
        };
        Nomination: {
            nominationId: string;
            paperId: string;
            title: string;
            authors: string[];
            pitch: string;
            proposedBy: string;
            own: boolean;
            /** Format: date-time */
            proposedAt: string;
            interest: number;
            interested: boolean;
        };
        Note: {
            id: string;
            title: string;
            /** Format: date-time */
            createdAt: string;
            meeting: {
                id: string;
                /** Format: date-time */
                startsAt: string;
            } | null;
            paper: {
                id: string;
                title: string;
            } | null;
            text: string;
        };
        NoteCard: {
            id: string;
            title: string;
            /** Format: date-time */
            createdAt: string;
            meeting: {
                id: string;
                /** Format: date-time */
                startsAt: string;
            } | null;
            paper: {
                id: string;
                title: string;
            } | null;
        };
        Paper: {
            id: string;
            title: string;
            abstract: string;
            authors: string[];
            authorCount: number | null;
            publishedOn: string | null;
            arxivId: string | null;
            doi: string | null;
            projectUrl: string | null;
            codeUrl: string | null;
            categories: string[];
            keywords: string[];
            venue: string | null;
            arxivVersion: number | null;
            revisedOn: string | null;
            reading: ("to-read" | "skimmed" | "read") | null;
        };
        Queue: {
            queueId: string;
            name: string;
            waiting: number;
            closedAt: string | null;
        };
        Rhythm: {
            title: string;
            rrule: string;
            /** Format: date */
            startsOn: string;
            startTime: string;
            timezone: string;
            durationMinutes: number;
            place: string;
            pausedAt: string | null;
            nextOn: string | null;
        };
        Swap: {
            id: string;
            itemId: string;
            title: string;
            meetingId: string;
            /** Format: date-time */
            startsAt: string;
            askedBy: {
                accountId: string;
                name: string;
            };
            askedOf: {
                accountId: string;
                name: string;
            };
            inReturn: {
                title: string;
                /** Format: date-time */
                startsAt: string;
            } | null;
        };
        Thread: {
            id: string;
            quote: string;
            resolvedBy: string | null;
            comments: {
                id: string;
                by: string;
                /** Format: date-time */
                createdAt: string;
                /** @description Rendered and sanitised; empty once it was taken back. */
                html: string;
                isRemoved: boolean;
                isEdited: boolean;
            }[];
        };
        Version: {
            id: string;
            /** @enum {string} */
            reason: "named" | "pause" | "restore" | "meeting";
            name: string | null;
            /** Format: date-time */
            createdAt: string;
            by: string | null;
            writers: string[];
        };
        Problem: {
            type: string;
            title: string;
            status: number;
            detail: string;
            errors?: {
                field: string;
                detail: string;
            }[];
        };
    };
    responses: {
        /** @description Refused; `detail` says why, `errors` which fields are at fault */
        Problem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getFeed: {
        parameters: {
            query: {
                cursor?: string;
                limit?: number;
                date: string;
            };
            header?: {
                /** @description The ETag of what you have */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        date: string;
                        papers: components["schemas"]["FeedPaper"][];
                        next: string | null;
                    };
                };
            };
            /** @description You have it already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    getGroups: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what you have */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        groups: components["schemas"]["Group"][];
                    };
                };
            };
            /** @description You have it already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    postGroups: {
        parameters: {
            query?: never;
            header?: {
                /** @description Yours to choose; makes it safe to send again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** @default UTC */
                    timezone?: string;
                };
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        slug: string;
                    };
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    getGroupsGroup: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what you have */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Group"];
                };
            };
            /** @description You have it already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    getGroupsGroupAbsences: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what you have */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        absences: components["schemas"]["Absence"][];
                    };
                };
            };
            /** @description You have it already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    postGroupsGroupAbsences: {
        parameters: {
            query?: never;
            header?: {
                /** @description Yours to choose; makes it safe to send again */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date */
                    from: string;
                    /** Format: date */
                    until?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    deleteGroupsGroupAbsencesAbsence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
                /** @description The id of the absence */
                absence: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    getGroupsGroupActionItems: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what you have */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ActionItem"][];
                    };
                };
            };
            /** @description You have it already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    postGroupsGroupActionItemsDone: {
        parameters: {
            query?: never;
            header?: {
                /** @description Yours to choose; makes it safe to send again */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    noteId: string;
                    position: number;
                    text: string;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    deleteGroupsGroupAgendaItem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
                /** @description The id of the item */
                item: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    patchGroupsGroupAgendaItem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
                /** @description The id of the item */
                item: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    minutes: number;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    putGroupsGroupAgendaItemLead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
                /** @description The id of the item */
                item: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @constant */
                    by: "offer";
                } | {
                    /** @constant */
                    by: "turn";
                } | {
                    /** @constant */
                    by: "lot";
                } | {
                    /** @constant */
                    by: "organiser";
                    accountId: string | null;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    deleteGroupsGroupAgendaItemLead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
                /** @description The id of the item */
                item: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    postGroupsGroupAgendaItemSwap: {
        parameters: {
            query?: never;
            header?: {
                /** @description Yours to choose; makes it safe to send again */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
                /** @description The id of the item */
                item: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    accountId: string;
                } | {
                    itemId: string;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    putGroupsGroupAgendaItemTime: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
                /** @description The id of the item */
                item: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    deleteGroupsGroupAgendaItemTime: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
                /** @description The id of the item */
                item: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    getGroupsGroupArchive: {
        parameters: {
            query?: {
                words?: string;
                page?: number;
            };
            header?: {
                /** @description The ETag of what you have */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        discussions: components["schemas"]["Discussion"][];
                        hasMore: boolean;
                    };
                };
            };
            /** @description You have it already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    getGroupsGroupBallots: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: {
                /** @description The ETag of what you have */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ballots: components["schemas"]["BallotCard"][];
                        next: string | null;
                    };
                };
            };
            /** @description You have it already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    postGroupsGroupBallots: {
        parameters: {
            query?: never;
            header?: {
                /** @description Yours to choose; makes it safe to send again */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    title: string;
                    nomination: string[];
                    /** Format: date-time */
                    closesAt: string;
                    opensAt?: string | null;
                    quorum?: number;
                    seats?: number;
                    /** @enum {string} */
                    method?: "approval" | "dots" | "ranked" | "score";
                    budget?: number;
                    most?: number;
                    top?: number;
                    remind?: number;
                };
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        meetingId: string | null;
                    };
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    getGroupsGroupBallotsBallot: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what you have */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
                /** @description The id of the ballot */
                ballot: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ballot"];
                };
            };
            /** @description You have it already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    postGroupsGroupBallotsBallotClosing: {
        parameters: {
            query?: never;
            header?: {
                /** @description Yours to choose; makes it safe to send again */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
                /** @description The id of the ballot */
                ballot: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Closing"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    postGroupsGroupBallotsBallotOpening: {
        parameters: {
            query?: never;
            header?: {
                /** @description Yours to choose; makes it safe to send again */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
                /** @description The id of the ballot */
                ballot: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    putGroupsGroupBallotsBallotOptionsNominationLead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
                /** @description The id of the ballot */
                ballot: string;
                /** @description The id of the nomination */
                nomination: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    deleteGroupsGroupBallotsBallotOptionsNominationLead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
                /** @description The id of the ballot */
                ballot: string;
                /** @description The id of the nomination */
                nomination: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    putGroupsGroupBallotsBallotVote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
                /** @description The id of the ballot */
                ballot: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default {} */
                    marks?: {
                        [key: string]: number;
                    };
                    /** @default false */
                    none?: boolean;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    getGroupsGroupHolidays: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what you have */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        holidays: components["schemas"]["Holiday"][];
                    };
                };
            };
            /** @description You have it already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    postGroupsGroupHolidays: {
        parameters: {
            query?: never;
            header?: {
                /** @description Yours to choose; makes it safe to send again */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date */
                    from: string;
                    /** Format: date */
                    until?: string;
                    label?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    deleteGroupsGroupHolidaysHoliday: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
                /** @description The id of the holiday */
                holiday: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    postGroupsGroupImport: {
        parameters: {
            query?: never;
            header?: {
                /** @description Yours to choose; makes it safe to send again */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                    keep: boolean;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Imported"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    getGroupsGroupInvitations: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what you have */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        invitations: components["schemas"]["Invitation"][];
                    };
                };
            };
            /** @description You have it already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    postGroupsGroupInvitations: {
        parameters: {
            query?: never;
            header?: {
                /** @description Yours to choose; makes it safe to send again */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    role?: "organiser" | "member" | "guest";
                    days?: number;
                    maxUses?: number;
                };
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        link: string;
                    };
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    deleteGroupsGroupInvitationsInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
                /** @description The id of the invitation */
                invitation: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    getGroupsGroupMeetings: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                when?: "coming" | "past";
            };
            header?: {
                /** @description The ETag of what you have */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        meetings: components["schemas"]["MeetingCard"][];
                        next: string | null;
                    };
                };
            };
            /** @description You have it already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    postGroupsGroupMeetings: {
        parameters: {
            query?: never;
            header?: {
                /** @description Yours to choose; makes it safe to send again */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    title: string;
                    /** @description On the clocks of the group’s zone. */
                    time: string;
                    duration?: number;
                    place?: string;
                    /** Format: date */
                    date: string;
                };
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    getGroupsGroupMeetingsMeeting: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what you have */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
                /** @description The id of the meeting */
                meeting: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Meeting"];
                };
            };
            /** @description You have it already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    putGroupsGroupMeetingsMeeting: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what you mean to change */
                "If-Match"?: string;
            };
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
                /** @description The id of the meeting */
                meeting: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    title: string;
                    /** @description On the clocks of the group’s zone. */
                    time: string;
                    duration?: number;
                    place?: string;
                    /** Format: date */
                    date: string;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    postGroupsGroupMeetingsMeetingAgenda: {
        parameters: {
            query?: never;
            header?: {
                /** @description Yours to choose; makes it safe to send again */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
                /** @description The id of the meeting */
                meeting: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    nomination: string;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    putGroupsGroupMeetingsMeetingAnswer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
                /** @description The id of the meeting */
                meeting: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    answer: "yes" | "maybe" | "no";
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    putGroupsGroupMeetingsMeetingAttendanceAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
                /** @description The id of the meeting */
                meeting: string;
                /** @description The id of an account */
                account: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    deleteGroupsGroupMeetingsMeetingAttendanceAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
                /** @description The id of the meeting */
                meeting: string;
                /** @description The id of an account */
                account: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    putGroupsGroupMeetingsMeetingCancellation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
                /** @description The id of the meeting */
                meeting: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    deleteGroupsGroupMeetingsMeetingCancellation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
                /** @description The id of the meeting */
                meeting: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    postGroupsGroupMeetingsMeetingDuties: {
        parameters: {
            query?: never;
            header?: {
                /** @description Yours to choose; makes it safe to send again */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
                /** @description The id of the meeting */
                meeting: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default  */
                    name?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    deleteGroupsGroupMeetingsMeetingDutiesDuty: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
                /** @description The id of the meeting */
                meeting: string;
                /** @description The name of the duty */
                duty: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    putGroupsGroupMeetingsMeetingHand: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
                /** @description The id of the meeting */
                meeting: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    deleteGroupsGroupMeetingsMeetingHand: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
                /** @description The id of the meeting */
                meeting: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    postGroupsGroupMeetingsMeetingNote: {
        parameters: {
            query?: never;
            header?: {
                /** @description Yours to choose; makes it safe to send again */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
                /** @description The id of the meeting */
                meeting: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    postGroupsGroupMeetingsMeetingQuestions: {
        parameters: {
            query?: never;
            header?: {
                /** @description Yours to choose; makes it safe to send again */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
                /** @description The id of the meeting */
                meeting: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default  */
                    text?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    deleteGroupsGroupMeetingsMeetingQuestionsQuestion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
                /** @description The id of the meeting */
                meeting: string;
                /** @description The id of the question */
                question: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    patchGroupsGroupMeetingsMeetingQuestionsQuestion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
                /** @description The id of the meeting */
                meeting: string;
                /** @description The id of the question */
                question: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @constant */
                    settled: true;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    getGroupsGroupMembers: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: {
                /** @description The ETag of what you have */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        members: components["schemas"]["Member"][];
                        next: string | null;
                    };
                };
            };
            /** @description You have it already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    deleteGroupsGroupMembersMembership: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
                /** @description The id of the membership */
                membership: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    patchGroupsGroupMembersMembership: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
                /** @description The id of the membership */
                membership: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    role: "owner" | "organiser" | "member" | "guest";
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    getGroupsGroupNotes: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: {
                /** @description The ETag of what you have */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        notes: components["schemas"]["NoteCard"][];
                        next: string | null;
                    };
                };
            };
            /** @description You have it already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    postGroupsGroupNotes: {
        parameters: {
            query?: never;
            header?: {
                /** @description Yours to choose; makes it safe to send again */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    title: string;
                    paperId?: string;
                };
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    getGroupsGroupNotesNote: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what you have */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
                /** @description The id of the note */
                note: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Note"];
                };
            };
            /** @description You have it already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    deleteGroupsGroupNotesNote: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what you mean to change */
                "If-Match"?: string;
            };
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
                /** @description The id of the note */
                note: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    patchGroupsGroupNotesNote: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what you mean to change */
                "If-Match"?: string;
            };
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
                /** @description The id of the note */
                note: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    title: string;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    getGroupsGroupNotesNoteComments: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what you have */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
                /** @description The id of the note */
                note: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        threads: components["schemas"]["Thread"][];
                    };
                };
            };
            /** @description You have it already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    postGroupsGroupNotesNoteCommentsThread: {
        parameters: {
            query?: never;
            header?: {
                /** @description Yours to choose; makes it safe to send again */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
                /** @description The id of the note */
                note: string;
                /** @description The id of the thread */
                thread: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    patchGroupsGroupNotesNoteCommentsThread: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
                /** @description The id of the note */
                note: string;
                /** @description The id of the thread */
                thread: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    resolved: boolean;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    getGroupsGroupNotesNoteMarkdown: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what you have */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
                /** @description The id of the note */
                note: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/markdown": string;
                };
            };
            /** @description You have it already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    postGroupsGroupNotesNoteMarkdown: {
        parameters: {
            query?: never;
            header?: {
                /** @description Yours to choose; makes it safe to send again */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
                /** @description The id of the note */
                note: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    getGroupsGroupNotesNoteVersions: {
        parameters: {
            query?: {
                below?: string;
            };
            header?: {
                /** @description The ETag of what you have */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
                /** @description The id of the note */
                note: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        versions: components["schemas"]["Version"][];
                        older: string | null;
                    };
                };
            };
            /** @description You have it already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    postGroupsGroupNotesNoteVersions: {
        parameters: {
            query?: never;
            header?: {
                /** @description Yours to choose; makes it safe to send again */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
                /** @description The id of the note */
                note: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                };
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    postGroupsGroupNotesNoteVersionsVersionRestoring: {
        parameters: {
            query?: never;
            header?: {
                /** @description Yours to choose; makes it safe to send again */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
                /** @description The id of the note */
                note: string;
                /** @description The id of the version */
                version: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    putGroupsGroupPapersPaperInterest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
                /** @description The id of a paper */
                paper: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    deleteGroupsGroupPapersPaperInterest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
                /** @description The id of a paper */
                paper: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    getGroupsGroupQueue: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                queue?: string;
            };
            header?: {
                /** @description The ETag of what you have */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        nominations: components["schemas"]["Nomination"][];
                        next: string | null;
                    };
                };
            };
            /** @description You have it already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    postGroupsGroupQueue: {
        parameters: {
            query?: never;
            header?: {
                /** @description Yours to choose; makes it safe to send again */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    paper: string;
                    pitch?: string;
                    queue?: string;
                };
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        nominationId: string;
                        paperId: string;
                        queueId: string;
                    };
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    getGroupsGroupQueueNomination: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what you have */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
                /** @description The id of the nomination */
                nomination: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Nomination"];
                };
            };
            /** @description You have it already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    deleteGroupsGroupQueueNomination: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what you mean to change */
                "If-Match"?: string;
            };
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
                /** @description The id of the nomination */
                nomination: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    patchGroupsGroupQueueNomination: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what you mean to change */
                "If-Match"?: string;
            };
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
                /** @description The id of the nomination */
                nomination: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default  */
                    pitch?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    putGroupsGroupQueueNominationInterest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
                /** @description The id of the nomination */
                nomination: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    deleteGroupsGroupQueueNominationInterest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
                /** @description The id of the nomination */
                nomination: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    getGroupsGroupQueues: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what you have */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        queues: components["schemas"]["Queue"][];
                    };
                };
            };
            /** @description You have it already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    getGroupsGroupRhythm: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what you have */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rhythm: components["schemas"]["Rhythm"] | null;
                    };
                };
            };
            /** @description You have it already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    putGroupsGroupRhythm: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what you mean to change */
                "If-Match"?: string;
            };
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    title: string;
                    /** @description On the clocks of the group’s zone. */
                    time: string;
                    duration?: number;
                    place?: string;
                    /** @enum {string} */
                    every?: "weekly" | "fortnightly" | "1" | "2" | "3" | "4" | "-1";
                    /** @enum {string} */
                    weekday: "MO" | "TU" | "WE" | "TH" | "FR" | "SA" | "SU";
                    /** Format: date */
                    startsOn: string;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    putGroupsGroupRhythmPause: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    deleteGroupsGroupRhythmPause: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    getGroupsGroupSwaps: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what you have */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        swaps: components["schemas"]["Swap"][];
                    };
                };
            };
            /** @description You have it already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    putGroupsGroupSwapsSwap: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
                /** @description The id of the swap */
                swap: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @constant */
                    accept: true;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    deleteGroupsGroupSwapsSwap: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
                /** @description The id of the swap */
                swap: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what you have */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description You have it already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    getPapers: {
        parameters: {
            query: {
                q: string;
            };
            header?: {
                /** @description The ETag of what you have */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        papers: components["schemas"]["FoundPaper"][];
                        isGuess: boolean;
                    };
                };
            };
            /** @description You have it already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    getPapersPaper: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what you have */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The id of a paper */
                paper: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Paper"];
                };
            };
            /** @description You have it already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    getPapersPaperCitation: {
        parameters: {
            query?: {
                form?: "bibtex" | "ris" | "csl" | "plain";
            };
            header?: {
                /** @description The ETag of what you have */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The id of a paper */
                paper: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        form: string;
                        text: string;
                    };
                };
            };
            /** @description You have it already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    putPapersPaperReading: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a paper */
                paper: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reading: ("to-read" | "skimmed" | "read") | null;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
}
