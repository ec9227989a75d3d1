namespace Husrum.Functions.ConfigCheck;

/// <summary>What was found of one thing: in a line, and what to do where it is not well.</summary>
/// <param name="Name">The thing.</param>
/// <param name="Mark">How it stands.</param>
/// <param name="Found">What was found; never a secret.</param>
/// <param name="Do">What to do about it.</param>
internal sealed record Finding(string Name, FindingMark Mark, string Found, string? Do = null)
{
    public static Finding Good(string name, string found) => new(name, FindingMark.Good, found);

    public static Finding Look(string name, string found, string todo) => new(name, FindingMark.Look, found, todo);

    public static Finding Wrong(string name, string found, string todo) => new(name, FindingMark.Wrong, found, todo);
}

/// <summary>How a thing stands.</summary>
internal enum FindingMark
{
    /// <summary>As it should be.</summary>
    Good,

    /// <summary>The program runs with it; somebody should look.</summary>
    Look,

    /// <summary>The program does not run with it, or does not do its work.</summary>
    Wrong,
}
