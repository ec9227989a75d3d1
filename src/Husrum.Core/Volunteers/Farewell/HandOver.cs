using Husrum.Core.Cases;
using Husrum.Core.Language;
using Husrum.Core.Organisations;
using Husrum.Core.Volunteers.Functions;

namespace Husrum.Core.Volunteers.Farewell;

/// <summary>The coordinator sees to what the volunteer leaves behind: activities are planned ahead (seed 000_bdc1a1e861ad6537).</summary>
internal sealed class HandOver(Organisation organisation) : StaffStep<VolunteerFarewell>(organisation)
{
    private const string Done = "done";

    /// <inheritdoc />
    public override string Question => "farewell-handover";

    /// <inheritdoc />
    protected override Bilingual Task => new("at aftale, hvem der tager over efter en frivillig, der stopper", "to agree who takes over from a volunteer who is stopping");

    /// <inheritdoc />
    public override IEnumerable<KeyValuePair<string, string>> Fields(VolunteerFarewell @case, string language)
    {
        var task = Task.In(language);
        var list = string.Join(", ", [.. Functions(@case, language), .. Others(@case, language)]);
        return [.. base.Fields(@case, language).Where(field => field.Key != TaskField), new(TaskField, list.Length > 0 ? $"{task} ({list})" : task)];
    }

    /// <inheritdoc />
    public override bool IsOpen(VolunteerFarewell @case) => @case.State != FarewellState.Stays && !@case.HandedOver;

    /// <inheritdoc />
    public override StepPage Page(VolunteerFarewell @case, string language, DateTimeOffset now) => new(
        new Bilingual("Hvem tager over?", "Who takes over?").In(language),
        [
            new Bilingual($"Den sidste dag er {DateWords.Long(@case.LastDay, "da")}. Ring og sig tak, og aftal, hvad der skal ske med grupper, arrangementer og nøgler.", $"The last day is {DateWords.Long(@case.LastDay, "en")}. Call and say thank you, and agree what is to happen with groups, events and keys.").In(language),
        ],
        [new(Done, new Bilingual("Det er aftalt", "It is agreed").In(language))])
    {
        Facts =
        [
            .. Fact(new("Funktioner", "Functions"), Functions(@case, language), language),
            .. Fact(new("Har også i gang", "Also has under way"), Others(@case, language), language),
        ],
    };

    private IEnumerable<string> Functions(VolunteerFarewell @case, string language) => @case.Functions.Select(f => FunctionWords.Name(Organisation, f).In(language));

    private static IEnumerable<string> Others(VolunteerFarewell @case, string language) => @case.Leaves.Select(left => left.Words).OfType<Bilingual>().Distinct().Select(words => words.In(language));

    private static IEnumerable<StepFact> Fact(Bilingual label, IEnumerable<string> values, string language) =>
        string.Join(", ", values) is { Length: > 0 } value ? [new StepFact(label.In(language), value)] : [];

    /// <inheritdoc />
    public override StepReply Read(VolunteerFarewell @case, StepForm form, DateTimeOffset now) => StepReply.OneOf(form, Done);

    /// <inheritdoc />
    public override VolunteerFarewell After(VolunteerFarewell @case, StepAnswer answer) => @case with { HandedOver = true };

    /// <inheritdoc />
    public override Bilingual Happened(string answer) => new("Det er aftalt, hvem der tager over.", "It is agreed who takes over.");

    /// <inheritdoc />
    public override Bilingual WaitsFor => new("at koordinatoren aftaler, hvem der tager over", "the coordinator to agree who takes over");
}
