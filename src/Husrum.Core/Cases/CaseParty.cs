namespace Husrum.Core.Cases;

/// <summary>One of several people in a case, such as one of a child's guardians. Whoever is no party any more opens nothing by an old link.</summary>
/// <param name="Id">Its id inside the case, letters, digits and single hyphens: <c>guardian-1</c>. Stays with the person: another person is another party.</param>
/// <param name="Side">A word of the process for what they are in it: <c>child</c>, <c>family</c>, <c>referrer</c>.</param>
/// <param name="PersonId">Who.</param>
public sealed record CaseParty(string Id, string Side, string PersonId);
