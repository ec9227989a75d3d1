using Husrum.Core.Organisations;

namespace Husrum.Core.HjemTilOs.Families.Rules;

/// <summary>When visit and interview are held and the whole family is for it, every member is asked for what they owe.</summary>
internal static class FamilyTalked
{
    /// <summary>The family, on to getting ready where the visit and the interview are done.</summary>
    public static FriendFamily Settle(FriendFamily family, OnlineCourse course, DateOnly today) =>
        family.State == FamilyState.Visiting && family.Visit is { VisitedOn: not null, WholeFamilyOn: not null }
            ? FamilyReadiness.Settle(family with { State = FamilyState.Preparing, Members = [.. family.Members.Select(member => FamilyNeeds.On(member, course, today))] })
            : family;
}
