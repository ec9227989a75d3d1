using Husrum.Core.Cases;
using Husrum.Core.Language;
using Husrum.Core.Organisations;

namespace Husrum.Core.Volunteers.Functions;

/// <summary>The coordinator says yes or no to a further function that a volunteer has asked for.</summary>
internal sealed class DecideFunction(Organisation organisation) : StaffStep<FunctionRequest>(organisation)
{
    private const string Approve = "approve";
    private const string Decline = "decline";

    /// <inheritdoc />
    public override string Question => "function-approve";

    /// <inheritdoc />
    protected override Bilingual Task => new("at sige ja eller nej til en ny funktion", "to say yes or no to a new function");

    /// <inheritdoc />
    public override bool IsOpen(FunctionRequest @case) => @case.State == FunctionState.Deciding;

    /// <inheritdoc />
    public override StepPage Page(FunctionRequest @case, string language, DateTimeOffset now) => new(
        FunctionWords.Name(Organisation, @case.FunctionId).Into("En frivillig vil også gerne være {0}", "A volunteer would also like to work as {0}").In(language),
        [(@case.Certificates.Count > 0
            ? new Bilingual("De attester, funktionen kræver, er på plads.", "The certificates that the function asks for are in place.")
            : new Bilingual("Funktionen kræver ikke flere attester af den frivillige.", "The function asks for no further certificates of the volunteer.")).In(language)],
        [
            new(Approve, new Bilingual("Ja", "Yes").In(language), new Bilingual("Den frivillige får besked.", "The volunteer is told.").In(language)),
            new(Decline, new Bilingual("Nej tak", "No").In(language), new Bilingual("Den frivillige får et venligt svar. Ring gerne først.", "The volunteer gets a kind answer. Please call first.").In(language)),
        ]);

    /// <inheritdoc />
    public override StepReply Read(FunctionRequest @case, StepForm form, DateTimeOffset now) => StepReply.OneOf(form, Approve, Decline);

    /// <inheritdoc />
    public override FunctionRequest After(FunctionRequest @case, StepAnswer answer) => @case with { State = answer.Word == Approve ? FunctionState.Added : FunctionState.Declined };

    /// <inheritdoc />
    public override Bilingual Happened(string answer) => answer == Approve
        ? new("Koordinatoren har sagt ja til den nye funktion.", "The coordinator has said yes to the new function.")
        : new("Koordinatoren har sagt nej til den nye funktion.", "The coordinator has said no to the new function.");

    /// <inheritdoc />
    public override Bilingual WaitsFor => new("at koordinatoren siger ja eller nej", "the coordinator to say yes or no");
}
