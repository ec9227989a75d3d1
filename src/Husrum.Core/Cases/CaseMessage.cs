using Husrum.Core.Messages;

namespace Husrum.Core.Cases;

/// <summary>A message that follows from a change of a case.</summary>
/// <param name="Template">Its name in the catalogue; it binds <c>name</c> (the reader's), <c>person</c> (whom the case is about), and of the fields and links whatever it needs.</param>
/// <param name="Audience">To whom. A department's is for the coordinators.</param>
/// <param name="Step">Step of its key; a round in it where it can come again.</param>
/// <param name="Fields">Its fields in a language.</param>
/// <remarks>To parties of the case: <see cref="ToParties"/>.</remarks>
public sealed record CaseMessage(string Template, StepAudience Audience, string Step, Func<string, IEnumerable<KeyValuePair<string, string>>>? Fields = null)
{
    /// <summary>To which person, where it is another one than the case is about: a person id.</summary>
    public string? PersonId { get; init; }

    /// <summary>True where it has the button <c>status</c> to the person's own page.</summary>
    public bool LinksToStatus { get; init; }

    /// <summary>Another button, by name.</summary>
    public (string Name, NoticeLink Link)? Button { get; init; }

    /// <summary>Person ids, where the audience is <see cref="StepAudience.Party"/>.</summary>
    public IReadOnlyList<string> To { get; init; } = [];

    /// <summary>Which way it goes. By SMS only where the catalogue has the template as an SMS too.</summary>
    public NoticeWay By { get; init; }

    /// <summary>When it goes, UTC; null for now. One written ahead belongs to a <see cref="Group"/>, so that it can be taken back.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>From this moment it is of no use, UTC; where it could not go before, a person hears of it (<see cref="Notice.MustArrive"/>). Null = always useful.</summary>
    public DateTimeOffset? UsefulUntil { get; init; }

    /// <summary>Messages that are taken back together, see <see cref="CaseProcess{TCase}.TakesBack"/>.</summary>
    public string? Group { get; init; }

    /// <summary>The appointment that goes with it, in a language; null for none.</summary>
    public Func<string, CalendarEntry>? Calendar { get; init; }

    /// <summary>True where the person has just asked for it: then it goes at once, at any hour.</summary>
    public bool AtOnce { get; init; }

    /// <summary>To parties of the case; its button <c>status</c>, where it has one, is each reader's own.</summary>
    public static CaseMessage ToParties(string template, IEnumerable<CaseParty> parties, string step, Func<string, IEnumerable<KeyValuePair<string, string>>>? fields = null) =>
        new(template, StepAudience.Party, step, fields) { To = [.. parties.Select(p => p.PersonId)] };
}
