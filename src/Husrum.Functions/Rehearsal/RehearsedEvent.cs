using Husrum.Core.Language;

namespace Husrum.Functions.Rehearsal;

/// <summary>Something that happens in a rehearsal: a line of what is shown.</summary>
/// <param name="At">UTC.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Process">Whose, by the name a rehearsal is asked for, such as <c>hjem-til-os</c>.</param>
/// <param name="Instance">The run of the process it belongs to; empty for the calendar's own.</param>
/// <param name="Name">The template, the question's kind, the moment's or the state's word.</param>
internal sealed record RehearsedEvent(DateTimeOffset At, RehearsedKind Kind, string Process, string Instance, string Name)
{
    /// <summary>Who receives, is asked or has answered; null where nobody.</summary>
    public string? To { get; init; }

    /// <summary><c>email</c> or <c>sms</c>; messages only.</summary>
    public string? Channel { get; init; }

    /// <summary>An e-mail's subject, or what happens in a line.</summary>
    public required string Headline { get; init; }

    /// <summary>A message's text as its receiver gets it; empty where the headline says all.</summary>
    public string Body { get; init; } = "";

    /// <summary>Of a message, the moment it was to go; of a task, when it is reminded of, or too late. UTC.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>The rule it follows, by its number in the lists of rules (docs/hjem-til-os-regler.md, docs/frivillige-regler.md, docs/udlaeg-regler.md); null where none is known.</summary>
    public string? Rule { get; init; }

    /// <summary>What its day clashes with: holidays, school holidays, the night of the clock.</summary>
    public IReadOnlyList<Bilingual> Marks { get; init; } = [];

    /// <summary>What was written with it at once; messages come after all that was written at their moment.</summary>
    public int Batch { get; init; }

    /// <summary>All of it as text.</summary>
    public string Text => Body.Length == 0 ? Headline : Channel == "sms" ? Body : $"{Headline}\n\n{Body}";

    /// <summary>The lines in the order in which they are read: by time, then by what led to what; and in what came at once, the answer first and what follows from it after.</summary>
    public static IEnumerable<RehearsedEvent> InOrder(IEnumerable<RehearsedEvent> lines) => lines.OrderBy(e => e.At).ThenBy(e => e.Batch).ThenBy(e => e.Kind switch
    {
        RehearsedKind.Decision => 0,
        RehearsedKind.Milestone => 1,
        RehearsedKind.State => 2,
        RehearsedKind.Task => 3,
        _ => 4,
    }).ThenBy(e => e.Kind == RehearsedKind.Message ? e.To : "", StringComparer.Ordinal);

    /// <summary>What tells two lines of two branches apart.</summary>
    public (DateTimeOffset, RehearsedKind, string, string?, string) Likeness => (At, Kind, Name, To, Text);
}

/// <summary>What a line of a rehearsal is.</summary>
internal enum RehearsedKind
{
    /// <summary>Something is sent.</summary>
    Message,

    /// <summary>Staff are asked to do something.</summary>
    Task,

    /// <summary>Somebody has answered, or time has.</summary>
    Decision,

    /// <summary>A date of the case, or of the calendar.</summary>
    Milestone,

    /// <summary>The case stands somewhere else than before.</summary>
    State,
}
