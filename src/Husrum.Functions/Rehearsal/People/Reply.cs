namespace Husrum.Functions.Rehearsal.People;

/// <summary>What somebody answers.</summary>
/// <param name="Word">The choice, as the page's form would post it.</param>
/// <param name="Fields">The rest of the form.</param>
internal sealed record Reply(string Word, params (string Name, string Value)[] Fields);

/// <summary>What came of an answer.</summary>
internal enum ReplyOutcome
{
    /// <summary>It counts.</summary>
    Counted,

    /// <summary>Somebody answered before, or it is not asked any more.</summary>
    TooLate,

    /// <summary>The form was refused; nothing was written.</summary>
    Refused,

    /// <summary>The link does not work.</summary>
    Gone,
}
