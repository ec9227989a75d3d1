using Husrum.Core.Language;

namespace Husrum.Core.HjemTilOs.Families;

/// <summary>A friend family's states and lines in words.</summary>
internal static class FamilyWords
{
    public const string Received = "family-received";
    public const string MovedIn = "moved-in";
    public const string MovedOut = "moved-out";
    public const string Birthday = "birthday";
    public const string Paused = "paused";
    public const string Renewal = "renewal";
    public const string RunOut = "run-out";
    public const string Matched = "family-matched";
    public const string Free = "family-free";
    public const string Resumed = "family-resumed";
    public const string Rejected = "rejected-by-staff";
    public const string Stopped = "stopped-by-staff";
    public const string Silent = "silent";
    public const string Reject = "reject";

    /// <summary>Where it stands.</summary>
    public static Bilingual Of(FriendFamily family) => family.State switch
    {
        FamilyState.Received => new("Vi har modtaget jeres ansøgning.", "We have received your application."),
        FamilyState.Visiting => new("Vi aftaler et besøg hos jer og en samtale.", "We are arranging a visit to your home and a conversation."),
        FamilyState.Preparing => new("Vi gør klar: kursus, samværsregler, tavshedserklæring og attester.", "We are getting ready: course, rules, declaration and certificates."),
        FamilyState.Deciding => new("Alt er på plads. Koordinatoren siger endeligt ja eller nej.", "Everything is in place. The coordinator gives the final answer."),
        FamilyState.Approved => new("I er godkendt som venskabsfamilie.", "You are approved as a friend family."),
        FamilyState.Paused => family.PausedUntil is { } until ? new($"I holder pause til og med {DateWords.Long(until, "da")}.", $"You are on a break until {DateWords.Long(until, "en")}.") : new("I holder pause.", "You are on a break."),
        FamilyState.Rejected => new("Det blev et nej tak denne gang.", "It was a no this time."),
        FamilyState.Withdrawn => new("I har trukket ansøgningen tilbage.", "You have withdrawn the application."),
        FamilyState.Lapsed => new("Ansøgningen er lukket, fordi vi ikke hørte fra jer. I er altid velkomne til at søge igen.", "The application is closed because we did not hear from you. You are always welcome to apply again."),
        _ => new("I er ikke længere venskabsfamilie hos os. Tak for alt, I har givet.", "You are no longer a friend family with us. Thank you for all you have given."),
    };

    /// <summary>The same as staff read it.</summary>
    public static Bilingual ForStaff(FriendFamily family) => family.State switch
    {
        FamilyState.Received => new("Ansøgningen er modtaget, men mailadressen er ikke bekræftet endnu.", "The application has come, but the e-mail address is not confirmed yet."),
        FamilyState.Visiting => new("På vej til besøg og samtale.", "On the way to visit and interview."),
        FamilyState.Preparing => new("Kursus, samværsregler, tavshedserklæring og attester er i gang.", "Course, rules, declaration and certificates are under way."),
        FamilyState.Deciding => new("Alt er på plads. Der mangler kun et ja eller nej.", "Everything is in place. Only a yes or no is missing."),
        FamilyState.Approved when family.MatchId is not null => new("Godkendt. Der er et match på vej eller i gang.", "Approved. A match is on its way or has begun."),
        FamilyState.Approved => new("Godkendt og klar til et barn.", "Approved and ready for a child."),
        FamilyState.Paused => family.PausedUntil is { } until ? new($"Holder pause til og med {DateWords.Long(until, "da")}.", $"On a break until {DateWords.Long(until, "en")}.") : new("Holder pause.", "On a break."),
        FamilyState.Rejected => new("Familien fik et nej tak.", "The family was turned down."),
        FamilyState.Withdrawn => new("Familien har trukket ansøgningen tilbage.", "The family has withdrawn the application."),
        FamilyState.Lapsed => new("Lukket, fordi familien ikke svarede.", "Closed because the family did not answer."),
        _ => new("Familien er stoppet.", "The family has stopped."),
    };

    /// <summary>A line of the timeline that is no step's.</summary>
    public static Bilingual Line(string what) => what switch
    {
        Received => new("Ansøgningen er modtaget.", "The application was received."),
        MovedIn => new("En ny er flyttet ind i husstanden.", "Somebody has moved into the household."),
        MovedOut => new("En er flyttet fra husstanden.", "Somebody has moved out of the household."),
        Birthday => new("En i husstanden har haft fødselsdag og skal nu være med i noget mere.", "Somebody in the household has had a birthday and now takes part in more."),
        Paused => new("Familien holder pause.", "The family is on a break."),
        Renewal => new("En attest skal fornyes.", "A certificate is to be renewed."),
        RunOut => new("En attest er udløbet, før der kom en ny.", "A certificate has run out before there was a new one."),
        Matched => new("Der er et match på vej eller i gang.", "A match is on its way or has begun."),
        Resumed => new("Pausen er slut.", "The break is over."),
        Rejected => new("Koordinatoren har sagt nej tak til familien.", "The coordinator has turned the family down."),
        Stopped => new("Familien er stoppet efter en samtale med koordinatoren.", "The family has stopped after a conversation with the coordinator."),
        Free => new("Familien kan få et nyt match.", "The family can get a new match."),
        _ => new("Sagen er ændret.", "The case has changed."),
    };
}
