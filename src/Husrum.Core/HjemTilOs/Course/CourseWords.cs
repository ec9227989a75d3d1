using Husrum.Core.Decisions;
using Husrum.Core.HjemTilOs.Course.Steps;
using Husrum.Core.Language;

namespace Husrum.Core.HjemTilOs.Course;

/// <summary>Words of a course's timeline that are no step's.</summary>
internal static class CourseWords
{
    public const string Started = "started";
    public const string ThreeMonths = "three-months";
    public const string ChildVisit = "child-visit";
    public const string Future = "future";
    public const string Over = "over";
    public const string Moved = "visit-moved";
    public const string CalledOff = "visit-off";
    public const string DayChanged = "day-changed";
    public const string Paused = "paused";
    public const string Resumed = "resumed";
    public const string ConsentWithdrawn = "consent-withdrawn";
    public const string Ends = "ends";
    public const string Requested = "requested";

    /// <summary>The words both sides see.</summary>
    public static readonly IReadOnlySet<string> ForBoth = new HashSet<string>(StringComparer.Ordinal) { Started, Moved, CalledOff, DayChanged, Paused, Resumed, Over };

    /// <summary>The line of a word.</summary>
    public static Bilingual Line(string word) => word switch
    {
        Started => new("Første møde er holdt, og forløbet er begyndt.", "The first meeting was held, and the year has begun."),
        ThreeMonths => new("De første tre måneder er gået.", "The first three months are over."),
        ChildVisit => new("Det er tid til børnebesøget.", "It is time for the child visit."),
        Future => new("Det er tid til at tale om tiden efter året.", "It is time to talk about the time after the year."),
        Over => new("Forløbet er slut.", "The visits have ended."),
        Moved => new("Et besøg er flyttet.", "A visit was moved."),
        CalledOff => new("Et besøg er aflyst.", "A visit was cancelled."),
        DayChanged => new("Den faste dag er ændret.", "The weekly day has changed."),
        Paused => new("Besøgene er sat på pause.", "The visits are paused."),
        Resumed => new("Besøgene går i gang igen.", "The visits start again."),
        ConsentWithdrawn => new("Et samtykke er trukket tilbage. Besøgene er stoppet.", "A consent was withdrawn. The visits have stopped."),
        Ends => new("Det er besluttet, at forløbet slutter.", "It has been decided that the visits end."),
        Requested => new("Kommunen har bedt om mere end den ugentlige eftermiddag.", "The municipality has asked for more than the weekly afternoon."),
        _ => OfQuestion(word),
    };

    // lines of steps that are no longer among the case's, such as those of a holiday that was moved away from
    private static Bilingual OfQuestion(string word)
    {
        var (question, answer) = word.IndexOf(':', StringComparison.Ordinal) is var colon and > 0 ? (word[..colon], word[(colon + 1)..]) : (word, "");
        return PartyQuestions.KindOf(question) switch
        {
            TellHowItWent.Name => TellHowItWent.Line(answer),
            AskAboutHoliday.Name => AskAboutHoliday.Line(answer),
            StillGlad.Name => StillGlad.Line(answer),
            _ => new("Der er svaret på et spørgsmål.", "A question was answered."),
        };
    }
}
