using Husrum.Core.Language;
using Husrum.Core.Organisations;

namespace Husrum.Functions.Rehearsal.Plays;

/// <summary>A process as it is rehearsed: who begins it and how, which branches it has, and which rule each of its lines follows.</summary>
internal abstract class Play
{
    /// <summary>Nobody answers anything: what reminders, deadlines and colleagues do then.</summary>
    public static readonly WhatIfSpec NobodyAnswers = new("nobody-answers", new("Ingen svarer på noget", "Nobody answers anything"));

    /// <summary>As it is typed, such as <c>hjem-til-os</c>.</summary>
    public abstract string Name { get; }

    /// <summary>Other words for it, small letters without æ, ø and å.</summary>
    public abstract IReadOnlyList<string> Aliases { get; }

    /// <summary>As people say it.</summary>
    public abstract Bilingual Title { get; }

    /// <summary>Its branches.</summary>
    public abstract IReadOnlyList<WhatIfSpec> WhatIfs { get; }

    /// <summary>The rule each line follows: by template, question, moment or state.</summary>
    public abstract IReadOnlyDictionary<string, string> Rules { get; }

    /// <summary>True where it has a fixed weekday and school holidays.</summary>
    public virtual bool IsYear => false;

    /// <summary>When it begins on its first day, by the clock on the wall.</summary>
    public virtual TimeOnly BeginsAt => new(10, 0);

    /// <summary>So many days before the stage is set: what must have been for it to begin.</summary>
    public virtual int DaysBefore => 0;

    /// <summary>It is followed for so many months at most; it ends by itself where it can.</summary>
    public virtual int Months => 14;

    /// <summary>It is followed for so many months where nobody answers: staff are reminded without end.</summary>
    public virtual int MonthsUnanswered => 2;

    /// <summary>What the organisation lacks for it; null for nothing.</summary>
    public virtual Bilingual? Missing(Organisation organisation) => null;

    /// <summary>Sets the stage, raises the curtain and does the first thing.</summary>
    public abstract Task BeginAsync(Production production, CancellationToken cancellation);
}
