using Husrum.Core.Language;

namespace Husrum.Functions.Rehearsal;

/// <summary>Another branch that a process can be rehearsed on.</summary>
/// <param name="Name">As it is typed, such as <c>family-ends-at</c>.</param>
/// <param name="What">What happens in it.</param>
/// <param name="Takes">Whether it takes a date.</param>
internal sealed record WhatIfSpec(string Name, Bilingual What, WhatIfDates Takes = WhatIfDates.None)
{
    /// <summary>How it is typed.</summary>
    public string Usage => Takes switch
    {
        WhatIfDates.Day => Name + "=YYYY-MM-DD",
        WhatIfDates.Period => Name + "=YYYY-MM-DD..YYYY-MM-DD",
        _ => Name,
    };
}

/// <summary>Whether a branch takes a date.</summary>
internal enum WhatIfDates
{
    /// <summary>No.</summary>
    None,

    /// <summary>A day.</summary>
    Day,

    /// <summary>A first and a last day.</summary>
    Period,
}

/// <summary>A branch that was asked for.</summary>
/// <param name="Spec">Which.</param>
/// <param name="On">Its day, or its first one, local date.</param>
/// <param name="Until">Its last day.</param>
internal sealed record WhatIf(WhatIfSpec Spec, DateOnly? On = null, DateOnly? Until = null)
{
    /// <summary>As it was typed.</summary>
    public override string ToString() => (On, Until) switch
    {
        (null, _) => Spec.Name,
        ({ } on, null) => FormattableString.Invariant($"{Spec.Name}={on:yyyy-MM-dd}"),
        ({ } on, { } until) => FormattableString.Invariant($"{Spec.Name}={on:yyyy-MM-dd}..{until:yyyy-MM-dd}"),
    };
}
