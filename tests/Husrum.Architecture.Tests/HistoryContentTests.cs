using System.Text.RegularExpressions;
using Husrum.Architecture.Tests.Reading;

namespace Husrum.Architecture.Tests;

/// <summary>Histories carry ids and words only; names, accounts, amounts and free text live in the register, where they can be erased.</summary>
public sealed class HistoryContentTests
{
    private const string Rule = "Inputs, outputs and events stay in histories and hold ids and words only:";

    [Fact]
    public void Orchestrators_and_activities_take_and_give_ids_and_words() =>
        (from pair in DurableTypes.Carried()
         from fault in CarriedData.Faults(pair.Carried)
         select $"{pair.Owner.Name}: {fault}")
            .ShouldBeNone(Rule);

    [Fact]
    public void Events_carry_ids_and_words() =>
        (from file in House.Files("src/Husrum.Core", ".cs")
         from Match wait in Regex.Matches(file.Code, @"\bWaitForExternalEvent<(?<type>\w+)\??>")
         from type in House.Core.GetTypes().Where(type => type.Name == wait.Groups["type"].Value)
         from fault in CarriedData.Faults(type)
         select $"{file}: {fault}")
            .ShouldBeNone(Rule);

    [Fact]
    public void The_check_finds_what_is_personal()
    {
        CarriedData.Faults(typeof(Telling)).Count().ShouldBe(4);
        CarriedData.Faults(typeof(Silent)).ShouldBeEmpty();
    }

    private sealed record Silent(string ClaimId, int Round, DateTimeOffset? Due, IReadOnlyList<string> Approvers, DayOfWeek Day, Silent? Next);

    private sealed record Telling(string PayeeName, string Email, List<Part> Parts, Exception Error);

    private sealed record Part(decimal Weight);
}
