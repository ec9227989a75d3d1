using Husrum.Core.Language;

namespace Husrum.Core.Volunteers;

/// <summary>An application's states in words for the applicant.</summary>
internal static class ApplicationStateWords
{
    /// <summary>The timeline's first word.</summary>
    public const string Received = "received";

    /// <summary>The applicant has moved the conversation.</summary>
    public const string Moved = "moved";

    /// <summary>Where it stands.</summary>
    public static Bilingual Of(ApplicationState state) => state switch
    {
        ApplicationState.Received => new("Vi har modtaget din ansøgning.", "We have received your application."),
        ApplicationState.Talking => new("Vi aftaler en samtale.", "We are arranging a conversation."),
        ApplicationState.Preparing => new("Vi gør klar til, at du kan begynde.", "We are getting things ready for you to start."),
        ApplicationState.Frozen => new("En leder vil gerne tale med dig.", "A leader would like to talk with you."),
        ApplicationState.Deciding => new("Alt er på plads. Koordinatoren siger endeligt ja eller nej.", "Everything is in place. The coordinator gives the final answer."),
        ApplicationState.Approved => new("Du er frivillig. Velkommen!", "You are a volunteer. Welcome!"),
        ApplicationState.Rejected => new("Det blev et nej tak denne gang.", "It was a no this time."),
        ApplicationState.Withdrawn => new("Du har trukket ansøgningen tilbage.", "You have withdrawn the application."),
        _ => new("Ansøgningen er lukket, fordi vi ikke hørte fra dig. Du er altid velkommen til at søge igen.", "The application is closed because we did not hear from you. You are always welcome to apply again."),
    };

    /// <summary>The same in words for staff.</summary>
    public static Bilingual ForStaff(ApplicationState state) => state switch
    {
        ApplicationState.Received => new("Modtaget. Mailadressen er ikke bekræftet endnu.", "Received. The e-mail address is not confirmed yet."),
        ApplicationState.Talking => new("På vej til den første samtale.", "On the way to the first conversation."),
        ApplicationState.Preparing => new("Samtalen er holdt. Vi gør klar.", "The conversation was held. We are getting ready."),
        ApplicationState.Frozen => new("På pause, til en leder har talt med ansøgeren.", "Paused until a leader has talked with the applicant."),
        ApplicationState.Deciding => new("Alt er på plads. Koordinatoren beslutter.", "Everything is in place. The coordinator decides."),
        ApplicationState.Approved => new("Godkendt.", "Approved."),
        ApplicationState.Rejected => new("Nej tak.", "Turned down."),
        ApplicationState.Withdrawn => new("Trukket tilbage af ansøgeren.", "Withdrawn by the applicant."),
        _ => new("Lukket, fordi ansøgeren ikke svarede.", "Closed because the applicant did not answer."),
    };

    /// <summary>A line of the timeline that is no step's.</summary>
    public static Bilingual Line(string what) => what == Moved ? new("Ansøgeren har flyttet samtalen og vælger en anden tid.", "The applicant has moved the conversation and is picking another time.") : what == Received ? new("Ansøgningen er modtaget.", "The application was received.") : new("Sagen er ændret.", "The case was changed.");
}
