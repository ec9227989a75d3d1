using Husrum.Functions.Rehearsal;

namespace Husrum.Functions.Pages.Rehearsals;

/// <summary>The form as typed.</summary>
public sealed record RehearsalForm
{
    /// <summary>The process's name.</summary>
    public string Process { get; init; } = "";

    /// <summary>First day.</summary>
    public string Start { get; init; } = "";

    /// <summary>Weekly day.</summary>
    public string Weekday { get; init; } = "";

    /// <summary>Municipality's id.</summary>
    public string Municipality { get; init; } = "";

    /// <summary><c>da</c> or <c>en</c>.</summary>
    public string Language { get; init; } = "";

    /// <summary>Process and branch, such as <c>leave/stops</c>; empty for the way it should go.</summary>
    public string WhatIf { get; init; } = "";

    /// <summary>The branch's day, or its first one.</summary>
    public string On { get; init; } = "";

    /// <summary>The branch's last day.</summary>
    public string Until { get; init; } = "";

    /// <summary>True to see the plain way too.</summary>
    public bool Both { get; init; }

    /// <summary>What it asks for, in the words of the command line. A branch of another process is left as it stands, and is refused by its name.</summary>
    internal TypedRequest Typed
    {
        get
        {
            var (process, branch) = WhatIf.IndexOf('/', StringComparison.Ordinal) is var at and > 0 ? (WhatIf[..at], WhatIf[(at + 1)..]) : ("", WhatIf);
            var name = process.Length == 0 || process == Process ? branch : WhatIf;
            var dates = On.Length == 0 ? "" : Until.Length == 0 ? "=" + On : $"={On}..{Until}";
            return new TypedRequest { Process = Process, Start = Start, Weekday = Weekday, Municipality = Municipality, Language = Language, WhatIf = name.Length == 0 ? "" : name + dates };
        }
    }

    internal static RehearsalForm Read(IFormCollection form) => new()
    {
        Process = form["process"].ToString(),
        Start = form["start"].ToString(),
        Weekday = form["weekday"].ToString(),
        Municipality = form["municipality"].ToString(),
        Language = form["lang"].ToString(),
        WhatIf = form["what-if"].ToString(),
        On = form["on"].ToString(),
        Until = form["until"].ToString(),
        Both = form["both"].ToString().Length > 0,
    };
}
