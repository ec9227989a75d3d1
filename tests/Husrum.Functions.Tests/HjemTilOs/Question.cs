using System.Globalization;
using System.Text.RegularExpressions;
using Husrum.Core.Decisions;

namespace Husrum.Functions.Tests.HjemTilOs;

/// <summary>Something that somebody is asked by a message.</summary>
/// <param name="Who">The mailbox, without what comes after the @.</param>
/// <param name="Name">The question's name, such as <c>hto-met--2026-10-05</c>.</param>
/// <param name="Link">The page behind the message's button.</param>
/// <param name="Partition">The case's.</param>
/// <param name="Row">The decision's.</param>
internal sealed partial record Question(string Who, string Name, string Link, string Partition, string Row)
{
    /// <summary>What is asked, whoever and whatever it is about: <c>hto-met</c>, <c>family-boerneattest-order</c>.</summary>
    public string Kind => Number().Replace(PartyQuestions.KindOf(Name), "-");

    /// <summary>Which time it is asked: 1 at first.</summary>
    public int Round => int.Parse(Row[(Row.LastIndexOf('-') + 1)..], CultureInfo.InvariantCulture);

    [GeneratedRegex("-[0-9]+-")]
    private static partial Regex Number();
}

/// <summary>What somebody chooses, and fills in besides.</summary>
internal sealed record Reply(string Answer, params (string Name, string Value)[] Fields)
{
    /// <summary>The first of the times that are offered.</summary>
    public static Reply FirstTime { get; } = new("");
}
