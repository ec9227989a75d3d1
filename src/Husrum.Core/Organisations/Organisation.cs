namespace Husrum.Core.Organisations;

/// <summary>The organisation this deployment belongs to, read from <c>organisation.json</c>. Who holds which office is not here but in the staff rows of the register.</summary>
public sealed record Organisation
{
    /// <summary>Short word in small letters, such as <c>husrum</c>.</summary>
    public required string Id { get; init; }

    /// <summary>As people write it.</summary>
    public required string Name { get; init; }

    /// <summary>Languages of pages and messages, first one first.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>Whom messages come from.</summary>
    public required Senders Senders { get; init; }

    /// <summary>Where people turn with questions: a mailbox.</summary>
    public required string Mailbox { get; init; }

    /// <summary>The departments. Data, not code: cities come and go (seed 001_e73704ec3ca2997b, from three to seven in four years).</summary>
    public required IReadOnlyList<Department> Departments { get; init; }

    /// <summary>Amounts that rules turn on.</summary>
    public required Limits Limits { get; init; }

    /// <summary>What its volunteers do; null where it takes in none by this program.</summary>
    public Volunteering? Volunteering { get; init; }

    /// <summary>What it decides about Hjem til Os; null where it does not have it.</summary>
    public HjemTilOsSettings? HjemTilOs { get; init; }

    /// <summary>The web sites that may send claims.</summary>
    public IReadOnlyList<ApiKey> ApiKeys { get; init; } = [];

    /// <summary>The department with this id, or null.</summary>
    public Department? Department(string id) => Departments.FirstOrDefault(d => d.Id == id);
}

/// <summary>A department.</summary>
/// <param name="Id">Small letters, digits and hyphens; never changes.</param>
/// <param name="Name">As people write it.</param>
/// <param name="Mailbox">The coordinator's mailbox (seed 000_bdc1a1e861ad6537: expenses go to the city coordinator's mailbox).</param>
public sealed record Department(string Id, string Name, string Mailbox);

/// <summary>Whom messages come from.</summary>
/// <param name="Email">Sender address.</param>
/// <param name="EmailName">Sender name.</param>
/// <param name="Sms">1-11 letters, digits and spaces, at least one letter: what an alphanumeric sender may be. For Danish numbers.</param>
public sealed record Senders(string Email, string EmailName, string Sms)
{
    /// <summary>Other countries that SMS go to. Each has rules of its own for senders (rules-and-sources.md 2.7), and a price; none is written to unless it stands here.</summary>
    public IReadOnlyList<SmsAbroad> SmsAbroad { get; init; } = [];
}

/// <summary>SMS to another country.</summary>
/// <param name="Prefix">The country's code, such as <c>+298</c>.</param>
/// <param name="Sender">Whom they come from there: a name as at home, or a number where the country takes no names.</param>
public sealed record SmsAbroad(string Prefix, string Sender);

/// <summary>Amounts that rules turn on.</summary>
/// <param name="SecondApprovalKr">Above so many whole kroner a second person approves.</param>
public sealed record Limits(int SecondApprovalKr);

/// <summary>A web site that may send claims.</summary>
/// <param name="Name">Whose key it is.</param>
/// <param name="Sha256">SHA-256 of the key, in hex; the key itself is not kept.</param>
public sealed record ApiKey(string Name, string Sha256);
