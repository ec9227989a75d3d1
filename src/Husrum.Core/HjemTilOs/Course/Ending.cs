namespace Husrum.Core.HjemTilOs.Course;

/// <summary>That a course ends otherwise than by its year being over and everybody going on.</summary>
/// <param name="Reason">Who or what.</param>
/// <param name="On">The last day, local date; today or later.</param>
/// <param name="Duties">What staff have still to do, words of <see cref="EndingRules"/>.</param>
public sealed record Ending(EndingReason Reason, DateOnly On, IReadOnlyList<string> Duties);

/// <summary>Why a course ends. Who takes the initiative decides what follows (seed 004_bab00eb426d4101c).</summary>
public enum EndingReason
{
    /// <summary>The friend family wants to stop, at one year or before.</summary>
    Family,

    /// <summary>The parents want to stop.</summary>
    Parents,

    /// <summary>The child does not want to any more.</summary>
    Child,

    /// <summary>A consent was withdrawn.</summary>
    Consent,

    /// <summary>The child or the family moves away.</summary>
    Moved,

    /// <summary>Something serious has happened.</summary>
    Crisis,
}

/// <summary>What each ending asks of staff.</summary>
internal static class EndingRules
{
    /// <summary>Tell the child's parents or contact person, by phone.</summary>
    public const string TellChild = "tell-child";

    /// <summary>Tell the family, by phone, and thank them.</summary>
    public const string TellFamily = "tell-family";

    /// <summary>Visit the child once more, so that it does not blame itself, and ask whether it wishes another family.</summary>
    public const string ExtraVisit = "extra-visit";

    /// <summary>Ask whether the child wishes another family.</summary>
    public const string AskRematch = "ask-rematch";

    /// <summary>Talk with the family about what happened, and offer sparring.</summary>
    public const string Debrief = "debrief";

    /// <summary>The duties, in the order in which they are done.</summary>
    /// <remarks>The extra child visit belongs to the family's initiative, at one year or before, and to no other ending (seed 004_bab00eb426d4101c; rules-and-sources.md 0.5). The others are the house's own.</remarks>
    public static IReadOnlyList<string> DutiesOf(EndingReason reason) => reason switch
    {
        EndingReason.Family => [TellChild, ExtraVisit],
        EndingReason.Moved => [TellFamily, AskRematch],
        EndingReason.Crisis => [TellChild, Debrief],
        _ => [TellFamily],
    };

    /// <summary>Whether visits stop at once, whatever day is written: nobody waits for a date here.</summary>
    public static bool StopsAtOnce(EndingReason reason) => reason is EndingReason.Consent or EndingReason.Crisis or EndingReason.Child;
}
