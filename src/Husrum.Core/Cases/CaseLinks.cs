using Husrum.Core.Links;
using Husrum.Core.Register;

namespace Husrum.Core.Cases;

/// <summary>The links of cases: where they enter and how long they open something.</summary>
public static class CaseLinks
{
    /// <summary>Where people answer.</summary>
    public const string AnswerPage = "/svar";

    /// <summary>Where the person a case is about sees how far it is.</summary>
    public const string StatusPage = "/min-sag";

    /// <summary>Reminders show the same link as long as nobody answers; it closes with its question.</summary>
    public static readonly TimeSpan OpenFor = TimeSpan.FromDays(730);

    /// <summary>The id of a case's status link.</summary>
    public static string StatusTokenId(string caseId) => Ids.Derive("case-status", caseId);

    /// <summary>The id of a party's status link.</summary>
    public static string StatusTokenId(string caseId, string personId) => Ids.Derive("case-status", caseId, personId);

    /// <summary>The id of the status link of one who reads a case: the person it is about has the case's own.</summary>
    public static string StatusTokenId(CaseRecord @case, string personId) => personId == @case.PersonId ? StatusTokenId(@case.Id) : StatusTokenId(@case.Id, personId);

    /// <summary>A page with its token.</summary>
    public static string Path(PersonalLinks links, LinkPurpose purpose, string page, string tokenId) => $"{page}?t={links.TokenFor(purpose, tokenId)}";
}
