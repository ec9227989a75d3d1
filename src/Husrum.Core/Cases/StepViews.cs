using Husrum.Core.Forms;
using Husrum.Core.Language;

namespace Husrum.Core.Cases;

/// <summary>What the page behind an answer link shows.</summary>
/// <param name="Language">The reader's.</param>
/// <param name="ReaderName">Who is asked.</param>
/// <param name="Page">The question, in the reader's language; null where it is no longer asked.</param>
/// <param name="Answered">What was answered, by whom and when; null while it is open, or where it was never answered.</param>
public sealed record StepView(string Language, string ReaderName, StepPage? Page, AnsweredView? Answered);

/// <summary>An answer that was given.</summary>
/// <param name="What">In words.</param>
/// <param name="ByName">Who; empty where time answered.</param>
/// <param name="At">UTC.</param>
public sealed record AnsweredView(Bilingual What, string ByName, DateTimeOffset At);

/// <summary>What came of an answer.</summary>
public abstract record StepResult
{
    /// <summary>It is recorded; or somebody's was, before.</summary>
    /// <param name="View">The page as it is now.</param>
    /// <param name="Mine">True where this answer is the one that counts.</param>
    public sealed record Settled(StepView View, bool Mine) : StepResult;

    /// <summary>Something must be mended first.</summary>
    /// <param name="View">The page.</param>
    /// <param name="Problems">Field by field.</param>
    public sealed record Invalid(StepView View, IReadOnlyList<FieldProblem> Problems) : StepResult;

    /// <summary>The link does not work, or its holder has left the office.</summary>
    public sealed record Gone : StepResult;
}

/// <summary>A case as the person it is about sees it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Language">Theirs.</param>
/// <param name="PersonName">Theirs.</param>
/// <param name="StandsAt">Where it stands.</param>
/// <param name="WaitsFor">What it waits for, each with since when.</param>
/// <param name="Timeline">What has happened, oldest first.</param>
/// <param name="CanWithdraw">Whether they may take it back.</param>
public sealed record CaseStatusView(
    Bilingual Kind,
    string Language,
    string PersonName,
    Bilingual StandsAt,
    IReadOnlyList<WaitView> WaitsFor,
    IReadOnlyList<CaseEvent> Timeline,
    bool CanWithdraw)
{
    /// <summary>What they can do besides.</summary>
    public IReadOnlyList<DoingView> Doings { get; init; } = [];
}

/// <summary>Something a case waits for.</summary>
/// <param name="What">Follows "Vi venter på"; in words for the one who reads it.</param>
/// <param name="Since">UTC.</param>
/// <param name="AnswerPath">The page to answer on, for the one who reads this; null where it is somebody else's.</param>
public sealed record WaitView(Bilingual What, DateTimeOffset Since, string? AnswerPath)
{
    /// <summary>False where it is asked only later; then nobody is late with it.</summary>
    public bool IsAsked { get; init; } = true;

    /// <summary>What happens next by itself, if nobody does anything; null where nothing does.</summary>
    public NextView? Next { get; init; }

    /// <summary>When it should have been done, UTC; null where it has not been asked yet, or where nobody is waiting with a clock.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>True once that moment has passed.</summary>
    public bool IsLate { get; init; }

    /// <summary>The names of the staff who were asked last; only for staff, and only where staff are asked.</summary>
    public IReadOnlyList<string> Asked { get; init; } = [];
}

/// <summary>What happens next by itself.</summary>
/// <param name="At">UTC.</param>
/// <param name="What">Follows the moment: "mandag den 7. september kl. 9.00 minder vi om det".</param>
public sealed record NextView(DateTimeOffset At, Bilingual What);

/// <summary>Something that happened.</summary>
/// <param name="At">UTC.</param>
/// <param name="What">In words.</param>
public sealed record CaseEvent(DateTimeOffset At, Bilingual What);

/// <summary>A case as staff who look after its department see it, open or closed.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="CaseId">Its id.</param>
/// <param name="DepartmentId">Its department.</param>
/// <param name="Began">UTC.</param>
/// <param name="IsClosed">True when nothing more happens in it.</param>
/// <param name="KeptUntil">The last day it is kept; null while it is open.</param>
/// <param name="StandsAt">Where it stands, as others than the person read it.</param>
/// <param name="WaitsFor">What it waits for, since when, and what happens next.</param>
/// <param name="Timeline">What has happened, oldest first.</param>
public sealed record CaseStory(
    Bilingual Kind,
    string CaseId,
    string DepartmentId,
    DateTimeOffset Began,
    bool IsClosed,
    DateOnly? KeptUntil,
    Bilingual StandsAt,
    IReadOnlyList<WaitView> WaitsFor,
    IReadOnlyList<CaseEvent> Timeline)
{
    /// <summary>The process's name.</summary>
    public required string Process { get; init; }
}

/// <summary>A case in a staff member's list.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="CaseId">Its id.</param>
/// <param name="DepartmentId">Its department.</param>
/// <param name="PersonId">Whom it is about.</param>
/// <param name="PersonName">Their name.</param>
/// <param name="Since">The oldest open question, UTC; when the case began where none is open.</param>
/// <param name="WaitsFor">What it waits for.</param>
public sealed record CaseWork(Bilingual Kind, string CaseId, string DepartmentId, string PersonId, string PersonName, DateTimeOffset Since, IReadOnlyList<WaitView> WaitsFor)
{
    /// <summary>The process's name.</summary>
    public required string Process { get; init; }

    /// <summary>True where something in it should have been done by now.</summary>
    public bool IsLate => WaitsFor.Any(wait => wait.IsLate);
}
