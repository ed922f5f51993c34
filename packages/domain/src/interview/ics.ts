import {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendar,
  ICalCalendarMethod,
  ICalEventStatus,
} from "ical-generator";

type Person = { name: string; email: string };

export type Invitation = {
  method: "REQUEST" | "CANCEL";
  interviewId: string;
  /** Rises with every change that calendars must take over (RFC 5546, 2.1.4). */
  sequence: number;
  startsAt: Date;
  endsAt: Date;
  /** When this text was made. */
  stamp: Date;
  summary: string;
  description: string;
  place: string;
  /** A page about it, for who may open it. */
  url: string | null;
  organizer: Person;
  /** Whom this text is for; nobody else's address is in it. */
  attendee: Person;
};

/** The UID under which an interview stands in every calendar, whatever happens to it. */
export function calendarUid(interviewId: string): string {
  return `${interviewId}@interview.rubric`;
}

/**
 * An invitation or its cancellation as iCalendar text (RFC 5545, 5546): CRLF, lines folded at 75
 * octets, times in UTC.
 */
export function invitationIcs(invitation: Invitation): string {
  const cancelled = invitation.method === "CANCEL";
  const calendar = new ICalCalendar({
    prodId: { company: "Rubric", product: "Interviews", language: "EN" },
    method: cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
  });
  const event = calendar.createEvent({
    id: calendarUid(invitation.interviewId),
    sequence: invitation.sequence,
    stamp: invitation.stamp,
    start: invitation.startsAt,
    end: invitation.endsAt,
    summary: plain(invitation.summary),
    description: plain(invitation.description),
    location: plain(invitation.place),
    url: invitation.url,
    organizer: { name: plain(invitation.organizer.name), email: invitation.organizer.email },
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
  event.createAttendee({
    name: plain(invitation.attendee.name),
    email: invitation.attendee.email,
    role: ICalAttendeeRole.REQ,
    ...(cancelled ? {} : { status: ICalAttendeeStatus.NEEDSACTION, rsvp: true }),
  });
  return calendar.toString();
}

/** Text without control characters, line breaks aside: they would end a content line. */
function plain(text: string): string {
  return text.replaceAll("\r\n", "\n").replaceAll(/[^\P{Cc}\n]/gu, " ");
}
