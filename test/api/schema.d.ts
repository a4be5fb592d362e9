export interface paths {
    "/directory": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Groups one can find: listed ones, and those that one’s address lets one into */
        get: operations["getDirectory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/directory/{slug}/membership": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Join a group that one’s confirmed address lets one into */
        put: operations["putDirectorySlugMembership"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/directory/{slug}/request": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Ask to join a listed group */
        put: operations["putDirectorySlugRequest"];
        post?: never;
        /** Take one’s request back */
        delete: operations["deleteDirectorySlugRequest"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
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
    "/filters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The filters of the feed that one keeps */
        get: operations["getFilters"];
        put?: never;
        /** Keep a filter under a name; one of that name is replaced */
        post: operations["postFilters"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/filters/{filter}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Forget a filter */
        delete: operations["deleteFiltersFilter"];
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
    "/groups/{group}/acts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What organisers did, newest first; of one subject such as `ballot`, if one is named */
        get: operations["getGroupsGroupActs"];
        put?: never;
        post?: never;
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
    "/groups/{group}/agenda/{item}/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Write down what a paper says; `basedOn` is the `at` of the summary one began from, so that nobody’s words are lost */
        put: operations["putGroupsGroupAgendaItemSummary"];
        post?: never;
        delete?: never;
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
    "/groups/{group}/archive/asking": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Have we read this? Of anything one can paste, or words of a title */
        post: operations["postGroupsGroupArchiveAsking"];
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
    "/groups/{group}/cycle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happens by itself before each meeting of the rhythm; null until somebody said so */
        get: operations["getGroupsGroupCycle"];
        /** Set what happens by itself; a step that is null is left out */
        put: operations["putGroupsGroupCycle"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{group}/cycle/foresight": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a cycle would do for the meetings to come, if it were set now; nothing changes */
        post: operations["postGroupsGroupCycleForesight"];
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
    "/groups/{group}/invitations/letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Invite people by mail */
        post: operations["postGroupsGroupInvitationsLetters"];
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
    "/groups/{group}/joining": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who may find the group and join it, and what everybody sees of it */
        get: operations["getGroupsGroupJoining"];
        /** Set who may find the group, ask to join, or come in by their address */
        put: operations["putGroupsGroupJoining"];
        post?: never;
        delete?: never;
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
    "/groups/{group}/meetings/{meeting}/closing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a closing took off the agenda, and where it went */
        get: operations["getGroupsGroupMeetingsMeetingClosing"];
        /** Close a meeting, saying for each item by its id what became of it */
        put: operations["putGroupsGroupMeetingsMeetingClosing"];
        post?: never;
        /** Open a closed meeting again; what its closing took off the agenda comes back */
        delete: operations["deleteGroupsGroupMeetingsMeetingClosing"];
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
    "/groups/{group}/meetings/{meeting}/hands/{account}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take somebody’s hand down, once they spoke */
        delete: operations["deleteGroupsGroupMeetingsMeetingHandsAccount"];
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
    "/groups/{group}/meetings/{meeting}/readers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who has what is on the agenda to read, skimmed it or read it */
        get: operations["getGroupsGroupMeetingsMeetingReaders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{group}/meetings/{meeting}/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Do a step of a meeting now, rather than at its time */
        post: operations["postGroupsGroupMeetingsMeetingSteps"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
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
    "/groups/{group}/membership": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Leave the group */
        delete: operations["deleteGroupsGroupMembership"];
        options?: never;
        head?: never;
        patch?: never;
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
        /** Begin a conversation about a passage, which is named by its words */
        post: operations["postGroupsGroupNotesNoteComments"];
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
    "/groups/{group}/notes/{note}/comments/{thread}/{comment}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a comment back: one’s own, organisers any */
        delete: operations["deleteGroupsGroupNotesNoteCommentsThreadComment"];
        options?: never;
        head?: never;
        /** Write one’s own comment anew */
        patch: operations["patchGroupsGroupNotesNoteCommentsThreadComment"];
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
    "/groups/{group}/offers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Offers of the group that wait for their answer: owners see all, others their own */
        get: operations["getGroupsGroupOffers"];
        put?: never;
        /** Offer the group to somebody in it, or ask them to own it together */
        post: operations["postGroupsGroupOffers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{group}/offers/{offer}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Answer an offer made to oneself */
        put: operations["putGroupsGroupOffersOffer"];
        post?: never;
        /** Take an offer back */
        delete: operations["deleteGroupsGroupOffersOffer"];
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
    "/groups/{group}/public": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set what everybody sees of the group, signed in or not */
        put: operations["putGroupsGroupPublic"];
        post?: never;
        delete?: never;
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
    "/groups/{group}/queue/record": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What befell the proposals of all queues, newest first; what left can be brought back */
        get: operations["getGroupsGroupQueueRecord"];
        put?: never;
        post?: never;
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
    "/groups/{group}/queue/{nomination}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was said below a proposal, in time’s order */
        get: operations["getGroupsGroupQueueNominationComments"];
        put?: never;
        /** Say something below a proposal */
        post: operations["postGroupsGroupQueueNominationComments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{group}/queue/{nomination}/comments/{comment}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a comment back: one’s own, organisers any */
        delete: operations["deleteGroupsGroupQueueNominationCommentsComment"];
        options?: never;
        head?: never;
        /** Write one’s own comment anew */
        patch: operations["patchGroupsGroupQueueNominationCommentsComment"];
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
    "/groups/{group}/queue/{nomination}/keeping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keep a proposal that the group is asked about, because one wants it */
        post: operations["postGroupsGroupQueueNominationKeeping"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{group}/queue/{nomination}/lead": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Offer to lead it if it is chosen */
        put: operations["putGroupsGroupQueueNominationLead"];
        post?: never;
        /** Take the offer back */
        delete: operations["deleteGroupsGroupQueueNominationLead"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{group}/queue/{nomination}/lead-wanted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say that somebody is looked for who leads it */
        put: operations["putGroupsGroupQueueNominationLeadWanted"];
        post?: never;
        /** Say that nobody is looked for any more */
        delete: operations["deleteGroupsGroupQueueNominationLeadWanted"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{group}/queue/{nomination}/merging": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make one of two proposals of the same work: this one goes into the other */
        post: operations["postGroupsGroupQueueNominationMerging"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{group}/queue/{nomination}/pin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Pin a proposal above all others */
        put: operations["putGroupsGroupQueueNominationPin"];
        post?: never;
        /** Take the pin off */
        delete: operations["deleteGroupsGroupQueueNominationPin"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{group}/queue/{nomination}/place": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Move a proposal in a queue that is sorted by hand: a step, to an end, or beside another one */
        put: operations["putGroupsGroupQueueNominationPlace"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{group}/queue/{nomination}/queue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Move a proposal to another queue of the group */
        put: operations["putGroupsGroupQueueNominationQueue"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{group}/queue/{nomination}/record": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What befell a proposal, newest first */
        get: operations["getGroupsGroupQueueNominationRecord"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{group}/queue/{nomination}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring back a proposal that left; one that was merged parts from the other again */
        post: operations["postGroupsGroupQueueNominationReturn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{group}/queue/{nomination}/snooze": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Put a proposal out of sight until a day */
        put: operations["putGroupsGroupQueueNominationSnooze"];
        post?: never;
        /** Take it into sight again before its day */
        delete: operations["deleteGroupsGroupQueueNominationSnooze"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{group}/queue/{nomination}/twins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Proposals that wait with the title of this one: perhaps the same work */
        get: operations["getGroupsGroupQueueNominationTwins"];
        put?: never;
        post?: never;
        delete?: never;
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
        /** Make a further queue, at the end of the others */
        post: operations["postGroupsGroupQueues"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{group}/queues/spans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** After how many weeks the group is asked about what nobody wants (null: never), and after how many more it leaves */
        get: operations["getGroupsGroupQueuesSpans"];
        /** Set these spans; `ask` 0 is never */
        put: operations["putGroupsGroupQueuesSpans"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{group}/queues/{queue}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Call a queue otherwise */
        patch: operations["patchGroupsGroupQueuesQueue"];
        trace?: never;
    };
    "/groups/{group}/queues/{queue}/closing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Close a queue: it takes no more proposals */
        put: operations["putGroupsGroupQueuesQueueClosing"];
        post?: never;
        /** Open it again */
        delete: operations["deleteGroupsGroupQueuesQueueClosing"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{group}/queues/{queue}/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Let a queue be sorted by hand, or by interest again */
        put: operations["putGroupsGroupQueuesQueueOrder"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{group}/queues/{queue}/place": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Let a queue change places with its neighbour */
        put: operations["putGroupsGroupQueuesQueuePlace"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{group}/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who asks to join, oldest first */
        get: operations["getGroupsGroupRequests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{group}/requests/{request}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Let somebody in who asked, or decline */
        put: operations["putGroupsGroupRequestsRequest"];
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
    "/groups/{group}/rhythm/foresight": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What another rhythm would do with the meetings to come, if it were set now; nothing changes */
        post: operations["postGroupsGroupRhythmForesight"];
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
    "/groups/{group}/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What organisers set for the group */
        get: operations["getGroupsGroupSettings"];
        /** Set the group’s name, zone, arXiv categories, and whether guests comment */
        put: operations["putGroupsGroupSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{group}/steps/{step}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Undo a step as far as that is possible still: unlock, withdraw the ballot, take the choice off the agenda, remove the note, stop letters */
        delete: operations["deleteGroupsGroupStepsStep"];
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
    "/groups/{group}/templates/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the group begins its notes of a kind; empty when in the usual way */
        get: operations["getGroupsGroupTemplatesKind"];
        /** Begin notes of a kind otherwise from now on */
        put: operations["putGroupsGroupTemplatesKind"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{group}/turns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whose turn it is to lead: what members have behind them, in the order of their turns */
        get: operations["getGroupsGroupTurns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{group}/week": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happens by itself before the meetings to come, and what did */
        get: operations["getGroupsGroupWeek"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/joining/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Join by the code of an invitation, the last part of its link */
        put: operations["putJoiningCode"];
        post?: never;
        delete?: never;
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
    "/muted-words": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The words whose papers one does not want to see */
        get: operations["getMutedWords"];
        put?: never;
        /** Mute a word */
        post: operations["postMutedWords"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/muted-words/{word}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Show its papers again */
        delete: operations["deleteMutedWordsWord"];
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
    "/papers/{paper}/seen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Put a paper of the feed aside */
        put: operations["putPapersPaperSeen"];
        post?: never;
        /** Take it into sight again */
        delete: operations["deletePapersPaperSeen"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Made: {
            id: string;
        };
        Act: {
            id: string;
            kind: string;
            /** @description Null for the command line, or an account that is gone. */
            by: string | null;
            /** @description What they did, as a sentence after their name. */
            says: string;
            /** Format: date-time */
            at: string;
        };
        Findable: {
            slug: string;
            name: string;
            about: string;
            /** @enum {string} */
            door: "inside" | "domain" | "ask" | "asked" | "closed";
        };
        Group: {
            slug: string;
            name: string;
            timezone: string;
            /** @enum {string} */
            role: "owner" | "organiser" | "member" | "guest";
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
        Member: {
            membershipId: string;
            accountId: string;
            name: string;
            /** @enum {string} */
            role: "owner" | "organiser" | "member" | "guest";
            /** Format: date-time */
            since: string;
        };
        Offer: {
            id: string;
            from: {
                membershipId: string;
                name: string;
            };
            to: {
                membershipId: string;
                name: string;
            };
            /** @description Whether whoever offers it stays an owner beside them. */
            isShared: boolean;
            /** Format: date-time */
            createdAt: string;
        };
        Openness: {
            about: string;
            listed: boolean;
            domains: string[];
            /** @enum {string} */
            role: "owner" | "organiser" | "member" | "guest";
            archive: boolean;
            schedule: boolean;
            names: boolean;
        };
        Request: {
            id: string;
            name: string;
            sentence: string;
            /** Format: date-time */
            createdAt: string;
        };
        Settings: {
            name: string;
            timezone: string;
            categories: string[];
            guestsComment: boolean;
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
        SavedFilter: {
            id: string;
            name: string;
            /** @description As it stands in an address after `?`. */
            query: string;
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
            queueId: string;
            pinnedBy: string | null;
            snoozedUntil: string | null;
            /** @description Since when the group is asked whether to keep it; it leaves at `leavesAt` if nobody does. */
            askedAt: string | null;
            leavesAt: string | null;
            leadWanted: boolean;
            /** @description Who offers to lead it, the earliest first. */
            leaders: string[];
            comments: number;
            readers: {
                name: string;
                /** @enum {string} */
                reading: "to-read" | "skimmed" | "read";
            }[];
            reading: ("to-read" | "skimmed" | "read") | null;
            merged: {
                by: string;
                pitch: string;
            }[];
        };
        Queue: {
            queueId: string;
            name: string;
            waiting: number;
            isByHand: boolean;
            closedAt: string | null;
        };
        QueueComment: {
            id: string;
            by: string;
            own: boolean;
            /** @description Empty once it was taken back. */
            text: string;
            /** Format: date-time */
            createdAt: string;
            editedAt: string | null;
            isRemoved: boolean;
        };
        QueueEvent: {
            id: string;
            /** @enum {string} */
            kind: "asked" | "kept" | "left" | "withdrawn" | "back" | "moved" | "pinned" | "unpinned" | "snoozed" | "woken" | "merged" | "split";
            /** @description Null for what happened by itself. */
            by: string | null;
            /** Format: date-time */
            at: string;
            nominationId: string;
            paperId: string;
            title: string;
            isOut: boolean;
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
        Absence: {
            id: string;
            /** Format: date */
            fromOn: string;
            /** Format: date */
            untilOn: string;
            accountId: string;
            name: string;
        };
        Asked: {
            /** @description Null when it is not known here at all. */
            paperId: string | null;
            title: string;
            /** @description What the group did with it, and where that can be seen. */
            places: {
                sentence: string;
                href: string;
                note?: string;
            }[];
        };
        Carried: {
            paperId: string;
            title: string;
            /** @description The meeting that took it; null for the queue. */
            to: {
                id: string;
                /** Format: date-time */
                startsAt: string;
            } | null;
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
        Holiday: {
            id: string;
            /** Format: date */
            fromOn: string;
            /** Format: date */
            untilOn: string;
            label: string;
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
            closedAt: string | null;
            closedBy: string | null;
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
                summary: {
                    text: string;
                    by: string;
                    /** Format: date-time */
                    at: string;
                } | null;
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
        Reader: {
            paperId: string;
            accountId: string;
            name: string;
            /** @enum {string} */
            reading: "to-read" | "skimmed" | "read";
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
        Turn: {
            accountId: string;
            name: string;
            there: number;
            turns: number;
            lastLedAt: string | null;
        };
        ChangedMeeting: {
            id: string;
            title: string;
            /** Format: date-time */
            startsAt: string;
            cancelledAt: string | null;
            steps: {
                /** @enum {string} */
                kind: "lock" | "open" | "nudge" | "close" | "note" | "remind";
                /** Format: date-time */
                at: string;
                /**
                 * @description `now`: at once, since its time has passed; `never`: it makes no sense.
                 * @enum {string}
                 */
                when: "then" | "now" | "never";
            }[];
            /** @enum {string} */
            change: "new" | "moved" | "same" | "kept" | "called off" | "called back";
            /** @description When it begins as it is now; null for a new one. */
            was: string | null;
        };
        Cycle: {
            steps: {
                lock: {
                    days: number;
                    time: string;
                } | null;
                open: {
                    days: number;
                    time: string;
                } | null;
                nudge: {
                    days: number;
                    time: string;
                } | null;
                close: {
                    days: number;
                    time: string;
                } | null;
                note: {
                    days: number;
                    time: string;
                } | null;
                remind: {
                    days: number;
                    time: string;
                } | null;
            };
            queueId: string | null;
            /** @enum {string} */
            method: "approval" | "dots" | "ranked" | "score";
            budget?: number;
            most?: number;
            top?: number;
            shortlist: number;
            seats: number;
            quorum: number;
        };
        ForeseenMeeting: {
            id: string;
            title: string;
            /** Format: date-time */
            startsAt: string;
            cancelledAt: string | null;
            steps: {
                /** @enum {string} */
                kind: "lock" | "open" | "nudge" | "close" | "note" | "remind";
                /** Format: date-time */
                at: string;
                /**
                 * @description `now`: at once, since its time has passed; `never`: it makes no sense.
                 * @enum {string}
                 */
                when: "then" | "now" | "never";
            }[];
        };
        Week: {
            meetings: {
                id: string;
                title: string;
                /** Format: date-time */
                startsAt: string;
                cancelledAt: string | null;
                steps: {
                    id: string;
                    meetingId: string;
                    /** @enum {string} */
                    kind: "lock" | "open" | "nudge" | "close" | "note" | "remind";
                    /** Format: date-time */
                    dueAt: string;
                    doneAt: string | null;
                    /** @description Null when it happened by itself. */
                    doneBy: string | null;
                    missedAt: string | null;
                    missed: string | null;
                    undoneAt: string | null;
                    undoneBy: string | null;
                    ballotId: string | null;
                }[];
            }[];
            happened: {
                id: string;
                meetingId: string;
                /** @enum {string} */
                kind: "lock" | "open" | "nudge" | "close" | "note" | "remind";
                /** Format: date-time */
                dueAt: string;
                doneAt: string | null;
                /** @description Null when it happened by itself. */
                doneBy: string | null;
                missedAt: string | null;
                missed: string | null;
                undoneAt: string | null;
                undoneBy: string | null;
                ballotId: string | null;
            }[];
        };
        ActionItem: {
            noteId: string;
            position: number;
            text: string;
            assignee: string | null;
            dueOn: string | null;
            noteTitle: string;
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
    getDirectory: {
        parameters: {
            query?: {
                cursor?: string;
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
                        groups: components["schemas"]["Findable"][];
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
    putDirectorySlugMembership: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the slug */
                slug: string;
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
                        slug: string;
                    };
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
    putDirectorySlugRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the slug */
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    sentence: string;
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
    deleteDirectorySlugRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the slug */
                slug: string;
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
    getFilters: {
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
                        filters: components["schemas"]["SavedFilter"][];
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
    postFilters: {
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
                    /** @default  */
                    name?: string;
                    query: string;
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
    deleteFiltersFilter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the filter */
                filter: string;
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
    getGroupsGroupActs: {
        parameters: {
            query?: {
                cursor?: string;
                subject?: "role" | "member" | "invitation" | "request" | "handover" | "group" | "feeds" | "calendar" | "note" | "nomination" | "queue" | "ballot" | "meeting" | "agenda" | "holiday" | "series" | "step" | "cycle" | "webhook" | "token" | "operator" | "account" | "feed" | "job" | "mail" | "backup";
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
                        acts: components["schemas"]["Act"][];
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
    putGroupsGroupAgendaItemSummary: {
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
                    /** @default  */
                    text?: string;
                    /** @default  */
                    basedOn?: string;
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
                cursor?: string;
                words?: string;
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
    postGroupsGroupArchiveAsking: {
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
                    /** @default  */
                    text?: string;
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
                    "application/json": {
                        papers: components["schemas"]["Asked"][];
                        hasMore: boolean;
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
    getGroupsGroupCycle: {
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
                        cycle: components["schemas"]["Cycle"] | null;
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
    putGroupsGroupCycle: {
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
                    steps: {
                        /** @default null */
                        lock: {
                            days: number;
                            time: string;
                        } | null;
                        /** @default null */
                        open: {
                            days: number;
                            time: string;
                        } | null;
                        /** @default null */
                        nudge: {
                            days: number;
                            time: string;
                        } | null;
                        /** @default null */
                        close: {
                            days: number;
                            time: string;
                        } | null;
                        /** @default null */
                        note: {
                            days: number;
                            time: string;
                        } | null;
                        /** @default null */
                        remind: {
                            days: number;
                            time: string;
                        } | null;
                    };
                    /** @default null */
                    queueId?: string | null;
                    /** @enum {string} */
                    method: "approval" | "dots" | "ranked" | "score";
                    budget?: number;
                    most?: number;
                    top?: number;
                    shortlist: number;
                    seats: number;
                    quorum: number;
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
    postGroupsGroupCycleForesight: {
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
                    steps: {
                        /** @default null */
                        lock: {
                            days: number;
                            time: string;
                        } | null;
                        /** @default null */
                        open: {
                            days: number;
                            time: string;
                        } | null;
                        /** @default null */
                        nudge: {
                            days: number;
                            time: string;
                        } | null;
                        /** @default null */
                        close: {
                            days: number;
                            time: string;
                        } | null;
                        /** @default null */
                        note: {
                            days: number;
                            time: string;
                        } | null;
                        /** @default null */
                        remind: {
                            days: number;
                            time: string;
                        } | null;
                    };
                    /** @default null */
                    queueId?: string | null;
                    /** @enum {string} */
                    method: "approval" | "dots" | "ranked" | "score";
                    budget?: number;
                    most?: number;
                    top?: number;
                    shortlist: number;
                    seats: number;
                    quorum: number;
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
                    "application/json": {
                        meetings: components["schemas"]["ForeseenMeeting"][];
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
    postGroupsGroupInvitationsLetters: {
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
                    recipients: string[];
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
    getGroupsGroupJoining: {
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
                    "application/json": components["schemas"]["Openness"];
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
    putGroupsGroupJoining: {
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
                    about: string;
                    listed: boolean;
                    domains: string[];
                    /** @enum {string} */
                    role: "member" | "guest";
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
    getGroupsGroupMeetingsMeetingClosing: {
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
                    "application/json": {
                        carried: components["schemas"]["Carried"][];
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
    putGroupsGroupMeetingsMeetingClosing: {
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
                    fate: {
                        [key: string]: "discussed" | "next" | "queue";
                    };
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
    deleteGroupsGroupMeetingsMeetingClosing: {
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
    deleteGroupsGroupMeetingsMeetingHandsAccount: {
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
    getGroupsGroupMeetingsMeetingReaders: {
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
                    "application/json": {
                        readers: components["schemas"]["Reader"][];
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
    postGroupsGroupMeetingsMeetingSteps: {
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
                    /** @enum {string} */
                    kind: "lock" | "open" | "nudge" | "close" | "note" | "remind";
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
    deleteGroupsGroupMembership: {
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
    postGroupsGroupNotesNoteComments: {
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
                    quote: string;
                    text: string;
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
    deleteGroupsGroupNotesNoteCommentsThreadComment: {
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
                /** @description The id of the comment */
                comment: string;
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
    patchGroupsGroupNotesNoteCommentsThreadComment: {
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
                /** @description The id of the comment */
                comment: string;
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
    getGroupsGroupOffers: {
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
                        offers: components["schemas"]["Offer"][];
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
    postGroupsGroupOffers: {
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
                    membership: string;
                    shared: boolean;
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
    putGroupsGroupOffersOffer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
                /** @description The id of the offer */
                offer: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    accept: boolean;
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
    deleteGroupsGroupOffersOffer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
                /** @description The id of the offer */
                offer: string;
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
    putGroupsGroupPublic: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    archive: boolean;
                    schedule: boolean;
                    names: boolean;
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
    getGroupsGroupQueueRecord: {
        parameters: {
            query?: {
                cursor?: string;
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
                        events: components["schemas"]["QueueEvent"][];
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
    getGroupsGroupQueueNominationComments: {
        parameters: {
            query?: {
                cursor?: string;
            };
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
                    "application/json": {
                        comments: components["schemas"]["QueueComment"][];
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
    postGroupsGroupQueueNominationComments: {
        parameters: {
            query?: never;
            header?: {
                /** @description Yours to choose; makes it safe to send again */
                "Idempotency-Key"?: string;
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
                    text?: string;
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
    deleteGroupsGroupQueueNominationCommentsComment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
                /** @description The id of the nomination */
                nomination: string;
                /** @description The id of the comment */
                comment: string;
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
    patchGroupsGroupQueueNominationCommentsComment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
                /** @description The id of the nomination */
                nomination: string;
                /** @description The id of the comment */
                comment: string;
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
    postGroupsGroupQueueNominationKeeping: {
        parameters: {
            query?: never;
            header?: {
                /** @description Yours to choose; makes it safe to send again */
                "Idempotency-Key"?: string;
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
    putGroupsGroupQueueNominationLead: {
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
    deleteGroupsGroupQueueNominationLead: {
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
    putGroupsGroupQueueNominationLeadWanted: {
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
    deleteGroupsGroupQueueNominationLeadWanted: {
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
    postGroupsGroupQueueNominationMerging: {
        parameters: {
            query?: never;
            header?: {
                /** @description Yours to choose; makes it safe to send again */
                "Idempotency-Key"?: string;
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
                    into?: string;
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
    putGroupsGroupQueueNominationPin: {
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
    deleteGroupsGroupQueueNominationPin: {
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
    putGroupsGroupQueueNominationPlace: {
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
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    to: "up" | "down" | "top" | "end";
                } | {
                    before: string;
                } | {
                    after: string;
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
                    "application/json": {
                        place: number;
                        of: number;
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
    putGroupsGroupQueueNominationQueue: {
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
        requestBody: {
            content: {
                "application/json": {
                    queue: string;
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
    getGroupsGroupQueueNominationRecord: {
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
                    "application/json": {
                        events: components["schemas"]["QueueEvent"][];
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
    postGroupsGroupQueueNominationReturn: {
        parameters: {
            query?: never;
            header?: {
                /** @description Yours to choose; makes it safe to send again */
                "Idempotency-Key"?: string;
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
    putGroupsGroupQueueNominationSnooze: {
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
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date
                     * @default
                     */
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
    deleteGroupsGroupQueueNominationSnooze: {
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
    getGroupsGroupQueueNominationTwins: {
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
                    "application/json": {
                        twins: {
                            id: string;
                            title: string;
                            proposer: string;
                        }[];
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
    postGroupsGroupQueues: {
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
                    /** @default  */
                    name?: string;
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
    getGroupsGroupQueuesSpans: {
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
                        askAfterWeeks: number | null;
                        leaveAfterWeeks: number;
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
    putGroupsGroupQueuesSpans: {
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
                    ask: number;
                    leave: number;
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
    patchGroupsGroupQueuesQueue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
                /** @description The id of the queue */
                queue: string;
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
    putGroupsGroupQueuesQueueClosing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
                /** @description The id of the queue */
                queue: string;
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
    deleteGroupsGroupQueuesQueueClosing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
                /** @description The id of the queue */
                queue: string;
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
    putGroupsGroupQueuesQueueOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
                /** @description The id of the queue */
                queue: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    order: "interest" | "hand";
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
    putGroupsGroupQueuesQueuePlace: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
                /** @description The id of the queue */
                queue: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    to: "up" | "down";
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
    getGroupsGroupRequests: {
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
                        requests: components["schemas"]["Request"][];
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
    putGroupsGroupRequestsRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
                /** @description The id of the request */
                request: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    accept: boolean;
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
    postGroupsGroupRhythmForesight: {
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        meetings: components["schemas"]["ChangedMeeting"][];
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
    getGroupsGroupSettings: {
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
                    "application/json": components["schemas"]["Settings"];
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
    putGroupsGroupSettings: {
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
                    name: string;
                    timezone: string;
                    categories: string[];
                    guestsComment: boolean;
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
    deleteGroupsGroupStepsStep: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
                /** @description The id of the step */
                step: string;
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
    getGroupsGroupTemplatesKind: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what you have */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
                /** @description The id of the kind */
                kind: string;
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
    putGroupsGroupTemplatesKind: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what you mean to change */
                "If-Match"?: string;
            };
            path: {
                /** @description The group as its address names it: /g/… */
                group: string;
                /** @description The id of the kind */
                kind: string;
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
    getGroupsGroupTurns: {
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
                        turns: components["schemas"]["Turn"][];
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
    getGroupsGroupWeek: {
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
                    "application/json": components["schemas"]["Week"];
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
    putJoiningCode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the code */
                code: string;
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
                        slug: string;
                    };
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
    getMutedWords: {
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
                        words: string[];
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
    postMutedWords: {
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
                    /** @default  */
                    word?: string;
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
    deleteMutedWordsWord: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the word */
                word: string;
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
    putPapersPaperSeen: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
    deletePapersPaperSeen: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
}
